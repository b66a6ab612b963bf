package dev.nodestart.cli;

import dev.nodestart.emulator.engine.ContainerRequest;
import dev.nodestart.emulator.engine.Engine;
import dev.nodestart.emulator.engine.EngineException;
import dev.nodestart.emulator.engine.ExecRun;
import dev.nodestart.emulator.launch.Labels;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Bash and its companions of an image that the engine has, with their libraries and the loader that runs them. */
final class DonorTools {
    /** Images with bash that are likely to be at hand, the best first. */
    private static final List<String> REPOSITORIES =
            List.of("nodestart/sample", "nodestart/base", "databricksruntime/*", "debian", "ubuntu");

    private static final int TRIED = 4;

    private static final String LOADER = ToolBox.FOLDER + "/ld";
    private static final String LIBRARIES = ToolBox.FOLDER + "/lib";
    private static final String PROGRAMS = ToolBox.FOLDER + "/bin";
    private static final String LAUNCHER = LOADER + " --library-path " + LIBRARIES;

    /** Run in the donor: copies what is there of the tools, and what they are linked with. */
    private static final String COLLECT = """
            set -e
            mkdir -p %1$s/bin %1$s/lib
            for tool in bash ls cat cp mv rm mkdir rmdir ln chmod chown chroot find grep sed awk head tail wc sort uniq cut \
                    tr od stat readlink realpath id env ps df du touch date tar gzip file sleep dirname basename tee xargs \
                    mount strings less more vi hostname; do
                path=$(type -P $tool) || continue
                cp -L "$path" %1$s/bin/$tool
            done
            ldd %1$s/bin/* 2>/dev/null | sed -n 's/.*=> \\(\\/[^ ]*\\) .*/\\1/p' | sort -u | while read -r library; do
                cp -L "$library" %1$s/lib/
            done
            cp -L "$(ldd %1$s/bin/bash | sed -n 's/^[[:space:]]*\\(\\/[^ ]*ld[^ ]*\\) .*/\\1/p')" %1$s/ld
            %1$s/ld --library-path %1$s/lib %1$s/bin/bash -c :
            """.formatted(ToolBox.FOLDER);

    /** A program of another image runs by its own loader only, so each that the image lacks becomes a function. */
    private static final String FUNCTIONS = """
            for tool in %1$s/bin/*; do
                tool=${tool##*/}
                command -v "$tool" >/dev/null || eval "$tool() { %2$s %1$s/bin/$tool \\"\\$@\\"; }"
            done
            unset tool
            rerun() { %2$s %1$s/bin/bash %1$s/debug/rerun; }
            """.formatted(ToolBox.FOLDER, LAUNCHER);

    private static final String PREPARE = """
            export BASH_ENV=%1$s/functions
            . %1$s/functions
            bash() { %2$s %1$s/bin/bash --rcfile %1$s/functions "$@"; }
            """.formatted(ToolBox.FOLDER, LAUNCHER);

    private final Engine engine;
    private final String runId;

    DonorTools(Engine engine, String runId) {
        this.engine = engine;
        this.runId = runId;
    }

    Optional<ToolBox> find(String architecture) {
        return REPOSITORIES.stream()
                .flatMap(repository -> engine.images().named(repository).stream())
                .filter(image -> engine.images()
                        .inspect(image)
                        .filter(info -> info.architecture().equals(architecture))
                        .isPresent())
                .limit(TRIED)
                .flatMap(image -> of(image).stream())
                .findFirst();
    }

    /** Empty for an image that has no bash, or whose tools do not run away from it. */
    private Optional<ToolBox> of(String image) {
        String container = "";
        try {
            container = engine.containers()
                    .create(ContainerRequest.once(
                            "nodestart-tools-" + runId,
                            image,
                            "0:0",
                            List.of("/bin/bash"),
                            Map.of(Labels.RUN, runId, Labels.NODE, "")));
            engine.containers().start(container);
            if (!collect(container)) {
                return Optional.empty();
            }
            try (InputStream archive = engine.containers().getArchive(container, ToolBox.FOLDER)) {
                return Optional.of(new ToolBox(
                        "bash and tools of the image [" + image + "]",
                        archive.readAllBytes(),
                        List.of(
                                LOADER,
                                "--library-path",
                                LIBRARIES,
                                PROGRAMS + "/bash",
                                "--rcfile",
                                ToolBox.FOLDER + "/functions"),
                        List.of(LOADER, "--library-path", LIBRARIES, PROGRAMS + "/sleep", "infinity"),
                        PREPARE));
            }
        } catch (EngineException | IOException e) {
            // an image that cannot give tools is none that does
            return Optional.empty();
        } finally {
            if (!container.isEmpty()) {
                engine.containers().remove(container);
            }
        }
    }

    private boolean collect(String container) {
        String script = COLLECT + "cat >" + ToolBox.FOLDER + "/functions <<'EOF'\n" + FUNCTIONS + "EOF\n";
        try (ExecRun run = engine.containers().exec(container, "0:0", List.of("/bin/bash", "-c", script))) {
            run.streams().endInput();
            run.streams().readTo((error, bytes) -> {});
            return run.exitCode() == 0;
        }
    }
}
