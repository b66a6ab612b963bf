package dev.nodestart.conformance.suite;

import static dev.nodestart.conformance.testing.CheckCase.fails;
import static dev.nodestart.conformance.testing.CheckCase.passes;
import static dev.nodestart.conformance.testing.CheckCase.skips;
import static dev.nodestart.conformance.testing.CheckCase.warns;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nodestart.conformance.facts.Answer;
import dev.nodestart.conformance.facts.Facts;
import dev.nodestart.conformance.testing.CheckCase;
import dev.nodestart.conformance.testing.FactSets;
import dev.nodestart.conformance.testing.Images;
import dev.nodestart.conformance.testing.Launches;
import java.util.List;
import java.util.stream.Stream;

final class SystemCases {
    private static final Facts FACTS = FactSets.everything();

    private SystemCases() {}

    static List<CheckCase> all() {
        return Stream.of(release(), programs(), locale(), settings())
                .flatMap(List::stream)
                .toList();
    }

    private static Facts said(String question, String out) {
        return FACTS.with(question, new Answer(0, out, ""));
    }

    private static Facts broken(String question, int exitCode, String error) {
        return FACTS.with(question, new Answer(exitCode, "", error));
    }

    private static List<CheckCase> release() {
        String debian = "PRETTY_NAME=\"Debian GNU/Linux 12 (bookworm)\"\nVERSION_ID='12'\nID=debian\n\nnonsense";
        return List.of(
                passes("SYSTEM-001", "Ubuntu", FACTS, "The image is [Ubuntu 22.04.5 LTS]."),
                warns(
                        "SYSTEM-001",
                        "Debian",
                        said("system.release", debian),
                        "The image is [Debian GNU/Linux 12 (bookworm)]; the platform documents Ubuntu and Alpine."),
                warns(
                        "SYSTEM-001",
                        "unknown",
                        said("system.release", ""),
                        "The image does not say which distribution it is."),
                passes("SYSTEM-002", "the line's", FACTS, "The image has Ubuntu [22.04], as the line's base images."),
                passes(
                        "SYSTEM-002",
                        "another Ubuntu",
                        said("system.release", "ID=ubuntu\nVERSION_ID=\"24.04\""),
                        "The base images of DBR [15.4] have Ubuntu [22.04], this one is [ubuntu]."),
                passes(
                        "SYSTEM-002",
                        "another distribution of that number",
                        said("system.release", "ID=debian\nVERSION_ID=22.04\nPRETTY_NAME=Other"),
                        "The base images of DBR [15.4] have Ubuntu [22.04], this one is [Other]."),
                passes("SYSTEM-003", "glibc", FACTS, "The C library is glibc."),
                warns(
                        "SYSTEM-003",
                        "musl",
                        said("system.libc", "/lib/ld-musl-x86_64.so.1"),
                        "The image's C library is musl: binary packages made for glibc do not work."),
                skips(
                        "SYSTEM-003",
                        "neither",
                        said("system.libc", ""),
                        "Neither glibc nor musl was found where they usually are."),
                passes("SYSTEM-004", "apt", FACTS, "Init scripts can install packages with [apt-get]."),
                passes(
                        "SYSTEM-004",
                        "none",
                        said("system.packages", ""),
                        "The image has no package manager, so init scripts cannot install packages."));
    }

    private static List<CheckCase> programs() {
        Facts noBash = broken("system.bash", 127, "/bin/bash: not found");
        return List.of(
                passes("SYSTEM-005", "there", FACTS, "/bin/bash is bash [5.1.16(1)-release]."),
                fails(
                        "SYSTEM-005",
                        "elsewhere",
                        noBash,
                        "bash is at [/usr/bin/bash], and scripts that begin with #!/bin/bash do not find it."),
                fails(
                        "SYSTEM-005",
                        "nowhere",
                        noBash.with("system.tools", new Answer(0, "bash\t", "")),
                        "The image has no bash."),
                passes("SYSTEM-016", "there", FACTS, "What a node starts with is in the system's folders."),
                warns(
                        "SYSTEM-016",
                        "elsewhere",
                        said("system.tools", "bash\t/usr/bin/bash\njava\t/opt/java/openjdk/bin/java\nvirtualenv\t"),
                        "Only the image's own PATH leads to [java], and the platform may not look there."),
                passes(
                        "SYSTEM-006",
                        "behind the loader's complaint",
                        said(
                                "system.coreutils",
                                "ERROR: ld.so: object '/x.so' cannot be preloaded: ignored.\nls (GNU coreutils) 9.1"),
                        "The core utilities are GNU's: ls (GNU coreutils) 9.1."),
                passes("SYSTEM-006", "GNU", FACTS, "The core utilities are GNU's: ls (GNU coreutils) 8.32."),
                fails(
                        "SYSTEM-006",
                        "busybox",
                        FACTS.with(
                                "system.coreutils",
                                new Answer(
                                        1, "ls: unrecognized option: version\nBusyBox v1.36.1 multi-call binary.", "")),
                        "The core utilities are busybox's, and the platform needs GNU's."),
                warns(
                        "SYSTEM-006",
                        "others",
                        said("system.coreutils", "ls (uutils coreutils) 0.2.2"),
                        "The core utilities are neither GNU's nor busybox's: [ls (uutils coreutils) 0.2.2]."),
                warns(
                        "SYSTEM-006",
                        "silent",
                        said("system.coreutils", ""),
                        "The core utilities are neither GNU's nor busybox's: []."),
                passes("SYSTEM-007", "runs", FACTS, "[ps -ef] works."),
                fails(
                        "SYSTEM-007",
                        "is missing",
                        broken("system.ps", 127, "ps: not found."),
                        "[ps -ef] does not work: ps: not found."),
                passes("SYSTEM-008", "runs", FACTS, "[ip -o -4 addr show] works."),
                fails(
                        "SYSTEM-008",
                        "fails silently",
                        broken("system.ip", 1, ""),
                        "[ip -o -4 addr show] does not work: exit status 1."),
                passes("SYSTEM-009", "works", FACTS, "[sudo -n true] works."),
                fails(
                        "SYSTEM-009",
                        "asks",
                        broken("system.sudo", 1, "sudo: a password is required"),
                        "[sudo -n true] does not work: sudo: a password is required."),
                passes("SYSTEM-010", "works", FACTS, "[setfacl --version] works."),
                warns(
                        "SYSTEM-010",
                        "is missing",
                        broken("system.acl", 127, "setfacl: not found"),
                        "[setfacl --version] does not work: setfacl: not found."),
                skips(
                        "SYSTEM-010",
                        "an older line",
                        FactSets.of(Launches.withLine("12.2", "12.2.x-scala2.12", Launches.spec())),
                        "Applies to DBR [13.3+], this is [12.2]."));
    }

    private static List<CheckCase> locale() {
        return List.of(
                passes("SYSTEM-011", "C.UTF-8", FACTS, "The locale is [C.UTF-8]."),
                passes(
                        "SYSTEM-011",
                        "only LANG, no program locale",
                        said("system.locale", "LANG=en_US.utf8\nLC_ALL="),
                        "The locale is [en_US.utf8]."),
                warns(
                        "SYSTEM-011",
                        "LC_ALL outweighs LANG",
                        said("system.locale", "LANG=C.UTF-8\nLC_ALL=POSIX\ncharmap=ANSI_X3.4-1968"),
                        "The locale of the image is [POSIX], not a UTF-8 one."),
                passes(
                        "SYSTEM-011",
                        "the spec sets it",
                        FactSets.of(Launches.withLine("15.4", "15.4.x-scala2.12", utf8()))
                                .with("system.locale", new Answer(0, "LANG=\nLC_ALL=", "")),
                        "The spec sets the locale [C.UTF-8]."),
                warns(
                        "SYSTEM-011",
                        "not generated",
                        said("system.locale", "LANG=en_US.UTF-8\nLC_ALL=\ncharmap=ANSI_X3.4-1968"),
                        "The image sets the locale [en_US.UTF-8] and does not have it: the character set is [ANSI_X3.4-1968]."));
    }

    private static ObjectNode utf8() {
        ObjectNode spec = Launches.spec();
        spec.putObject("spark_env_vars").put("LC_ALL", "C.UTF-8");
        return spec;
    }

    private static List<CheckCase> settings() {
        return List.of(
                passes("SYSTEM-012", "getent", FACTS, "The node resolves its own name."),
                passes(
                        "SYSTEM-012",
                        "hosts",
                        said("system.host", "name\tnode\nhosts\t10.0.0.2"),
                        "The node resolves its own name."),
                warns(
                        "SYSTEM-012",
                        "neither",
                        said("system.host", "name\tnode\ngetent\t"),
                        "The node cannot resolve its own name [node]."),
                warns(
                        "SYSTEM-012",
                        "only the engine's name service",
                        said("system.host", "name\tnode\ngetent\t10.0.0.2\nfiles\tread"),
                        "The node's own name [node] is not in /etc/hosts, or [hosts:] in /etc/nsswitch.conf does not say"
                                + " [files]: only the engine's name service knows it, which a node of the platform does not"
                                + " have."),
                passes(
                        "SYSTEM-012",
                        "both",
                        said("system.host", "name\tnode\ngetent\t10.0.0.2\nfiles\tread\nhosts\t10.0.0.2"),
                        "The node resolves its own name."),
                passes("SYSTEM-013", "Debian's", FACTS, "Certificates are in [/etc/ssl/certs/ca-certificates.crt]."),
                warns(
                        "SYSTEM-013",
                        "none",
                        said("system.certificates", ""),
                        "The image has no certificates of public authorities, so HTTPS connections fail."),
                passes("SYSTEM-014", "as it should be", FACTS, "/tmp can be written to, and programs run from it."),
                warns(
                        "SYSTEM-014",
                        "not for all",
                        said("system.tmp", "writable\nruns"),
                        "/tmp does not have the mode 1777."),
                warns(
                        "SYSTEM-014",
                        "no programs",
                        FACTS.with("system.tmp", new Answer(126, "sticky\nwritable", "Permission denied")),
                        "A program in /tmp does not run."),
                warns(
                        "SYSTEM-014",
                        "not there",
                        broken("system.tmp", 1, "cannot create"),
                        "/tmp cannot be written to."),
                passes("SYSTEM-015", "a shell", FACTS, "The image does not start systemd."),
                warns(
                        "SYSTEM-015",
                        "systemd",
                        FactSets.withImage(FACTS, Images.withCommand(FACTS.image(), List.of(), List.of("/sbin/init"))),
                        "The image would start [/sbin/init] as its first process; on a node it does not run."));
    }
}
