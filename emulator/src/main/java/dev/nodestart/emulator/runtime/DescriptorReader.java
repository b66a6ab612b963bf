package dev.nodestart.emulator.runtime;

import dev.nodestart.emulator.data.JsonCursor;
import dev.nodestart.emulator.data.Provenance;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Turns a line's data file into a descriptor. */
final class DescriptorReader {
    private static final Set<String> KEYS = Set.of(
            "line",
            "name",
            "spark_version",
            "spark",
            "ubuntu",
            "support",
            "base_images",
            "java",
            "jname",
            "python",
            "repl",
            "r",
            "gpu",
            "driver_nfs",
            "expectations",
            "conda",
            "notes",
            "pins",
            "lsp_pins");

    private final JsonCursor file;
    private final Map<Integer, List<String>> commonFlags;
    private final Map<String, Provenance> provenance = new LinkedHashMap<>();

    private DescriptorReader(JsonCursor file, Map<Integer, List<String>> commonFlags) {
        this.file = file;
        this.commonFlags = commonFlags;
    }

    static RuntimeDescriptor read(JsonCursor file, Map<Integer, List<String>> commonFlags) {
        return new DescriptorReader(file.object(KEYS), commonFlags).descriptor();
    }

    /** The flags of {@code java-flags.json} or of a descriptor's own {@code java.flags}, by major version. */
    static Map<Integer, List<String>> flags(JsonCursor majors) {
        Map<Integer, List<String>> flags = new LinkedHashMap<>();
        majors.map(group -> group).forEach((major, group) -> {
            if (!major.matches("[1-9][0-9]?")) {
                throw group.problem("must be named by a major version of Java");
            }
            Provenance.read(group.object(Set.of("flags", "source", "confidence")));
            flags.put(Integer.valueOf(major), group.child("flags").list(JsonCursor::text));
        });
        return flags;
    }

    private RuntimeDescriptor descriptor() {
        JsonCursor key = group("spark_version", "versions", "scala");
        JsonCursor support = group("support", "long_term", "released", "end_of_support");
        JsonCursor images = group("base_images", "tags", "images", "gpu_tags");
        return new RuntimeDescriptor(
                file.child("line").text(),
                file.child("name").text(),
                pattern(key.child("versions")),
                texts(key.child("scala")),
                group("spark", "version").child("version").text(),
                texts(group("ubuntu", "releases").child("releases")),
                support(support),
                new BaseImages(
                        texts(images.child("tags")),
                        texts(images.child("images")),
                        images.optional("gpu_tags", DescriptorReader::texts).orElse(List.of())),
                java(),
                python(),
                file.optional("r", r -> group("r", "version").child("version").text()),
                file.optional("gpu", gpu -> group("gpu", "cuda").child("cuda").text()),
                group("driver_nfs", "needs_virtualenv")
                        .child("needs_virtualenv")
                        .flag(),
                expectations(),
                group("conda", "supported").child("supported").flag(),
                texts(file.child("notes")),
                group("pins", "packages").child("packages").map(JsonCursor::text),
                group("lsp_pins", "packages").child("packages").map(JsonCursor::text),
                Map.copyOf(provenance));
    }

    static Support support(JsonCursor support) {
        return new Support(
                support.child("long_term").flag(),
                support.optional("released", JsonCursor::date),
                support.optional("end_of_support", JsonCursor::date));
    }

    private JavaSettings java() {
        JsonCursor java = group("java", "default", "gates", "flags", "base_image");
        Map<Integer, List<String>> flags = new LinkedHashMap<>(commonFlags);
        java.optional("flags", DescriptorReader::flags).ifPresent(flags::putAll);
        return new JavaSettings(
                java.child("default").wholeNumber(),
                group("jname", "majors").child("majors").list(JsonCursor::wholeNumber),
                java.child("gates").list(JsonCursor::wholeNumber),
                Map.copyOf(flags),
                java.child("base_image").text());
    }

    private PythonSettings python() {
        JsonCursor python = group("python", "minor", "root", "interpreter", "tools");
        JsonCursor repl = group("repl", "kernel", "imports");
        JsonCursor kernel = repl.child("kernel");
        return new PythonSettings(
                python.child("minor").text(),
                python.child("root").text(),
                python.child("interpreter").text(),
                python.optional("tools", tools -> tools.map(JsonCursor::text)).orElse(Map.of()),
                switch (kernel.text()) {
                    case "ipykernel" -> PythonSettings.Repl.IPYKERNEL;
                    case "pythonshell" -> PythonSettings.Repl.PYTHONSHELL;
                    default -> throw kernel.problem("must be ipykernel or pythonshell");
                },
                texts(repl.child("imports")));
    }

    private Expectations expectations() {
        JsonCursor wants = group("expectations", "libraries_user", "acl", "utf8_locale", "language_server");
        return new Expectations(
                wants.child("libraries_user").flag(),
                wants.child("acl").flag(),
                wants.child("utf8_locale").flag(),
                wants.child("language_server").flag());
    }

    /** A group of values with its source; nothing else may stand in it. */
    private JsonCursor group(String name, String... keys) {
        List<String> known = new ArrayList<>(List.of(keys));
        known.addAll(List.of("source", "confidence"));
        JsonCursor group = file.child(name).object(Set.copyOf(known));
        provenance.put(name, Provenance.read(group));
        return group;
    }

    private static List<String> texts(JsonCursor array) {
        return array.list(JsonCursor::text);
    }

    private static String pattern(JsonCursor value) {
        try {
            return Pattern.compile(value.text()).pattern();
        } catch (PatternSyntaxException e) {
            throw value.problem("must be a regular expression");
        }
    }
}
