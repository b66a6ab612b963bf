package dev.nodestart.conformance.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ShellTextTests {

    @Test
    void simpleCommandsLoseAssignmentsAndRedirections() {
        assertThat(commands("X=1 A[0]=2 env Y=2 echo hi > /tmp/x 2>&1; B+=3; C=(a b c); ls"))
                .containsExactly("env Y=2 echo hi", "ls");
    }

    @Test
    void pipelinesAndListsAreTheirCommands() {
        assertThat(commands("a | b |& c && d; e & f &> /dev/null")).containsExactly("a", "b", "c", "d", "e", "f");
    }

    @Test
    void compoundCommandsAreWhatIsInThem() {
        assertThat(
                        commands(
                                "for f in a b;\ndo\n  echo $f;\ndone;\nwhile read -r x; do c; done < in;\n( d; e );\n{ \n  f\n}"))
                .containsExactly("echo $", "read -r x", "c", "d", "e", "f");
    }

    @Test
    void caseIsItsCommandsNotItsPatterns() {
        assertThat(commands("case $X in \n 1 | 2)\n a\n ;;\n \"x)\"*)\n b\n ;&\n (*)\n c\n ;;\nesac;\nd"))
                .containsExactly("a", "b", "c", "d");
    }

    @Test
    void substitutionsAreCommandsOfTheirOwn() {
        assertThat(commands("x=$(a $(b)); echo \"`c` ${y:-$(d)} $((1 + 2)) $1 $'q\\'r'\"; diff <(e) <(f)"))
                .containsExactlyInAnyOrder("a $", "b", "c", "d", "echo $ $ $ $ $", "diff", "e", "f");
    }

    @Test
    void testsAndArithmeticAreNoCommands() {
        assertThat(commands(
                        "[[ $a = \"b\" && -e $(c) ]] && d; (( i < 3 )) && e; for ((i = 0; i < 3; i++)); do f; done"))
                .containsExactly("c", "d", "e", "f");
    }

    @Test
    void hereDocumentsAreNoCommands() {
        assertThat(commands("cat <<EOF > /x; a\nb\nEOF\nc <<-'E N D'\n\td\n\tE N D\ne <<< f"))
                .containsExactly("cat", "a", "c", "e");
    }

    @Test
    void functionsAreKnown() {
        ShellText.Result result = ShellText.read("a () \n{ \n  b\n};\nfunction c () \n{ \n  d\n};\nfunction e { f; }");

        assertThat(result.functions()).containsExactlyInAnyOrder("a", "c", "e");
        assertThat(result.commands()).extracting(ShellCommand::name).containsExactly("b", "d", "f");
    }

    @Test
    void commandsWhoseFailureIsForeseenAreTolerated() {
        assertThat(
                        ShellText.read("if a; then b; elif c; then d; fi; e || f; ! g; until h; do i; done")
                                .commands()
                                .stream()
                                .filter(ShellCommand::tolerated)
                                .map(ShellCommand::name))
                .containsExactly("a", "c", "e", "g", "h");
    }

    @Test
    void quotesCommentsAndContinuationsAreUnderstood() {
        assertThat(commands("# a\nb 'c; d' \"e | f\" g\\;h \\\n  i # j\n'k l' m"))
                .containsExactly("b c; d e | f g;h i", "k l m");
    }

    @Test
    void textThatEndsTooEarlyIsReadToItsEnd() {
        for (String text : List.of(
                "a 'b",
                "a \"b",
                "a $(b",
                "a ${b",
                "a `b",
                "a $'b",
                "case x in",
                "[[ a",
                "a <<E\nb",
                "a >",
                "a \\",
                "))",
                "}",
                "esac;;")) {
            assertThat(ShellText.read(text).functions()).isEmpty();
        }
    }

    @Test
    void unwrappedGivesWhatIsRun() {
        assertThat(unwrapped("sudo -E -u root env A=1 timeout -k 5 10 nohup a b"))
                .containsExactly("sudo", "env", "timeout", "nohup", "a");
        assertThat(unwrapped("sudo -n")).containsExactly("sudo");
        assertThat(unwrapped("command -v a")).containsExactly("command");
        assertThat(unwrapped("command a")).containsExactly("command", "a");
    }

    @Test
    void shownIsOneShortLine() {
        assertThat(new ShellCommand(List.of("a", "b\nc"), false).shown()).isEqualTo("a b c");
        assertThat(new ShellCommand(List.of("a".repeat(100)), false).shown()).isEqualTo("a".repeat(100));
        assertThat(new ShellCommand(List.of("a".repeat(101)), false).shown()).isEqualTo("a".repeat(99) + "…");
    }

    private static List<String> commands(String text) {
        return ShellText.read(text).commands().stream()
                .map(command -> String.join(" ", command.words()))
                .toList();
    }

    private static List<String> unwrapped(String text) {
        return ShellText.read(text).commands().get(0).unwrapped().stream()
                .map(ShellCommand::name)
                .toList();
    }
}
