package dev.nodestart.conformance.suite;

import static dev.nodestart.conformance.CheckRule.should;

import dev.nodestart.conformance.CheckRule;
import dev.nodestart.conformance.Finding;
import dev.nodestart.conformance.LineRange;
import dev.nodestart.conformance.facts.Answer;
import dev.nodestart.conformance.facts.Facts;
import dev.nodestart.emulator.model.ImageInfo;
import java.util.List;
import java.util.stream.Stream;

/** How the system is set up. */
final class SystemSettings {

    private SystemSettings() {}

    static List<CheckRule> rules() {
        return List.of(
                should("SYSTEM-011", "The locale is UTF-8")
                        .tags("build")
                        .lines(LineRange.since("15.4"))
                        .why("Features of Unity Catalog need a UTF-8 locale; the base images set one for them.")
                        .remedy("ENV LANG=C.UTF-8 LC_ALL=C.UTF-8")
                        .source("databricks/containers#200, dc9e266 (dcs.md §1.2, F35)")
                        .judge(SystemSettings::locale),
                should("SYSTEM-012", "The node's own host name resolves")
                        .why("Spark's master, workers and driver find each other by host name.")
                        .remedy("Leave [hosts: files dns] in /etc/nsswitch.conf, and /etc/hosts to the platform.")
                        .source("dcs.md §4.2, §4.7")
                        .judge(SystemSettings::hostName),
                should("SYSTEM-013", "Certificates of public authorities are there")
                        .tags("build")
                        .why(
                                "Without them no HTTPS connection of a cell, of pip or of an init script can be checked, and most fail.")
                        .remedy("RUN apt-get update && apt-get install -y ca-certificates")
                        .source("databricks/containers ubuntu/minimal; yxtay images (dcs.md §1.2, §1.4)")
                        .judge(SystemSettings::certificates),
                should("SYSTEM-014", "/tmp can be written by everybody, and programs run from it")
                        .tags("build")
                        .why(
                                "The platform keeps generated settings and scripts there, and installs libraries as another user than root.")
                        .remedy("RUN chmod 1777 /tmp")
                        .source("dcs.md §4.3")
                        .judge(SystemSettings::tmp),
                should("SYSTEM-015", "The image does not count on systemd as its first process")
                        .tags("build")
                        .why(
                                "The platform ignores the image's command, so an image made to boot with systemd gets none of its services, and systemctl fails.")
                        .remedy("Start services in an init script: service NAME start")
                        .source("databricks/containers Dockerfiles (dcs.md §4.2, §8)")
                        .judge(SystemSettings::init));
    }

    private static Finding locale(Facts facts) {
        Answer locale = facts.answer("system.locale");
        String charmap = value(locale, "charmap=");
        String wanted = value(locale, "LC_ALL=").isEmpty() ? value(locale, "LANG=") : value(locale, "LC_ALL=");
        String ofSpec =
                facts.launch().spec().path("spark_env_vars").path("LC_ALL").asText();
        if (isUtf8(ofSpec)) {
            return Finding.pass("The spec sets the locale [" + ofSpec + "].");
        }
        List<String> evidence = Stream.concat(
                        locale.lines().stream(), locale.error().lines().limit(1))
                .toList();
        if (!isUtf8(wanted)) {
            return Finding.fail("The locale of the image is [" + wanted + "], not a UTF-8 one.", evidence);
        }
        return charmap.isEmpty() || charmap.equals("UTF-8")
                ? Finding.pass("The locale is [" + wanted + "].")
                : Finding.fail(
                        "The image sets the locale [" + wanted + "] and does not have it: the character set is ["
                                + charmap + "].",
                        evidence);
    }

    private static boolean isUtf8(String locale) {
        return locale.matches("(?i).*\\.utf-?8(@.*)?");
    }

    private static String value(Answer answer, String key) {
        return answer.lines().stream()
                .filter(line -> line.startsWith(key))
                .map(line -> line.substring(key.length()).strip())
                .findFirst()
                .orElse("");
    }

    private static Finding hostName(Facts facts) {
        Answer host = facts.answer("system.host");
        String name = value(host, "name\t");
        String ofFile = value(host, "hosts\t");
        if ((value(host, "getent\t") + ofFile).isEmpty()) {
            return Finding.fail("The node cannot resolve its own name [" + name + "].", host.lines());
        }
        boolean onlyOfTheEngine = ofFile.isEmpty() && !value(host, "files\t").isEmpty();
        return onlyOfTheEngine
                ? Finding.fail(
                        "The node's own name [" + name
                                + "] is not in /etc/hosts, or [hosts:] in /etc/nsswitch.conf does"
                                + " not say [files]: only the engine's name service knows it, which a node of the"
                                + " platform does not have.",
                        host.lines())
                : Finding.pass("The node resolves its own name.");
    }

    private static Finding certificates(Facts facts) {
        List<String> files = facts.answer("system.certificates").lines();
        return files.isEmpty()
                ? Finding.fail(
                        "The image has no certificates of public authorities, so HTTPS connections fail.",
                        List.of("none of the usual bundles, such as /etc/ssl/certs/ca-certificates.crt"))
                : Finding.pass("Certificates are in [" + files.get(0) + "].");
    }

    private static Finding tmp(Facts facts) {
        Answer tmp = facts.answer("system.tmp");
        List<String> lines = tmp.lines();
        if (!lines.contains("writable")) {
            return Finding.fail("/tmp cannot be written to.", List.of(tmp.shown("write to /tmp")));
        }
        if (!lines.contains("runs")) {
            return Finding.fail("A program in /tmp does not run.", List.of(tmp.shown("run a script in /tmp")));
        }
        return lines.contains("sticky")
                ? Finding.pass("/tmp can be written to, and programs run from it.")
                : Finding.fail("/tmp does not have the mode 1777.", List.of("the sticky bit of /tmp is not set"));
    }

    private static Finding init(Facts facts) {
        ImageInfo image = facts.image();
        List<String> command = Stream.concat(image.entrypoint().stream(), image.cmd().stream())
                .filter(word -> word.matches("(.*/)?(init|systemd)"))
                .toList();
        return command.isEmpty()
                ? Finding.pass("The image does not start systemd.")
                : Finding.fail(
                        "The image would start " + command + " as its first process; on a node it does not run.",
                        List.of("ENTRYPOINT " + image.entrypoint(), "CMD " + image.cmd()));
    }
}
