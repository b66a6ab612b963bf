package dev.nodestart.emulator.spec;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The {@code docker_image} block (clusters-api.md §1, dcs.md §3 rows 10 and 11). */
final class ImageRules {
    private static final Pattern SCHEME = Pattern.compile("^([a-z][a-z0-9+.-]*://)(.*)$");
    private static final Pattern SECRET = Pattern.compile("\\{\\{secrets/[^{}]+/[^{}]+}}");

    private ImageRules() {}

    static void check(RuleInput call) {
        JsonNode image = call.kept().path("docker_image");
        if (image.isObject()) {
            url(call, image);
            auth(call, image.path("basic_auth"));
        }
    }

    private static void url(RuleInput call, JsonNode image) {
        String url = image.path("url").asText();
        String place = "/docker_image/url";
        Matcher scheme = SCHEME.matcher(url);
        if (!call.given().path("docker_image").hasNonNull("url") || (image.has("url") && url.isBlank())) {
            String advice = "Write a reference such as [acme.azurecr.io/dbr:1.4].";
            call.report(SpecRule.IMAGE_URL, place, "The image has no [url].", advice);
        } else if (scheme.matches()) {
            call.report(
                    SpecRule.IMAGE_URL,
                    place,
                    "An image reference has no scheme, but this one begins with [%s].".formatted(scheme.group(1)),
                    "Remove [%s].".formatted(scheme.group(1)));
        } else if (url.chars().anyMatch(Character::isWhitespace)) {
            call.report(
                    SpecRule.IMAGE_URL, place, "The image reference [%s] holds blanks.".formatted(url), "Remove them.");
        }
    }

    private static void auth(RuleInput call, JsonNode auth) {
        if (!auth.isObject()) {
            return;
        }
        JsonNode given = call.given().path("docker_image").path("basic_auth");
        String place = "/docker_image/basic_auth";
        for (String field : new String[] {"username", "password"}) {
            boolean bad = given.hasNonNull(field) && !auth.has(field);
            if (!bad && auth.path(field).asText().isBlank()) {
                call.report(
                        SpecRule.BASIC_AUTH,
                        place + "/" + field,
                        "Field [basic_auth] has no [%s].".formatted(field),
                        "Give both, or leave [basic_auth] out for a public image.");
            }
        }
        String password = auth.path("password").asText();
        if (!password.isBlank() && !SECRET.matcher(password).matches()) {
            call.report(
                    SpecRule.CLEAR_PASSWORD,
                    place + "/password",
                    "The registry password stands in clear text, where everyone who sees the cluster can read it.",
                    "Write [{{secrets/scope/key}}] and give it here with --secret scope/key=env:NAME.");
        }
    }
}
