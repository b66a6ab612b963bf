package dev.nodestart.emulator.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a JSON document of the API says about a failure.
 *
 * @param form what it is
 * @param values those to look at: of events, only those of the last start that failed
 * @param notes what was left out, a sentence each
 */
record JsonForm(Form form, List<JsonString> values, List<String> notes) {
    private static final Pattern EVENT =
            Pattern.compile("((?:/events)?/\\d+)/(type|timestamp|details/reason/(?:code|type))");
    private static final Set<String> STARTS = Set.of("CREATING", "STARTING", "RESTARTING");
    private static final Set<String> ENDS_ON_PURPOSE = Set.of("USER_REQUEST", "INACTIVITY", "JOB_FINISHED");

    static JsonForm of(List<JsonString> values) {
        Map<String, Map<String, String>> events = new TreeMap<>();
        for (JsonString value : values) {
            Matcher event = EVENT.matcher(value.pointer());
            if (event.matches()) {
                events.computeIfAbsent(event.group(1), any -> new HashMap<>()).put(event.group(2), value.value());
            }
        }
        events.values().removeIf(event -> !event.containsKey("type"));
        if (!events.isEmpty()) {
            return ofEvents(values, events);
        }
        return new JsonForm(ofOne(values), values, List.of());
    }

    private static Form ofOne(List<JsonString> values) {
        if (has(values, "/type") && has(values, "/timestamp")) {
            return Form.CLUSTER_EVENT;
        }
        if (values.stream().anyMatch(value -> value.pointer().endsWith("/termination_reason/code"))
                || (has(values, "/cluster_id") && has(values, "/state"))
                || values.stream().anyMatch(value -> value.name().equals("state_message"))) {
            return Form.CLUSTER;
        }
        if (has(values, "/code")
                || values.stream().anyMatch(value -> value.pointer().endsWith("/reason/code"))) {
            return Form.TERMINATION_REASON;
        }
        return has(values, "/error_code") ? Form.API_ERROR : Form.JSON;
    }

    private static boolean has(List<JsonString> values, String pointer) {
        return values.stream().anyMatch(value -> value.pointer().equals(pointer));
    }

    private static JsonForm ofEvents(List<JsonString> values, Map<String, Map<String, String>> events) {
        List<Map.Entry<String, Map<String, String>>> inTime = new ArrayList<>(events.entrySet());
        // of the same moment, the answer's own order, which is newest first unless asked otherwise
        boolean ascending = time(inTime.get(0)) < time(inTime.get(inTime.size() - 1));
        inTime.sort(
                Comparator.comparingInt((Map.Entry<String, ?> event) -> index(event.getKey()) * (ascending ? 1 : -1)));
        inTime.sort(Comparator.comparingLong(JsonForm::time));
        int to = inTime.size() - 1;
        while (to > 0 && !inTime.get(to).getValue().getOrDefault("type", "").equals("TERMINATING")) {
            to--;
        }
        if (to == 0) {
            return new JsonForm(Form.CLUSTER_EVENTS, values, List.of());
        }
        int from = to;
        while (from > 0 && !STARTS.contains(inTime.get(from).getValue().get("type"))) {
            from--;
        }
        // what came after the end belongs to it, unless the cluster was started again
        int after = to;
        while (after + 1 < inTime.size()
                && !STARTS.contains(inTime.get(after + 1).getValue().get("type"))) {
            after++;
        }
        List<String> prefixes =
                inTime.subList(from, after + 1).stream().map(Map.Entry::getKey).toList();
        List<JsonString> kept = new ArrayList<>();
        for (String prefix : prefixes) {
            values.stream()
                    .filter(value -> value.pointer().startsWith(prefix + "/"))
                    .forEach(kept::add);
        }
        return new JsonForm(Form.CLUSTER_EVENTS, kept, notes(inTime, from, after));
    }

    private static List<String> notes(List<Map.Entry<String, Map<String, String>>> inTime, int from, int after) {
        List<String> notes = new ArrayList<>();
        List<String> earlier = inTime.subList(0, from).stream()
                .map(event -> event.getValue().getOrDefault("details/reason/code", ""))
                .filter(code -> !code.isEmpty() && !ENDS_ON_PURPOSE.contains(code))
                .distinct()
                .toList();
        if (!earlier.isEmpty()) {
            notes.add("The last end of the cluster is explained; earlier ones, left out, were for " + earlier + ".");
        }
        if (after + 1 < inTime.size()) {
            notes.add("The cluster was started again after the end that is explained here.");
        }
        return notes;
    }

    private static int index(String prefix) {
        return Integer.parseInt(prefix.substring(prefix.lastIndexOf('/') + 1));
    }

    private static long time(Map.Entry<String, Map<String, String>> event) {
        try {
            return Long.parseLong(event.getValue().getOrDefault("timestamp", "0"));
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
