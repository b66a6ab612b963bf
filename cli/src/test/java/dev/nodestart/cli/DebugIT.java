package dev.nodestart.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nodestart.emulator.engine.Engine;
import dev.nodestart.emulator.launch.Labels;
import dev.nodestart.emulator.launch.Leftovers;
import dev.nodestart.emulator.testing.TestEngine;
import dev.nodestart.emulator.testing.TestImages;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Given a launch that fails, when it is debugged, then there is a shell where it failed, and nothing is left. */
@ExtendWith(TestEngine.class)
class DebugIT {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final Engine engine;

    DebugIT(Engine engine) {
        this.engine = engine;
    }

    @AfterEach
    void removeAll() throws IOException {
        for (String run : runs()) {
            new Leftovers(engine).remove(Labels.ofRun(run));
            new Leftovers(engine).removeImages(Labels.ofRun(run));
        }
    }

    @Test
    void shellAfterAFailedScriptHasTheVariablesAndRunsItAgain(TestImages images) throws IOException {
        Run run = debug(
                "echo $DB_IS_DRIVER; rerun; echo code $?; exit 5",
                images.whole(),
                "--init-script",
                script("#!/bin/bash\necho once more\nunzip x\n"));

        assertThat(run.exitCode()).isEqualTo(5);
        assertThat(run.out()).isEqualTo("TRUE\nonce more\ncode 127\n");
        assertThat(run.err())
                .contains("Failed at init_scripts on driver: Init scripts failed.")
                .contains("  run it again    rerun          (/databricks/.nodestart/init/00)\n")
                .contains("line 3: unzip: command not found");
        nothingIsLeft();
    }

    @Test
    void shellAfterTheContainerEndedIsInACopyOnTheSameNetwork(TestImages images) throws IOException {
        Run run = debug(
                "[ \"$(hostname -i)\" = \"$DB_CONTAINER_IP\" ] && echo same; exit 6",
                images.whole(),
                "--init-script",
                script("#!/bin/bash\nkill -9 $PPID\nkill -9 -1\nsleep 5\n"));

        assertThat(run.exitCode()).isEqualTo(6);
        assertThat(run.out()).isEqualTo("same\n");
        assertThat(run.err()).contains("The node [driver] has ended (exited): this is a copy of it.\n");
        nothingIsLeft();
    }

    @Test
    void shellIsLaidIntoACopyOfANodeWhoseImageHasNone(TestImages images) throws IOException {
        String image = images.build("FROM scratch\nLABEL dev.nodestart.test=shell\n");
        String before = id(image);

        Run run = debug("echo $DB_IS_DRIVER; ls -A /databricks; rerun; echo code $?; exit 7", image);

        assertThat(run.exitCode()).as(run.err()).isEqualTo(7);
        assertThat(run.out()).isEqualTo("TRUE\n.nodestart\ncode 127\n");
        assertThat(run.err())
                .contains("The node [driver] was not started: this is a copy of it.\n")
                .contains("  The image has no shell: this is one with ")
                .contains("  run it again    rerun          (/bin/sh /databricks/.nodestart/folders.sh)\n")
                .containsPattern("/bin/sh: (not found|No such file or directory)\n");
        assertThat(id(image)).isEqualTo(before);
        nothingIsLeft();
    }

    @Test
    void shellOfAnotherImageIsTakenWhereThisMachineHasNoBusyBox(TestImages images) throws IOException {
        images.whole();

        Run run = debug(
                Map.of("PATH", folder.toString()),
                "cat /etc/debian_version | wc -l; echo $DB_IS_DRIVER; rerun; echo code $?; exit 8",
                images.with("RUN rm -f /bin/sh /usr/bin/sh"));

        assertThat(run.exitCode()).as(run.err()).isEqualTo(8);
        assertThat(run.out()).isEqualTo("1\nTRUE\ncode 127\n");
        assertThat(run.err())
                .contains("  The image has no shell: this is one with bash and tools of the image [")
                .contains("/.nodestart-tools/debug/rerun: line 11: /bin/sh: No such file or directory\n");
        nothingIsLeft();
    }

    @Test
    void shellIsLaidBesideOneThatDoesNotRun(TestImages images) throws IOException {
        Run run = debug("/bin/sh; echo code $?; exit 9", images.with("RUN ln -sf /bin/false /bin/sh"));

        assertThat(run.exitCode()).as(run.err()).isEqualTo(9);
        assertThat(run.out()).isEqualTo("code 1\n");
        assertThat(run.err()).contains("  The image has no shell that works: this is one with ");
        nothingIsLeft();
    }

    @Test
    void runThatWasKeptIsDebuggedLater(TestImages images) throws IOException {
        Run kept = run(
                "launch",
                images.whole(),
                "--env",
                "JNAME=java-17-openjdk-amd64",
                "--keep",
                "--init-script",
                script("#!/bin/bash\nexit 3\n"));
        assertThat(kept.exitCode()).as(kept.err()).isEqualTo(3);
        String id = runs().get(0);

        Run run = debug("rerun; exit $?", id);

        assertThat(run.exitCode()).as(run.err()).isEqualTo(3);
        assertThat(run("stop", id).exitCode()).isZero();
        assertThat(run("debug", id).err()).contains("The nodes of run [" + id + "] are gone.");
        nothingIsLeft();
    }

    private String script(String text) throws IOException {
        return Files.writeString(folder.resolve("script.sh"), text).toString();
    }

    private List<String> runs() throws IOException {
        Path runs = folder.resolve("runs");
        if (!Files.isDirectory(runs)) {
            return List.of();
        }
        try (var folders = Files.list(runs)) {
            return folders.map(run -> run.getFileName().toString()).toList();
        }
    }

    private void nothingIsLeft() throws IOException {
        for (String run : runs()) {
            assertThat(engine.containers().labelled(List.of(Labels.ofRun(run)))).isEmpty();
            assertThat(engine.networks().labelled(List.of(Labels.ofRun(run)))).isEmpty();
            assertThat(engine.images().labelled(Labels.ofRun(run))).isEmpty();
        }
    }

    private String id(String image) {
        return engine.images().inspect(image).orElseThrow().id();
    }

    private Run debug(String typed, String target, String... flags) {
        return debug(Map.of(), typed, target, flags);
    }

    private Run debug(Map<String, String> variables, String typed, String target, String... flags) {
        List<String> arguments = new java.util.ArrayList<>(List.of("debug", target));
        if (!target.matches("[0-9]+-.*")) {
            arguments.addAll(List.of("--env", "JNAME=java-17-openjdk-amd64"));
        }
        arguments.addAll(List.of(flags));
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream((typed + "\n").getBytes(StandardCharsets.UTF_8)));
        try {
            return run(variables, arguments.toArray(String[]::new));
        } finally {
            System.setIn(before);
        }
    }

    private Run run(String... arguments) {
        return run(Map.of(), arguments);
    }

    private Run run(Map<String, String> variables, String... arguments) {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.putAll(variables);
        environment.put("NODESTART_RUNS", folder.resolve("runs").toString());
        return Run.of(environment, arguments);
    }
}
