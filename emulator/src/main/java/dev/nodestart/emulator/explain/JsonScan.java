package dev.nodestart.emulator.explain;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts what a JSON document says into a scan. */
final class JsonScan {
    /** What was asked for, not what happened. */
    private static final Set<String> ASKED = Set.of(
            "attributes",
            "previous_attributes",
            "spec",
            "spark_conf",
            "spark_env_vars",
            "custom_tags",
            "default_tags",
            "cluster_name");

    private static final Pattern LINE_OF_KEY = Pattern.compile("(\\d{1,2}\\.\\d{1,2})\\.x-.*");

    private JsonScan() {}

    static void into(Scan scan, JsonForm json, Knowledge knowledge) {
        List<JsonString> values = json.values();
        // the newest reason counts, and it stands last
        for (int i = values.size() - 1; i >= 0; i--) {
            JsonString value = values.get(i);
            if (isCode(value, json.form()) && knowledge.ofCode(value.value()).isPresent()) {
                scan.code(value.value(), value.seen(value.name() + ": " + value.value()));
            }
        }
        for (JsonString value : values) {
            if (value.name().equals("spark_version")) {
                Matcher key = LINE_OF_KEY.matcher(value.value());
                scan.runtime(key.matches() ? Optional.of(key.group(1)) : Optional.empty());
            }
            if (value.name().equals("type") && knowledge.ofEvent(value.value()).isPresent()) {
                scan.event(value.value(), value.seen("type: " + value.value()));
            }
            if (asked(value.pointer())
                    || isCode(value, json.form())
                    || value.name().equals("type")) {
                continue;
            }
            value.value().lines().forEach(line -> scan.line(value.line(), value.pointer(), line));
        }
    }

    private static boolean isCode(JsonString value, Form form) {
        return value.pointer().endsWith("/termination_reason/code")
                || value.pointer().endsWith("/reason/code")
                || (value.pointer().equals("/code") && form == Form.TERMINATION_REASON);
    }

    private static boolean asked(String pointer) {
        for (String part : pointer.split("/", -1)) {
            if (ASKED.contains(part)) {
                return true;
            }
        }
        return false;
    }
}
