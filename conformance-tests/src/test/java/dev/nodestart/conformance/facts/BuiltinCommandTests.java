package dev.nodestart.conformance.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class BuiltinCommandTests {

    @Test
    void isWhenTheShellDoesItItselfAndKeepsNothing() {
        assertThat(List.of(
                        "[ -e /etc/passwd ]",
                        "[ -e '/usr/share/a b;c' ]",
                        "! [ -L /bin/sh ]",
                        "[ ! -d /opt ]",
                        "test -x \"$JAVA_HOME/bin/java\"",
                        "[ \"${TERM:-dumb}\" = xterm ]",
                        "[ \"$SHLVL\" -ge 1 ] && [ -n \"$HOME\" ]",
                        "command -v virtualenv",
                        "command -v virtualenv >/dev/null 2>&1 || echo missing",
                        "printf '%s\\n' \"$PATH\"",
                        "echo",
                        "true"))
                .allSatisfy(command ->
                        assertThat(BuiltinCommand.is(command)).as(command).isTrue());
    }

    @Test
    void isNotWhenItMayLeaveSomethingOrRunsAProgram() {
        assertThat(List.of(
                        "",
                        ":",
                        "cd /",
                        "exit 3",
                        "x=1",
                        "[ -e /a ]; x=1",
                        "[ -e /a ] && exit",
                        "[ -e /a ] & echo",
                        "[ -e /a",
                        "[ -e $HOME ]",
                        "[ -e /usr/* ]",
                        "[ -e /a ]\nexit",
                        "[ \"${X:=1}\" = 1 ]",
                        "[ \"${X?}\" = 1 ]",
                        "[ \"$((1/0))\" = 1 ]",
                        "[ \"$(id -u)\" = 0 ]",
                        "[ \"`id -u`\" = 0 ]",
                        "[ -t 1 ]",
                        "[ a = 'b ]",
                        "echo >/etc/motd",
                        "printf -v x 1",
                        "command exit",
                        "command -v a b",
                        "cat"))
                .allSatisfy(command ->
                        assertThat(BuiltinCommand.is(command)).as(command).isFalse());
    }

    @Test
    void isSilentWhenItIsNothingButTests() {
        assertThat(BuiltinCommand.isSilent("[ -e /a ] || ! test -d '/b c'")).isTrue();
        assertThat(List.of("echo a", "[ -e /a ] && echo a", "command -v sh >/dev/null", "[ -e /a ] 2>/dev/null"))
                .noneMatch(BuiltinCommand::isSilent);
    }
}
