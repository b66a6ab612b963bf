package dev.nodestart.conformance.suite;

import static dev.nodestart.conformance.testing.CheckCase.fails;
import static dev.nodestart.conformance.testing.CheckCase.passes;
import static dev.nodestart.conformance.testing.CheckCase.skips;
import static dev.nodestart.conformance.testing.CheckCase.warns;

import dev.nodestart.conformance.facts.Answer;
import dev.nodestart.conformance.facts.Facts;
import dev.nodestart.conformance.testing.CheckCase;
import dev.nodestart.conformance.testing.FactSets;
import dev.nodestart.conformance.testing.Launches;
import java.util.List;
import java.util.stream.Stream;

final class AccessCases {
    private static final Facts FACTS = FactSets.everything();

    private AccessCases() {}

    static List<CheckCase> all() {
        return Stream.of(server(), sshSettings(), languageServer())
                .flatMap(List::stream)
                .toList();
    }

    private static List<CheckCase> server() {
        Facts facts = FACTS;
        return List.of(
                passes(
                        "SSH-001",
                        "server and user",
                        facts,
                        "The image brings /usr/sbin/sshd and the user [ubuntu]; an init script must start it."),
                warns(
                        "SSH-001",
                        "no user",
                        facts.with("system.accounts", new Answer(0, "root:x:0:0::/root:/bin/sh", "")),
                        "The image has an SSH server, but not the user [ubuntu] as whom the platform lets people in."),
                fails(
                        "SSH-001",
                        "no server",
                        facts.with("system.tools", new Answer(0, "sshd\t", "")),
                        "This image has no SSH server."),
                passes("LSP-001", "it can be imported", facts, "/databricks/python-lsp has python-lsp-server."),
                fails(
                        "LSP-001",
                        "no environment",
                        facts.with("lsp.import", new Answer(127, "", "not found")),
                        "Notebooks get no autocompletion: /databricks/python-lsp has no python-lsp-server."),
                skips(
                        "LSP-001",
                        "an older line",
                        FactSets.of(Launches.withLine("11.3", "11.3.x-scala2.12", Launches.spec())),
                        "Applies to DBR [12.2+], this is [11.3]."));
    }

    private static List<CheckCase> sshSettings() {
        Facts without = FACTS.with("system.tools", new Answer(0, "sshd\t", ""));
        return List.of(
                passes("SSH-002", "accepted", FACTS, "The SSH server accepts its configuration."),
                passes(
                        "SSH-002",
                        "no keys yet",
                        FACTS.with("ssh.config", new Answer(1, "", "sshd: no hostkeys available -- exiting.")),
                        "The SSH server has no host keys yet: the init script that starts it must make them."),
                warns(
                        "SSH-002",
                        "refused",
                        FACTS.with(
                                "ssh.config", new Answer(255, "", "/etc/ssh/sshd_config: terminating, 1 bad options")),
                        "The SSH server does not accept its configuration: /etc/ssh/sshd_config: terminating, 1 bad options."),
                skips("SSH-002", "no server", without, "The image has no SSH server."),
                passes("SSH-003", "in sudo", FACTS, "The user [ubuntu] may use sudo."),
                warns(
                        "SSH-003",
                        "in none, or one whose name is alike",
                        FACTS.with("ssh.groups", new Answer(0, "sudo\tubuntu2,root\nwheel", "")),
                        "The user [ubuntu] is in no group that may use sudo."),
                skips("SSH-003", "no server", without, "The image has no SSH server or no user [ubuntu]."),
                skips(
                        "SSH-003",
                        "no user",
                        FACTS.with("system.accounts", new Answer(0, "root:x:0:0::/root:/bin/sh", "")),
                        "The image has no SSH server or no user [ubuntu]."),
                passes("SSH-004", "none", FACTS, "The image brings no SSH host keys."),
                passes(
                        "SSH-004",
                        "some",
                        FACTS.with("ssh.host-keys", new Answer(0, "/etc/ssh/ssh_host_rsa_key", "")),
                        "Every node of this image has the same SSH host keys."));
    }

    private static List<CheckCase> languageServer() {
        return List.of(
                passes(
                        "LSP-002",
                        "as in the base images",
                        FACTS,
                        "The language server's environment has the versions of the base images."),
                passes(
                        "LSP-002",
                        "others",
                        FACTS.with("lsp.import", new Answer(0, "pylsp\npython 3.10\npython-lsp-server 1.10.0", "")),
                        "The language server's environment differs from the base images': python [3.10] for [3.11], jedi [none] for [0.19.1]."),
                skips(
                        "LSP-002",
                        "none",
                        FACTS.with("lsp.import", new Answer(127, "", "not found")),
                        "There is no language server."),
                passes("LSP-003", "they fit", FACTS, "IPython [8.15] and jedi [0.18] fit."),
                passes(
                        "LSP-003",
                        "the last good pair",
                        editor("ipython-7.19.0", "jedi-0.17.2"),
                        "IPython [7.19] and jedi [0.17] fit."),
                passes(
                        "LSP-003",
                        "the first new one",
                        editor("ipython-7.20.0", "jedi-0.18.0"),
                        "IPython [7.20] and jedi [0.18] fit."),
                warns(
                        "LSP-003",
                        "they do not",
                        editor("IPython-7.19.0", "jedi-0.18.0"),
                        "jedi [0.18] does not work with IPython [7.19]."),
                warns(
                        "LSP-003",
                        "an IPython of long ago",
                        editor("ipython-6.5.0", "jedi-1.0.0"),
                        "jedi [1.0] does not work with IPython [6.5]."),
                skips(
                        "LSP-003",
                        "no jedi",
                        FACTS.with("editor.packages", new Answer(0, "ipython-8.15.0.dist-info", "")),
                        "The environment does not have both IPython and jedi."),
                skips(
                        "LSP-003",
                        "no IPython",
                        FACTS.with("editor.packages", new Answer(0, "jedi-0.18.1.dist-info", "")),
                        "The environment does not have both IPython and jedi."));
    }

    private static Facts editor(String ipython, String jedi) {
        return FACTS.with("editor.packages", new Answer(0, ipython + ".dist-info\n" + jedi + ".dist-info", ""));
    }
}
