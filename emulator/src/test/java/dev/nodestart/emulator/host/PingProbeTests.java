package dev.nodestart.emulator.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PingProbeTests {

    @TempDir
    private Path folder;

    @Test
    void problemWhenThereIsNoSocketSaysSo() {
        assertThat(probe(Duration.ofSeconds(1))).contains("there is no socket");
    }

    @Test
    void problemWhenEngineAnswersIsEmpty() throws Exception {
        assertThat(answering("HTTP/1.0 200 OK\r\n\r\nOK")).isEmpty();
    }

    @Test
    void problemWhenSomethingElseAnswersSaysSo() throws Exception {
        assertThat(answering("SSH-2.0-OpenSSH\r\n")).contains("it gave a strange answer");
    }

    @Test
    void problemWhenNobodyListensBehindTheSocketTellsTheSystemsReason() throws Exception {
        ServerSocketChannel.open(StandardProtocolFamily.UNIX)
                .bind(UnixDomainSocketAddress.of(socket()))
                .close();
        assertThat(probe(Duration.ofSeconds(1))).contains("connection refused");
    }

    @Test
    void problemWhenEngineHangsTellsTheLimit() throws Exception {
        try (ServerSocketChannel hanging =
                ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(UnixDomainSocketAddress.of(socket()))) {
            assertThat(hanging.isOpen()).isTrue();
            assertThat(probe(Duration.ofMillis(1))).contains("it gave no answer within 0 s");
        }
    }

    @Test
    void problemWhenAddressMakesNoSenseSaysWhatWouldDo() {
        assertThat(new PingProbe(Duration.ofSeconds(1)).problem(address("build")))
                .contains("it is not an address such as unix:///var/run/docker.sock or tcp://host:2376");
    }

    private Optional<String> answering(String answer) throws IOException, InterruptedException {
        try (ServerSocketChannel server =
                ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(UnixDomainSocketAddress.of(socket()))) {
            Thread thread = new Thread(() -> serve(server, answer));
            thread.start();
            Optional<String> problem = probe(Duration.ofSeconds(10));
            thread.join();
            return problem;
        }
    }

    private static void serve(ServerSocketChannel server, String answer) {
        try (SocketChannel client = server.accept()) {
            client.read(ByteBuffer.allocate(64));
            client.write(ByteBuffer.wrap(answer.getBytes(StandardCharsets.US_ASCII)));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Optional<String> probe(Duration limit) {
        return new PingProbe(limit).problem(EngineAddress.socket(socket(), "test"));
    }

    private static EngineAddress address(String host) {
        return new EngineAddress(host, Optional.empty(), "test");
    }

    private Path socket() {
        return folder.resolve("s");
    }
}
