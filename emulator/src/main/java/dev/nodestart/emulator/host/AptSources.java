package dev.nodestart.emulator.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the package sources that a machine is configured with, in both of apt's formats. */
final class AptSources {

    /** {@code deb [signed-by=… trusted=yes] URI suite component…} */
    private static final Pattern ONE_LINE = Pattern.compile("deb\\s+(?:\\[([^\\]]*)\\]\\s+)?(\\S+)\\s+(\\S+)\\s+(.+)");

    private AptSources() {}

    /** Returns the sources of a configuration folder such as {@code /etc/apt}, those of Debian only, for a release. */
    static List<AptSource> debian(Path etcApt, String release) {
        return read(etcApt).stream()
                .flatMap(source -> source.forRelease(release).stream())
                .distinct()
                .toList();
    }

    static List<AptSource> read(Path etcApt) {
        List<AptSource> sources = new ArrayList<>();
        for (Path file : files(etcApt)) {
            String text = text(file);
            sources.addAll(file.toString().endsWith(".sources") ? stanzas(text) : lines(text));
        }
        return List.copyOf(sources);
    }

    /** Returns a file's text, nothing where it cannot be read: apt itself leaves such a file out. */
    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            return "";
        }
    }

    private static List<Path> files(Path etcApt) {
        List<Path> files = new ArrayList<>();
        Path list = etcApt.resolve("sources.list");
        if (Files.isReadable(list)) {
            files.add(list);
        }
        try (Stream<Path> parts = Files.list(etcApt.resolve("sources.list.d"))) {
            parts.filter(path ->
                            path.toString().endsWith(".list") || path.toString().endsWith(".sources"))
                    .sorted()
                    .forEach(files::add);
        } catch (IOException none) {
            return files;
        }
        return files;
    }

    static List<AptSource> lines(String text) {
        List<AptSource> sources = new ArrayList<>();
        text.lines().map(line -> line.replaceFirst("#.*", "").strip()).forEach(line -> {
            Matcher matcher = ONE_LINE.matcher(line);
            if (matcher.matches()) {
                String options = matcher.group(1) == null ? "" : matcher.group(1);
                sources.add(new AptSource(
                        matcher.group(2),
                        matcher.group(3),
                        words(matcher.group(4)),
                        option(options, "signed-by").map(Path::of),
                        option(options, "trusted").equals(Optional.of("yes"))));
            }
        });
        return sources;
    }

    static List<AptSource> stanzas(String text) {
        List<AptSource> sources = new ArrayList<>();
        String uncommented =
                text.lines().filter(line -> !line.startsWith("#")).reduce("", (all, line) -> all + line + "\n");
        for (String stanza : uncommented.split("\\n\\s*\\n")) {
            Map<String, String> fields = fields(stanza);
            if (!words(fields.getOrDefault("types", "")).contains("deb")
                    || fields.getOrDefault("enabled", "yes").equals("no")) {
                continue;
            }
            Optional<Path> signedBy = Optional.ofNullable(fields.get("signed-by"))
                    .filter(value -> value.startsWith("/"))
                    .map(Path::of);
            for (String uri : words(fields.getOrDefault("uris", ""))) {
                for (String suite : words(fields.getOrDefault("suites", ""))) {
                    sources.add(new AptSource(
                            uri,
                            suite,
                            words(fields.getOrDefault("components", "")),
                            signedBy,
                            fields.getOrDefault("trusted", "no").equals("yes")));
                }
            }
        }
        return sources;
    }

    private static Map<String, String> fields(String stanza) {
        Map<String, String> fields = new HashMap<>();
        String last = "";
        for (String line : stanza.lines().toList()) {
            int colon = line.indexOf(':');
            if (line.startsWith(" ") || line.startsWith("\t")) {
                fields.merge(last, line.strip(), (before, more) -> (before + " " + more).strip());
            } else if (colon > 0) {
                last = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
                fields.put(last, line.substring(colon + 1).strip());
            }
        }
        return fields;
    }

    private static Optional<String> option(String options, String name) {
        return words(options).stream()
                .filter(option -> option.startsWith(name + "="))
                .map(option -> option.substring(name.length() + 1))
                .findFirst();
    }

    private static List<String> words(String text) {
        return text.isBlank() ? List.of() : List.of(text.strip().split("\\s+"));
    }
}
