package dev.nodestart.cli;

import dev.nodestart.emulator.launch.TarBytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A BusyBox of this machine that needs no library, so that it runs in every image of its architecture. */
final class HostBusyBox {
    private static final String FILE = ToolBox.FOLDER + "/busybox";

    /** The image's own programs come first: what is looked at is the image. */
    private static final String PREPARE = """
            %1$s mkdir -p %2$s/bin
            %1$s --install -s %2$s/bin
            PATH=${PATH:-/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin}:%2$s/bin
            """.formatted(FILE, ToolBox.FOLDER);

    private HostBusyBox() {}

    static Optional<ToolBox> find(String path, String architecture) {
        return Arrays.stream(path.split(":", -1))
                .filter(folder -> folder.startsWith("/"))
                .map(folder -> Path.of(folder, "busybox"))
                .filter(Files::isReadable)
                .flatMap(file -> read(file, architecture).stream())
                .findFirst();
    }

    private static byte[] archive(byte[] program) {
        TarBytes tar = new TarBytes(program.length + 2 * 1024);
        tar.file(FILE.substring(1), 0755, program);
        return tar.archive();
    }

    private static Optional<ToolBox> read(Path file, String architecture) {
        try {
            byte[] program = Files.readAllBytes(file);
            if (!ElfHeader.of(program)
                    .filter(elf -> elf.isStatic() && elf.runsOn(architecture))
                    .isPresent()) {
                return Optional.empty();
            }
            return Optional.of(new ToolBox(
                    "BusyBox of this machine [" + file + "]",
                    archive(program),
                    List.of(FILE, "sh"),
                    List.of(FILE, "sleep", "2000000000"),
                    PREPARE));
        } catch (IOException e) {
            // one that cannot be read is none
            return Optional.empty();
        }
    }
}
