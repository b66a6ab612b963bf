package dev.nodestart.conformance.suite;

import static dev.nodestart.conformance.CheckRule.info;
import static dev.nodestart.conformance.CheckRule.must;
import static dev.nodestart.conformance.CheckRule.should;

import dev.nodestart.conformance.Capability;
import dev.nodestart.conformance.CheckRule;
import dev.nodestart.conformance.Finding;
import dev.nodestart.conformance.facts.Answer;
import dev.nodestart.conformance.facts.Facts;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The SSH server and its user. */
final class SshAccess {

    private static final String NONE = "The image has no SSH server.";

    private SshAccess() {}

    static List<CheckRule> rules() {
        return List.of(
                must("SSH-001", "An SSH server and its user are there")
                        .proves(Capability.SSH)
                        .why(
                                "SSH reaches a node on port 2200 as the user [ubuntu], and only where the image brings the server and an init script starts it.")
                        .remedy("""
                                RUN apt-get update && apt-get install -y openssh-server sudo
                                RUN useradd --create-home --shell /bin/bash --groups sudo ubuntu
                                and an init script with: sudo service ssh start""")
                        .source("databricks/containers ubuntu/ssh (dcs.md F37, §1.2)")
                        .judge(SshAccess::ssh),
                should("SSH-002", "The SSH server accepts its configuration")
                        .tags("build")
                        .why("A server that does not accept its configuration, or has no host key, does not start.")
                        .remedy("RUN ssh-keygen -A && mkdir -p /run/sshd && sshd -t")
                        .source("databricks/containers ubuntu/ssh; sshd(8) (dcs.md F37)")
                        .judge(SshAccess::configuration),
                should("SSH-003", "The user [ubuntu] may use sudo")
                        .tags("build")
                        .why("The base images put the user that people come in as into the group [sudo].")
                        .remedy("RUN usermod --append --groups sudo ubuntu")
                        .source("databricks/containers ubuntu/ssh, 840b63a (dcs.md §1.2)")
                        .judge(SshAccess::sudo),
                info("SSH-004", "The image brings no SSH host keys of its own")
                        .tags("build", "secrets")
                        .why(
                                "Host keys in an image are the same on every node, and known to everybody who can pull it.")
                        .remedy(
                                "RUN rm -f /etc/ssh/ssh_host_*\nand in the init script, before the server is started: ssh-keygen -A")
                        .source("sshd(8) (dcs.md F37)")
                        .judge(SshAccess::hostKeys));
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

    private static Finding configuration(Facts facts) {
        if (!Tools.has(facts, "sshd")) {
            return Finding.skipped(NONE);
        }
        Answer test = facts.answer("ssh.config");
        if (test.ok()) {
            return Finding.pass("The SSH server accepts its configuration.");
        }
        // keys may be made by the init script that starts the server
        return test.error().contains("no hostkeys available")
                ? Finding.pass("The SSH server has no host keys yet: the init script that starts it must make them.")
                : Finding.fail(
                        "The SSH server does not accept its configuration: "
                                + test.lastLine().replaceAll("[.\\s]+$", "") + ".",
                        List.of(test.shown("sshd -t")));
    }

    private static Finding sudo(Facts facts) {
        if (!Tools.has(facts, "sshd") || !Accounts.has(facts, "ubuntu")) {
            return Finding.skipped("The image has no SSH server or no user [ubuntu].");
        }
        List<String> groups = facts.answer("ssh.groups").lines();
        boolean member = groups.stream()
                .map(line -> line.split("\t", -1))
                .anyMatch(cells -> cells.length == 2
                        && Arrays.asList(cells[1].split(",", -1)).contains("ubuntu"));
        return member
                ? Finding.pass("The user [ubuntu] may use sudo.")
                : Finding.fail("The user [ubuntu] is in no group that may use sudo.", groups);
    }

    private static Finding hostKeys(Facts facts) {
        List<String> keys = facts.answer("ssh.host-keys").lines();
        return keys.isEmpty()
                ? Finding.pass("The image brings no SSH host keys.")
                : Finding.fail("Every node of this image has the same SSH host keys.", keys);
    }
}
