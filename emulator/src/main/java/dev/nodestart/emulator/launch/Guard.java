package dev.nodestart.emulator.launch;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A small process outside our process group that reads a pipe from us. When the pipe closes without the word "done",
 * because we were killed, it removes everything of the run.
 *
 * <p>It is a shell that waits, and costs next to nothing; only when it has work does it start a Java process.
 */
final class Guard implements Closeable {
    static final String NAME = "nodestart-guard";
    private static final String SCRIPT = "trap '' INT TERM HUP; read -r word; [ \"$word\" = done ] || exec \"$@\"";

    private final OutputStream pipe;

    private Guard(OutputStream pipe) {
        this.pipe = pipe;
    }

    /** Starts the guard of a run; it is in place when this returns. */
    static Guard start(URI engine, Optional<Path> certificates, String runId) {
        List<String> command = new ArrayList<>(session());
        command.addAll(List.of("/bin/sh", "-c", SCRIPT, NAME));
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx64m",
                "-cp",
                classPath(),
                GuardMain.class.getName(),
                engine.toString(),
                certificates.map(Path::toString).orElse(""),
                runId));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return new Guard(process.getOutputStream());
        } catch (IOException e) {
            throw new HarnessException(
                    "The guard process that cleans up after a killed launch could not be started: " + e.getMessage(),
                    e);
        }
    }

    /** The run left nothing behind: the guard may go. */
    @Override
    public void close() {
        try (pipe) {
            pipe.write("done\n".getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // the guard is gone, so there is nobody to tell
        }
    }

    private static List<String> session() {
        for (String folder : List.of("/usr/bin", "/bin")) {
            if (Files.isExecutable(Path.of(folder, "setsid"))) {
                return List.of(folder + "/setsid");
            }
        }
        // macOS has no setsid, but always Perl
        return List.of("perl", "-e", "use POSIX; POSIX::setsid(); exec @ARGV");
    }

    /** Only the jars that the guard needs: test runners' own class path jars may be gone when it wakes. */
    private static String classPath() {
        Set<String> places = new LinkedHashSet<>();
        for (String name : List.of(
                GuardMain.class.getName(),
                "com.fasterxml.jackson.databind.ObjectMapper",
                "com.fasterxml.jackson.core.JsonFactory",
                "com.fasterxml.jackson.annotation.JsonInclude",
                "com.github.dockerjava.core.LocalDirectorySSLConfig",
                "com.github.dockerjava.transport.DockerHttpClient",
                "com.github.dockerjava.zerodep.ZerodepDockerHttpClient",
                "org.slf4j.LoggerFactory")) {
            place(name).ifPresent(places::add);
        }
        return places.stream().collect(Collectors.joining(java.io.File.pathSeparator));
    }

    private static Optional<String> place(String className) {
        try {
            Class<?> type = Class.forName(className, false, Guard.class.getClassLoader());
            return Optional.of(Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString());
        } catch (ClassNotFoundException e) {
            return Optional.empty();
        } catch (URISyntaxException e) {
            throw new HarnessException("The class path holds an address that is no file: " + e.getMessage(), e);
        }
    }
}
