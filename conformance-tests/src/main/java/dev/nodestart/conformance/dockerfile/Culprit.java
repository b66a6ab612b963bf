package dev.nodestart.conformance.dockerfile;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the instruction that brought what a finding tells of. Pure. */
final class Culprit {
    /** Names that findings write in brackets or quotes, paths, and variables of the environment. */
    private static final Pattern NAMED = Pattern.compile("\\[([^\\[\\]\\s]{2,})\\]|\"([^\"\\s]{2,})\"|'([^'\\s]{2,})'");

    private static final Pattern PATH = Pattern.compile("(?<![\\w.])(/[\\w.@+-]+(?:/[\\w.@+-]+)+)");
    private static final Pattern FOLDER = Pattern.compile("(?<![\\w./])(/[\\w.@+-]+)");
    private static final Pattern GLOB = Pattern.compile("(?<=/)[\\w.+-]+\\*[\\w.+*-]*");
    private static final Pattern NOT_FOUND = Pattern.compile("([\\w.+-]+): (?:command )?not found");
    private static final Pattern IMAGE_ENV = Pattern.compile("Image env: \\[(\\w+)=");
    private static final Pattern VARIABLE = Pattern.compile("(?<!\\w)([A-Z][A-Z0-9_]{3,})(?!\\w)");

    /** Commands that take something away or change it. */
    private static final Pattern TAKES_AWAY =
            Pattern.compile("(?<![\\w-])(rm|remove|purge|autoremove|uninstall|mv|chmod|chown|ln|unlink"
                    + "|truncate|sed|userdel|deluser|del|erase|update-alternatives|tee|cp|dpkg-divert)(?![\\w-])|>");

    private static final Pattern RECURSIVE =
            Pattern.compile("(?:chown|chmod|chgrp)\\s+(?:-\\w*R\\w*|--recursive)\\s+([^;&|\\n]+)");

    /** What is there in a wrong version was installed so. */
    private static final Pattern INSTALLS = Pattern.compile("(?<![\\w-])install(?![\\w-])");

    /** They stand in many sentences, and say nothing there about who set them. */
    private static final Set<String> EVERYWHERE = Set.of("PATH", "HOME", "USER");

    /** What a program is called among packages, where it is not its own name. */
    private static final List<List<String>> PACKAGES = List.of(
            List.of("ps", "procps"),
            List.of("ip", "iproute2"),
            List.of("setfacl", "acl"),
            List.of("java", "jdk", "jre", "zulu", "temurin", "corretto"),
            List.of("sshd", "openssh-server"),
            List.of("mkdir", "coreutils"),
            List.of("R", "r-base"),
            List.of("fusermount", "fuse"));

    private final Dockerfile file;

    Culprit(Dockerfile file) {
        this.file = file;
    }

    /**
     * The instruction that brought it.
     *
     * @param id of the cause or check
     * @param said all that the finding says
     * @param missing whether, where no instruction took it away, the base lacks it
     */
    Optional<Instruction> of(String id, String said, boolean missing) {
        String text = said.replace("/./", "/");
        if (id.equals("DCS-F16")) {
            return file.last("USER");
        }
        if (id.equals("DCS-F88") || id.equals("DCS-F37")) {
            return file.last("ENTRYPOINT").or(() -> file.last("CMD"));
        }
        if (id.equals("DCS-F15")) {
            return file.last(text.contains("olume") ? "VOLUME" : "WORKDIR");
        }
        if (List.of("DCS-F14", "DCS-F38", "DCS-F30").contains(id)) {
            return file.last("FROM");
        }
        return setting(text)
                .or(() -> volume(text))
                .or(() -> step(text, !missing))
                .or(() -> List.of("DCS-F85", "DCS-F112").contains(id) ? folder(text) : Optional.empty())
                .or(() -> missing && !file.isHistory() ? file.last("FROM") : Optional.empty());
    }

    private Optional<Instruction> setting(String text) {
        Set<String> variables = new TreeSet<>();
        Matcher env = IMAGE_ENV.matcher(text);
        while (env.find()) {
            variables.add(env.group(1));
        }
        if (variables.isEmpty()) {
            Matcher named = VARIABLE.matcher(text);
            while (named.find()) {
                variables.add(named.group(1));
            }
            variables.removeAll(EVERYWHERE);
        }
        return file.last(instruction -> instruction.keyword().equals("ENV")
                && variables.stream()
                        .anyMatch(name -> instruction.arguments().matches("(?s)(.*\\s)?" + name + "[=\\s].*")));
    }

    private Optional<Instruction> volume(String text) {
        return text.contains("olume")
                ? file.last(instruction -> instruction.keyword().equals("VOLUME")
                        && Stream.concat(paths(text, PATH).stream(), paths(text, FOLDER).stream())
                                .anyMatch(instruction.arguments()::contains))
                : Optional.empty();
    }

    /** A path tells more than a name. */
    private Optional<Instruction> step(String text, boolean installed) {
        return last(paths(text, PATH), installed, Culprit::mentions)
                .or(() -> last(names(text), installed, Culprit::mentionsWord));
    }

    /** A folder right under the root, itself and not what is in it. */
    private Optional<Instruction> folder(String text) {
        return last(
                paths(text, FOLDER),
                false,
                (instruction, folder) -> runsOn(instruction, folder) || mentions(instruction, folder));
    }

    private static boolean runsOn(Instruction instruction, String folder) {
        return instruction.keyword().equals("RUN")
                && Pattern.compile("(?<![\\w./-])" + Pattern.quote(folder) + "(?![\\w./*-])")
                        .matcher(instruction.arguments())
                        .find();
    }

    private interface Mention {
        boolean in(Instruction instruction, String what);
    }

    private Optional<Instruction> last(Set<String> things, boolean installed, Mention mention) {
        Predicate<Instruction> changes = instruction -> switch (instruction.keyword()) {
            case "RUN" ->
                TAKES_AWAY.matcher(instruction.arguments()).find()
                        || (installed
                                && INSTALLS.matcher(instruction.arguments()).find());
            case "COPY", "ADD" -> true;
            default -> false;
        };
        return file.last(changes.and(instruction -> things.stream().anyMatch(thing -> mention.in(instruction, thing))));
    }

    private static boolean mentions(Instruction instruction, String path) {
        String text = instruction.arguments();
        if (instruction.keyword().equals("RUN")) {
            return word(path).matcher(text).find()
                    || text.contains(parent(path) + "/*")
                    || globs(text, path)
                    || wholeFolder(text, path);
        }
        String target = text.substring(text.lastIndexOf(' ') + 1).replaceAll("[\"\\]]|/$", "");
        return path.equals(target) || (target.length() > 1 && path.startsWith(target + "/"));
    }

    /** Whether all of a folder above a file is given to another owner, or another mode. */
    private static boolean wholeFolder(String text, String path) {
        return RECURSIVE
                .matcher(text)
                .results()
                .flatMap(found -> Stream.of(found.group(1).split("\\s+", -1)))
                .anyMatch(folder ->
                        folder.startsWith("/") && path.startsWith(folder.endsWith("/") ? folder : folder + "/"));
    }

    private static String parent(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    private static boolean mentionsWord(Instruction instruction, String name) {
        return instruction.keyword().equals("RUN")
                && (word(name).matcher(instruction.arguments()).find() || globs(instruction.arguments(), "/" + name));
    }

    /** Whether a pattern of the shell, such as {@code /usr/lib/libz.so*}, takes in a file; one that names little does not count. */
    private static boolean globs(String text, String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return GLOB.matcher(text)
                .results()
                .map(MatchResult::group)
                .anyMatch(glob -> glob.replace("*", "").length() >= 4
                        && name.matches(Pattern.quote(glob.substring(glob.lastIndexOf('/') + 1))
                                .replace("*", "\\E.*\\Q")));
    }

    private static Pattern word(String name) {
        return Pattern.compile("(?<![\\w-])" + Pattern.quote(name) + "(?![\\w-])");
    }

    private static Set<String> paths(String text, Pattern pattern) {
        Set<String> paths = new TreeSet<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            paths.add(matcher.group(1));
        }
        return paths;
    }

    private static Set<String> names(String text) {
        Set<String> names = new TreeSet<>();
        for (Pattern pattern : List.of(NAMED, NOT_FOUND)) {
            Matcher matcher = pattern.matcher(text);
            while (matcher.find()) {
                for (int group = 1; group <= matcher.groupCount(); group++) {
                    String name = matcher.group(group);
                    if (name != null && name.matches("[A-Za-z][\\w.+-]*")) {
                        names.add(name);
                    }
                }
            }
        }
        for (List<String> row : PACKAGES) {
            if (word(row.get(0)).matcher(text).find()) {
                names.addAll(row);
            }
        }
        for (String tool : List.of("virtualenv", "sudo", "bash", "ipykernel", "pip", "libraries")) {
            if (word(tool).matcher(text).find()) {
                names.add(tool);
            }
        }
        return names;
    }
}
