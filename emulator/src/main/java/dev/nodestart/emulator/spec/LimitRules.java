package dev.nodestart.emulator.spec;

import com.fasterxml.jackson.databind.JsonNode;

/** Limits of single fields (clusters-api.md §1). */
final class LimitRules {
    private LimitRules() {}

    static void check(RuleInput call) {
        JsonNode minutes = call.kept().path("autotermination_minutes");
        if (minutes.isInt() && minutes.intValue() != 0 && (minutes.intValue() < 10 || minutes.intValue() > 10000)) {
            call.report(
                    SpecRule.AUTOTERMINATION,
                    "/autotermination_minutes",
                    "Field [autotermination_minutes] must be 0, or 10 to 10000, but it is [%d]."
                            .formatted(minutes.intValue()),
                    "Use 0 for a cluster that never ends by itself.");
        }
        if (call.kept().path("ssh_public_keys").size() > 10) {
            call.report(
                    SpecRule.SSH_KEYS,
                    "/ssh_public_keys",
                    "A cluster takes at most 10 SSH keys, but it has [%d]."
                            .formatted(call.kept().path("ssh_public_keys").size()),
                    "");
        }
        tags(call, call.kept().path("custom_tags"));
    }

    private static void tags(RuleInput call, JsonNode tags) {
        if (tags.size() > 45) {
            String message = "A cluster takes at most 45 custom tags, but it has [%d].".formatted(tags.size());
            call.report(SpecRule.CUSTOM_TAGS, "/custom_tags", message, "");
        }
        tags.properties().forEach(tag -> {
            String place = Pointers.child("/custom_tags", tag.getKey());
            int key = tag.getKey().length();
            int value = tag.getValue().asText().length();
            if (key < 1 || key > 127) {
                String message =
                        "The key of a custom tag has 1 to 127 characters, but this one has [%d].".formatted(key);
                call.report(SpecRule.CUSTOM_TAGS, place, message, "");
            }
            if (value > 255) {
                String message = "The value of tag [%s] has [%d] characters; at most 255 are taken."
                        .formatted(tag.getKey(), value);
                call.report(SpecRule.CUSTOM_TAGS, place, message, "");
            }
        });
    }
}
