package dev.nodestart.emulator.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScriptTextTests {
    @Test
    void lastLineWhenTheScriptGoesOnAfterErrors() {
        assertThat(suspects("""
                        #!/bin/bash
                        grep -q proxy /etc/hosts
                        [[ $DB_IS_DRIVER = "TRUE" ]] && echo driver

                        # the end
                        """)).contains("line 3 [[[ $DB_IS_DRIVER = \"TRUE\" ]] && echo driver]");
    }

    @Test
    void unguardedCommandsWhenErrorsEndTheScript() {
        assertThat(suspects("""
                        #!/bin/bash
                        set -euo pipefail
                        if grep -q a /etc/hosts; then echo a; fi
                        grep -q b /etc/hosts || true
                        pkill -f agent
                        name=$(grep c /etc/hosts)
                        echo done
                        """)).contains("line 5 [pkill -f agent] or line 6 [name=$(grep c /etc/hosts)]");
    }

    @Test
    void lastLineWhenErrorsEndTheScriptAndNoCommandIsSuspect() {
        assertThat(suspects("#!/bin/sh -e\necho a\n[ -f /x ] && echo b\n")).contains("line 3 [[ -f /x ] && echo b]");
    }

    @Test
    void noneWhenThereIsNoCommand() {
        assertThat(suspects("#!/bin/bash\n\n")).isEmpty();
    }

    @Test
    void suspectsWhenTheScriptEndsItselfOnPurposeAreNone() {
        assertThat(suspects("#!/bin/bash\nexit 1\n")).isEmpty();
        assertThat(suspects("#!/bin/bash\nset -e\ngrep -q a /etc/hosts\nexit 3  # too old\n"))
                .contains("line 3 [grep -q a /etc/hosts]");
    }

    @Test
    void beginOnlyWhereNoInterpreterIsNamed() {
        assertThat(begin("#!/bin/bash\n")).isEmpty();
        assertThat(begin("\n<!DOCTYPE html>\n<html>")).contains("<!DOCTYPE html>");
        assertThat(ScriptText.begin("#!/bin/bash".getBytes(StandardCharsets.UTF_16LE)))
                .isPresent();
        assertThat(ScriptText.begin("\ufeff#!/bin/bash".getBytes(StandardCharsets.UTF_16LE)))
                .contains("a byte order mark of UTF-16");
    }

    private static Optional<String> begin(String script) {
        return ScriptText.begin(script.getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<String> suspects(String script) {
        return ScriptText.suspects(script.getBytes(StandardCharsets.UTF_8), 1);
    }
}
