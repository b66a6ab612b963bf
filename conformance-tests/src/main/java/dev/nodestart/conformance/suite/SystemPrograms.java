package dev.nodestart.conformance.suite;

import static dev.nodestart.conformance.CheckRule.must;
import static dev.nodestart.conformance.CheckRule.should;

import dev.nodestart.conformance.CheckRule;
import dev.nodestart.conformance.Finding;
import dev.nodestart.conformance.LineRange;
import dev.nodestart.conformance.facts.Answer;
import dev.nodestart.conformance.facts.Facts;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The programs that the platform's scripts call, run once. */
final class SystemPrograms {

    private static final List<String> STARTERS = List.of("bash", "sudo", "ps", "ip", "java", "virtualenv");
    private static final Pattern SYSTEM = Pattern.compile("(?:/usr/local|/usr)?/s?bin/[^/]+");

    private SystemPrograms() {}

    static List<CheckRule> rules() {
        return List.of(
                must("SYSTEM-005", "bash is at /bin/bash")
                        .tags("build")
                        .why("The platform's scripts and most init scripts begin with #!/bin/bash.")
                        .remedy(remedy("bash", "bash", "bash"))
                        .source("Databricks docs, requirements of custom containers (dcs.md §1.1 row 2)")
                        .judge(SystemPrograms::bash),
                must("SYSTEM-006", "The core utilities are GNU's")
                        .tags("build")
                        .why(
                                "The platform's scripts use options that busybox does not know; its documentation asks Alpine images for the coreutils package.")
                        .remedy(remedy("coreutils", "coreutils", "coreutils"))
                        .source(
                                "Databricks docs, requirements of custom containers; databricks/containers experimental/alpine (dcs.md §1.1 row 4)")
                        .judge(SystemPrograms::coreutils),
                must("SYSTEM-007", "ps runs")
                        .tags("build")
                        .why("Spark's master does not start without ps.")
                        .remedy(remedy("procps", "procps", "procps-ng"))
                        .source("Databricks docs; databricks/containers 9f0aea4 (dcs.md §1.1 row 5, F17)")
                        .judge(facts -> runs(facts.answer("system.ps"), "ps -ef")),
                must("SYSTEM-008", "ip runs")
                        .tags("build")
                        .why("The driver does not start without ip, by which it finds its address.")
                        .remedy(remedy("iproute2", "iproute2", "iproute"))
                        .source("Databricks docs; databricks/containers 5f6e276 (dcs.md §1.1 row 3, F18)")
                        .judge(facts -> runs(facts.answer("system.ip"), "ip -o -4 addr show")),
                must("SYSTEM-009", "sudo works for root without a password")
                        .tags("build")
                        .why("The platform starts the driver, the workers and installations through sudo.")
                        .remedy(remedy("sudo", "sudo", "sudo") + "\nRUN visudo -c")
                        .source("Databricks docs, requirements of custom containers (dcs.md §1.1 row 6, §4.6)")
                        .judge(facts -> runs(facts.answer("system.sudo"), "sudo -n true")),
                should("SYSTEM-016", "What a node starts with is in the system's folders")
                        .tags("build")
                        .why(
                                "The platform starts its programs through sudo, which looks into the system's folders only; whether a PATH of the image's own reaches them is not documented.")
                        .remedy("RUN ln -s \"$(command -v java)\" /usr/local/bin/java   # and so for the others")
                        .source("dcs.md §1.1 row 1, §1.2, §4.9")
                        .judge(SystemPrograms::elsewhere),
                should("SYSTEM-010", "setfacl runs")
                        .tags("build")
                        .lines(LineRange.since("13.3"))
                        .why(
                                "The platform grants access to cluster libraries, and to tables where they have access control, with it.")
                        .remedy(remedy("acl", "acl", "acl"))
                        .source("databricks/containers#139, #140 (dcs.md §1.2, F23)")
                        .judge(facts -> runs(facts.answer("system.acl"), "setfacl --version")));
    }

    private static String remedy(String debian, String alpine, String redHat) {
        return "RUN apt-get update && apt-get install -y " + debian + "\nAlpine: RUN apk add --no-cache " + alpine
                + "\nCentOS, Rocky: RUN dnf install -y " + redHat;
    }

    private static Finding bash(Facts facts) {
        Answer bash = facts.answer("system.bash");
        if (bash.ok()) {
            return Finding.pass("/bin/bash is bash [" + bash.out() + "].");
        }
        return Tools.path(facts, "bash")
                .map(path -> Finding.fail(
                        "bash is at [" + path + "], and scripts that begin with #!/bin/bash do not find it.",
                        List.of(bash.shown("/bin/bash"))))
                .orElseGet(() -> Finding.fail("The image has no bash.", List.of(bash.shown("/bin/bash"))));
    }

    private static Finding coreutils(Facts facts) {
        Answer list = facts.answer("system.coreutils");
        // the loader complains of /etc/ld.so.preload before any program speaks
        String first = list.lines().stream()
                .filter(line -> !line.startsWith("ERROR: ld.so:"))
                .findFirst()
                .orElse("");
        if (list.out().toLowerCase(Locale.ROOT).contains("busybox")) {
            return Finding.fail(
                    "The core utilities are busybox's, and the platform needs GNU's.",
                    List.of(list.shown("ls --version")));
        }
        if (first.contains("GNU coreutils")) {
            return Finding.pass("The core utilities are GNU's: " + first + ".");
        }
        return Finding.warn(
                "The core utilities are neither GNU's nor busybox's: [" + first + "].",
                List.of(list.shown("ls --version")));
    }

    private static Finding elsewhere(Facts facts) {
        List<String> found = STARTERS.stream()
                .flatMap(tool -> Tools.path(facts, tool).stream()
                        .filter(path ->
                                path.startsWith("/") && !SYSTEM.matcher(path).matches())
                        .map(path -> tool + ": " + path))
                .toList();
        return found.isEmpty()
                ? Finding.pass("What a node starts with is in the system's folders.")
                : Finding.warn(
                        "Only the image's own PATH leads to ["
                                + found.stream()
                                        .map(line -> line.substring(0, line.indexOf(':')))
                                        .collect(Collectors.joining(", "))
                                + "], and the platform may not look there.",
                        found);
    }

    private static Finding runs(Answer answer, String command) {
        return answer.ok()
                ? Finding.pass("[" + command + "] works.")
                : Finding.fail(
                        "[" + command + "] does not work: " + reason(answer) + ".", List.of(answer.shown(command)));
    }

    private static String reason(Answer answer) {
        return answer.lastLine().isEmpty()
                ? "exit status " + answer.exitCode()
                : answer.lastLine().replaceAll("[.\\s]+$", "");
    }
}
