package dev.nodestart.emulator.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/** A machine in a temporary folder: its programs are small scripts that write down how they were called. */
final class FakeMachine {

    private final Path folder;
    final List<String> heard = new ArrayList<>();

    FakeMachine(Path folder) {
        this.folder = folder;
    }

    /** Adds a program that notes its call and then does what the script says. */
    FakeMachine with(String program, String script) throws IOException {
        Path file = folder.resolve("bin").resolve(program);
        Files.createDirectories(folder.resolve("bin"));
        Files.writeString(
                file,
                "#!/bin/sh\nstate='%s'\necho \"%s $*\" >> '%s'\n%s\n".formatted(folder, program, calls(), script));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        return this;
    }

    FakeMachine withState(String name) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(name), "");
        return this;
    }

    boolean hasState(String name) {
        return Files.exists(folder.resolve(name));
    }

    Programs programs() {
        return Programs.only(folder.resolve("bin"));
    }

    Machine machine(boolean root, boolean systemd, String osId) {
        return new Machine(root, systemd, osId, "Test OS 1", folder.resolve("state"));
    }

    List<String> called() throws IOException {
        return Files.exists(calls()) ? Files.readAllLines(calls()) : List.of();
    }

    HostListener listener() {
        return new HostListener() {
            @Override
            public void installing(List<String> packages, String why) {
                heard.add("installing %s %s".formatted(packages, why));
            }

            @Override
            public void startingEngine(String how) {
                heard.add("starting " + how);
            }

            @Override
            public void buildingBase(String how) {
                heard.add("base " + how);
            }

            @Override
            public void buildingImage(String tag) {
                heard.add("image " + tag);
            }

            @Override
            public void note(String sentence) {
                heard.add("note " + sentence);
            }

            @Override
            public void output(String line) {}
        };
    }

    private Path calls() {
        return folder.resolve("calls");
    }
}
