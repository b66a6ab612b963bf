package dev.nodestart.emulator.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordedLogsTests {

    @TempDir
    Path folder;

    @Test
    void nodesAreDriverFirstThenByNumber() throws IOException {
        for (String node : new String[] {"worker-10", "worker-2", "driver"}) {
            log(node, "driver/stdout", "x");
        }

        assertThat(RecordedLogs.nodes(Recording.at(folder))).containsExactly("driver", "worker-2", "worker-10");
    }

    @Test
    void nodesWhenNothingWasFetchedAreNone() {
        assertThat(RecordedLogs.nodes(Recording.at(folder))).isEmpty();
    }

    @Test
    void filesAreInitScriptsThenDriverThenSpark() throws IOException {
        log("driver", "spark/master.out", "three");
        log("driver", "driver/stdout", "two");
        log("driver", "init_scripts/a.stdout.log", "one");

        assertThat(RecordedLogs.files(Recording.at(folder), "driver"))
                .containsExactly(
                        new LogFile("driver", "init_scripts", "a.stdout.log", "one"),
                        new LogFile("driver", "driver", "stdout", "two"),
                        new LogFile("driver", "spark", "master.out", "three"));
    }

    @Test
    void consoleIsAFileOfTheNodeItself() {
        Recording.at(folder).console("driver", "hello");

        assertThat(RecordedLogs.console(Recording.at(folder), "driver"))
                .containsExactly(new LogFile("driver", "", "console.log", "hello\n"));
        assertThat(RecordedLogs.console(Recording.at(folder), "worker-1")).isEmpty();
    }

    private void log(String node, String path, String text) throws IOException {
        Path file = Recording.at(folder).nodeFolder(node).resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
