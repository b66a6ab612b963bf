package dev.nodestart.gpu.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProbeRunTests {

    @Test
    void parseWhenEverythingWorked() {
        ProbeRun run = ProbeRun.parse(example("pass.jsonl"));

        assertThat(run.complete()).isTrue();
        assertThat(run.exit()).hasValue(0);
        assertThat(run.simulated()).isTrue();
        assertThat(run.musl()).isFalse();
        assertThat(run.unreadable()).isZero();
        assertThat(run.start().orElseThrow().text("level")).contains("full");
        assertThat(run.fact("device").orElseThrow().of(0)).isTrue();
        assertThat(run.fact("bandwidth").orElseThrow().decimal("gbps")).isPresent();
        assertThat(run.library("libcuda.so.1").orElseThrow().texts("chain"))
                .containsExactly("libcuda.so.1 -> libcuda.so.580.126.16");
    }

    @Test
    void parseWhenThereIsNoLibrary() {
        ProbeRun run = ProbeRun.parse(example("no-library.jsonl"));

        assertThat(run.exit()).hasValue(2);
        assertThat(run.library("libcuda.so.1").orElseThrow().flag("loaded")).isFalse();
        assertThat(run.simulated()).isFalse();
        assertThat(run.stages("compute")).extracting(ProbeStage::ended).containsExactly(ProbeStage.End.SKIPPED);
    }

    @Test
    void parseWhenTheDriverDoesNotMatch() {
        ProbeRun run = ProbeRun.parse(example("mismatch-803.jsonl"));

        assertThat(run.failures("cuda"))
                .singleElement()
                .isEqualTo(run.call("cuda", "cuInit").orElseThrow());
        assertThat(run.call("cuda", "cuInit").orElseThrow().code()).hasValue(803);
        assertThat(run.library("libcuda.so.1").orElseThrow().flag("compat")).isTrue();
    }

    @Test
    void parseWhenTheImageHasMusl() {
        ProbeRun run = ProbeRun.parse("""
            {"fact":"loader","stage":"harness","path":"/lib64/ld-linux-x86-64.so.2","exists":false,"musl":true}
            {"harness":"error","message":"The GPU probe could not be started: the shell gave code 127 in /tmp."}
            """);

        assertThat(run.musl()).isTrue();
        assertThat(run.complete()).isFalse();
        assertThat(run.start()).isEmpty();
        assertThat(run.problems())
                .containsExactly("The GPU probe could not be started: the shell gave code 127 in /tmp.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "{}",
                "[]",
                "null",
                "{\"fact\":7}",
                "{\"other\":\"thing\"}",
                "{\"fact\":",
                "{\"stage\":null,\"ended\":\"exit\"}",
                "\u0000",
                "{\"call\":\"cuInit\",\"rc\":1e999999999}"
            })
    void parseCountsWhatItDoesNotUnderstandOrLeavesItOut(String line) {
        ProbeRun run = ProbeRun.parse("{\"fact\":\"shm\",\"stage\":\"system\",\"bytes\":1}\n" + line + "\n");

        assertThat(run.facts("shm")).hasSize(1);
        assertThat(run.calls()).allMatch(ProbeCall::failed); // a number that is none is no success
        assertThat(run.unreadable() + run.calls().size()).isEqualTo(1);
    }

    @Test
    void parseWhenALineIsTooLongOrTooDeep() {
        String deep = "{\"fact\":\"x\",\"y\":" + "[".repeat(1900) + "]".repeat(1900) + "}";
        String wide = "{\"fact\":\"" + "x".repeat(5000) + "\"}";

        assertThat(ProbeRun.parse(deep + "\n" + wide).unreadable()).isEqualTo(2);
    }

    @Test
    void parseWhenCutOffIsNotComplete() {
        String text = example("pass.jsonl");
        ProbeRun run = ProbeRun.parse(text.substring(0, text.indexOf("{\"end\"")));

        assertThat(run.complete()).isFalse();
        assertThat(run.facts("kernel")).hasSize(3);
    }

    @Test
    void stageThatEndedInAnUnknownWayIsNotGood() {
        ProbeRun run = ProbeRun.parse("{\"stage\":\"compute\",\"device\":0,\"ended\":\"well\",\"code\":0}");

        assertThat(run.stages("compute")).singleElement().satisfies(stage -> {
            assertThat(stage.ended()).isEqualTo(ProbeStage.End.UNKNOWN);
            assertThat(stage.good()).isFalse();
        });
    }

    @Test
    void parseNeverThrowsWhateverIsMadeOfItsLines() {
        String text = example("pass.jsonl");
        String[] lines = text.split("\n", -1);
        Random random = new Random(20261122);
        int readable = 0;
        for (int i = 0; i < 10_000; i++) {
            StringBuilder mutant = new StringBuilder(lines[random.nextInt(lines.length)]);
            for (int change = random.nextInt(4); change >= 0 && !mutant.isEmpty(); change--) {
                mutate(mutant, random);
            }
            ProbeRun run = ProbeRun.parse(mutant.toString());
            readable += run.facts().size() + run.calls().size() + run.stages().size();
        }
        // neither everything nor nothing is refused: the mutants reach the reader's inside
        assertThat(readable).isBetween(1_000, 9_500);
    }

    private static void mutate(StringBuilder text, Random random) {
        String odd = "{}[]\":,\\0123456789eE+-.truefalsnl\u0000\u2028\ud800 ";
        int at = random.nextInt(text.length());
        switch (random.nextInt(5)) {
            case 0 -> text.deleteCharAt(at);
            case 1 -> text.setCharAt(at, odd.charAt(random.nextInt(odd.length())));
            case 2 -> text.insert(at, odd.charAt(random.nextInt(odd.length())));
            case 3 -> text.setLength(at);
            default -> text.append(text.substring(at));
        }
    }

    static String example(String name) {
        try (InputStream file = Objects.requireNonNull(ProbeRunTests.class.getResourceAsStream(name), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
