package dev.nodestart.conformance.suite;

import static dev.nodestart.conformance.CheckRule.must;

import dev.nodestart.conformance.Capability;
import dev.nodestart.conformance.Finding;
import dev.nodestart.conformance.LineRange;
import dev.nodestart.conformance.facts.Answer;
import dev.nodestart.conformance.facts.Facts;
import java.util.List;
import java.util.Optional;

/** Ways in for people: SSH, and the notebook's language server. */
final class AccessChecks {

    private AccessChecks() {}

    static CheckGroup group() {
        return CheckGroup.of(
                "",
                List.of(
                        must("SSH-001", "An SSH server and its user are there")
                                .proves(Capability.SSH)
                                .why(
                                        "SSH reaches a node on port 2200 as the user [ubuntu], and only where the image brings the server and an init script starts it.")
                                .remedy("""
                    RUN apt-get update && apt-get install -y openssh-server sudo
                    RUN useradd --create-home --shell /bin/bash --groups sudo ubuntu
                    and an init script with: sudo service ssh start""")
                                .source("databricks/containers ubuntu/ssh (dcs.md F37, §1.2)")
                                .judge(AccessChecks::ssh),
                        must("LSP-001", "The notebook's language server can be imported")
                                .category("language-server")
                                .proves(Capability.LANGUAGE_SERVER)
                                .lines(LineRange.since("12.2"))
                                .needs("lsp.import")
                                .why(
                                        "Autocompletion in notebooks runs from the second virtual environment /databricks/python-lsp.")
                                .remedy("""
                    RUN virtualenv --python=python3 /databricks/python-lsp
                    RUN /databricks/python-lsp/bin/pip install python-lsp-server""")
                                .source("databricks/containers#190, #192 (dcs.md F24, §1.2)")
                                .judge(AccessChecks::languageServer)));
    }

    private static Finding ssh(Facts facts) {
        Optional<String> sshd = Tools.path(facts, "sshd");
        if (sshd.isEmpty()) {
            return Finding.fail(
                    "This image has no SSH server.", List.of("no sshd on PATH, no executable /usr/sbin/sshd"));
        }
        if (!Accounts.has(facts, "ubuntu")) {
            return Finding.warn(
                    "The image has an SSH server, but not the user [ubuntu] as whom the platform lets people in.",
                    List.of("sshd: " + sshd.get(), "no account [ubuntu] in /etc/passwd"));
        }
        return Finding.pass("The image brings " + sshd.get() + " and the user [ubuntu]; an init script must start it.");
    }

    private static Finding languageServer(Facts facts) {
        Answer server = facts.answer("lsp.import");
        return server.ok()
                ? Finding.pass("/databricks/python-lsp has python-lsp-server.")
                : Finding.fail(
                        "Notebooks get no autocompletion: /databricks/python-lsp has no python-lsp-server.",
                        List.of(server.shown("/databricks/python-lsp/bin/python -c 'import pylsp'")));
    }
}
