package dev.nodestart.cli;

import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code nodestart completion}. */
@Command(
        name = "completion",
        description = "Prints a script that lets a shell complete Nodestart's commands and flags.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  source <(nodestart completion bash)     for this shell",
            "  nodestart completion bash > ~/.local/share/bash-completion/completions/nodestart",
            "  source <(nodestart completion zsh)      in ~/.zshrc, after compinit"
        })
final class CompletionCommand extends NodestartCommand {
    /** The shells that can be helped. */
    enum Shell {
        bash,
        zsh
    }

    @Parameters(paramLabel = "SHELL", description = "${COMPLETION-CANDIDATES}")
    Shell shell = Shell.bash;

    CompletionCommand(Terminal terminal) {
        super(terminal);
    }

    @Override
    public Integer call() {
        // the script is written for bash, and switches on zsh's own support of such scripts where that runs it
        String script = AutoComplete.bash("nodestart", CommandLineRunner.whole(terminal));
        String start = shell == Shell.zsh ? "autoload -U +X bashcompinit && bashcompinit\n" : "";
        terminal.out().print(start + script);
        terminal.out().flush();
        return 0;
    }
}
