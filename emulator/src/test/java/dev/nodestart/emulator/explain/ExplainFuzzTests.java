package dev.nodestart.emulator.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever is given: an explanation, or a sentence that says why not. */
class ExplainFuzzTests {
    private static final List<String> SEEDS = List.of(
            """
            {"events": [{"cluster_id": "1", "timestamp": 30, "type": "TERMINATING", "details": {"reason": {"code":
            "INIT_SCRIPT_FAILURE", "parameters": {"databricks_error_message": "init script /a.sh failed: x"}}}},
            {"timestamp": 20, "type": "STARTING", "details": {"token": {"a": ["dapi0123456789abcdef0123"]}}}]}
            """,
            "{\"cluster_id\": \"1\", \"state\": \"TERMINATED\", \"termination_reason\": {\"code\": \"SPARK_ERROR\"}}",
            "{\"code\": \"AZURE_QUOTA_EXCEEDED_EXCEPTION\", \"type\": \"CLOUD_FAILURE\", \"parameters\": {}}",
            """
            26/11/22 12:00:00 ERROR Driver: Cannot run program "virtualenv" (in directory "/x/cluster_libraries")
            -----BEGIN RSA PRIVATE KEY-----
            No module named 'ipykernel' password="a\\"b" Bearer abcdefgh1234
            spark-env.sh: line 18: appends: command not found\u001b[31m
            """,
            "Cluster terminated. Reason: Driver unresponsive (exit code: 137) https://a:b@c/d?sig=x");

    private static final String ODD = "{}[]\",:\\\n\r\t\0\u001b'\u00e9\ufeff$(*+?|)<=";

    @Test
    void explainOfTenThousandMutationsNeverFails() {
        Random random = new Random(42);
        int explained = 0;
        for (int i = 0; i < 10_000; i++) {
            byte[] text = mutated(SEEDS.get(i % SEEDS.size()), random).getBytes(StandardCharsets.UTF_8);
            for (int flips = random.nextInt(3); flips > 0 && text.length > 0; flips--) {
                text[random.nextInt(text.length)] = (byte) random.nextInt(256);
            }
            try {
                explained += Explained.bytes(text, Optional.empty()).findings().size();
            } catch (UnreadableException e) {
                assertThat(e).hasMessageStartingWith("[input] is ");
            }
        }
        assertThat(explained).isPositive();
    }

    @Test
    void explainOfAnEndlessLineKeepsLittleOfIt() throws IOException {
        long size = 64L << 20;
        InputStream endless = new InputStream() {
            private long left = size;

            @Override
            public int read() {
                return left-- > 0 ? 'x' : -1;
            }

            @Override
            public int read(byte[] bytes, int from, int length) {
                int read = (int) Math.min(length, left);
                java.util.Arrays.fill(bytes, from, from + read, (byte) 'x');
                left -= read;
                return read == 0 ? -1 : read;
            }
        };

        assertThat(Explainer.builtIn()
                        .explain(endless, "input", Optional.empty())
                        .lines())
                .isEqualTo(1);
    }

    private static String mutated(String seed, Random random) {
        StringBuilder text = new StringBuilder(seed);
        for (int changes = 1 + random.nextInt(6); changes > 0 && text.length() > 1; changes--) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(5)) {
                case 0 -> text.deleteCharAt(at);
                case 1 -> text.insert(at, ODD.charAt(random.nextInt(ODD.length())));
                case 2 -> text.setLength(at);
                case 3 -> text.insert(at, text.substring(random.nextInt(at + 1), at));
                default -> text.setCharAt(at, (char) random.nextInt(0x3000));
            }
        }
        return text.toString();
    }
}
