package dev.nodestart.conformance.suite;

import dev.nodestart.conformance.Capability;
import dev.nodestart.conformance.Check;
import dev.nodestart.conformance.Finding;
import dev.nodestart.conformance.LineRange;
import dev.nodestart.conformance.Severity;
import java.util.List;
import java.util.Optional;

/** Ways in for people: SSH, and the notebook's language server. */
final class AccessChecks {

    private static final Check SSH = new Check(
            "SSH-001",
            "An SSH server and its user are there",
            "ssh",
            Severity.MUST,
            Optional.of(Capability.SSH),
            true,
            LineRange.all(),
            "SSH reaches a node on port 2200 as the user [ubuntu], and only where the image brings the server and an init script starts it.",
            """
                    RUN apt-get update && apt-get install -y openssh-server sudo
                    RUN useradd --create-home --shell /bin/bash --groups sudo ubuntu
                    and an init script with: sudo service ssh start""",
            "databricks/containers ubuntu/ssh (dcs.md F37, §1.2)");

    private static final Check LANGUAGE_SERVER = new Check(
            "LSP-001",
            "The notebook's language server can be imported",
            "language-server",
            Severity.MUST,
            Optional.of(Capability.LANGUAGE_SERVER),
            true,
            LineRange.since("12.2"),
            "Autocompletion in notebooks runs from the second virtual environment /databricks/python-lsp.",
            """
                    RUN virtualenv --python=python3 /databricks/python-lsp
                    RUN /databricks/python-lsp/bin/pip install python-lsp-server""",
            "databricks/containers#190, #192 (dcs.md F24, §1.2)");

    private AccessChecks() {}

    static List<PlatformCheck> all() {
        return List.of(
                new PlatformCheck(SSH, (context, probe) -> ssh(probe.get().required())),
                new PlatformCheck(
                        LANGUAGE_SERVER,
                        (context, probe) -> languageServer(probe.get().required())));
    }

    private static Finding ssh(NodeFacts facts) {
        Optional<String> sshd = facts.tool("sshd");
        if (sshd.isEmpty()) {
            return Finding.fail(
                    "This image has no SSH server.", List.of("no sshd on PATH, no executable /usr/sbin/sshd"));
        }
        if (!facts.hasAccount("ubuntu")) {
            return Finding.warn(
                    "The image has an SSH server, but not the user [ubuntu] as whom the platform lets people in.",
                    List.of("sshd: " + sshd.get(), "no account [ubuntu] in /etc/passwd"));
        }
        return Finding.pass("The image brings " + sshd.get() + " and the user [ubuntu]; an init script must start it.");
    }

    private static Finding languageServer(NodeFacts facts) {
        ToolRun server = facts.run("language-server");
        return server.worked()
                ? Finding.pass("/databricks/python-lsp has python-lsp-server.")
                : Finding.fail(
                        "Notebooks get no autocompletion: /databricks/python-lsp has no python-lsp-server.",
                        List.of(server.shown("/databricks/python-lsp/bin/python -c 'import pylsp'")));
    }
}
