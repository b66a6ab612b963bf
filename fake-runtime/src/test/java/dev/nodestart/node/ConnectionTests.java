package dev.nodestart.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Given a driver whose session echoes, when a client sends requests, then it gets whole answers in order. */
class ConnectionTests {
    private final EchoSession session = new EchoSession();
    private Socket client = new Socket();

    @BeforeEach
    void connect() throws IOException {
        SessionServer server = SessionServer.open(0);
        Thread thread = new Thread(() -> {
            try {
                server.serve(Map.of("sh", new Lane("sh", session)));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
        thread.setDaemon(true);
        thread.start();
        client = new Socket(InetAddress.getLoopbackAddress(), server.port());
    }

    @AfterEach
    void disconnect() throws IOException {
        client.close();
    }

    @Test
    void pingIsAnswered() throws IOException {
        send("PING 7\n");
        assertThat(line()).isEqualTo("PONG 7");
    }

    @Test
    void runGivesPartsAndThenItsEnd() throws IOException {
        send("RUN 1 sh 2\nhi");
        assertThat(line()).isEqualTo("OUT 1 2");
        assertThat(new String(client.getInputStream().readNBytes(2), StandardCharsets.UTF_8))
                .isEqualTo("hi");
        assertThat(line()).matches("END 1 ok 0 \\d+");
    }

    @Test
    void runWhenLanguageIsUnknownFails() throws IOException {
        send("RUN 1 perl 0\n");
        String text = "There is no session for the language [perl]; use one of [python, python-process, r, sh, jar].";
        assertThat(line()).isEqualTo("FAIL 1 " + text.length());
        assertThat(new String(client.getInputStream().readNBytes(text.length()), StandardCharsets.UTF_8))
                .isEqualTo(text);
        assertThat(line()).matches("END 1 failed 1 \\d+");
    }

    @Test
    void cancelEndsARunningAndAWaitingCommand() throws IOException, InterruptedException {
        send("RUN 1 sh 4\nwaitRUN 2 sh 2\nhi");
        session.running.await();
        send("CANCEL 2\n");
        assertThat(line()).matches("END 2 cancelled 1 \\d+");
        send("CANCEL 1\n");
        assertThat(line()).matches("END 1 cancelled 130 \\d+");
    }

    @Test
    void runWhenTheJvmFailsAnswersAndTheNextCommandRuns() throws IOException {
        send("RUN 1 sh 6\nbrokenRUN 2 sh 2\nhi");
        String text = "java.lang.InternalError: Error loading java.security file";
        assertThat(line()).isEqualTo("FAIL 1 " + text.length());
        assertThat(new String(client.getInputStream().readNBytes(text.length()), StandardCharsets.UTF_8))
                .isEqualTo(text);
        assertThat(line()).matches("END 1 failed 1 \\d+");
        assertThat(line()).isEqualTo("OUT 2 2");
    }

    @Test
    void requestThatCannotBeReadEndsTheConnection() throws IOException {
        send("HELLO\n");
        assertThat(client.getInputStream().read()).isEqualTo(-1);
    }

    private void send(String text) throws IOException {
        client.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        client.getOutputStream().flush();
    }

    private String line() throws IOException {
        return String.join(" ", Frames.header(client.getInputStream()).orElseThrow());
    }

    /** Echoes its code; the code [wait] ends only when it is cancelled, and [broken] meets a JDK with parts missing. */
    private static final class EchoSession implements Session {
        private final CountDownLatch running = new CountDownLatch(1);
        private final CountDownLatch cancelled = new CountDownLatch(1);

        @Override
        public void run(Cell cell) throws InterruptedException {
            if (cell.text().equals("wait")) {
                running.countDown();
                cancelled.await();
                cell.end("error", 130);
            } else if (cell.text().equals("broken")) {
                throw new InternalError("Error loading java.security file");
            } else {
                cell.out(cell.code());
                cell.end("ok", 0);
            }
        }

        @Override
        public void cancel() {
            cancelled.countDown();
        }

        @Override
        public boolean isAlive() {
            return true;
        }
    }
}
