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
    void suspectsOfAnotherStatusThanOneAreCommandsToldToBeSilent() {
        String script = "#!/bin/bash\nset -e\ngrep -q a /etc/hosts\ncurl -sf https://a.example/x -o /x\ntar xzf /x\n";
        assertThat(ScriptText.suspects(script.getBytes(StandardCharsets.UTF_8), 6))
                .contains("line 4 [curl -sf https://a.example/x -o /x]");
    }

    @Test
    void typographicNamesTheFirstCharacterThatIsReadAsPartOfAWord() {
        assertThat(typographic("#!/bin/bash\nmkdir \u2013p /opt/a\n"))
                .contains("an en dash in line 2 [mkdir \u2013p /opt/a]");
        assertThat(typographic("#!/bin/bash\necho \u201chello\u201d\n"))
                .contains("a typographic quotation mark in line 2 [echo \u201chello\u201d]");
        assertThat(typographic("#!/bin/bash\u00a0\necho a\n"))
                .contains("a no-break space in line 1 [#!/bin/bash\u00a0]");
    }

    @Test
    void typographicWhereTheyAreTextIsEmpty() {
        assertThat(
                        typographic(
                                "#!/bin/bash\n# it\u2019s \u2013 well \u2013 fine\necho \"a \u2013b \u201cc\u201d\"  # \u2026 \u2013x\n"))
                .isEmpty();
        assertThat(typographic("#!/bin/bash\necho 'it\u2019s' a \u2013 b\n")).isEmpty();
    }

    private static Optional<String> typographic(String script) {
        return ScriptText.typographic(script.getBytes(StandardCharsets.UTF_8));
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
