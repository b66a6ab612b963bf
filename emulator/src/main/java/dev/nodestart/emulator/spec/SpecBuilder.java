package dev.nodestart.emulator.spec;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes a create call from flags, and lays flags over one that was given as JSON. */
final class SpecBuilder {
    static final String DEFAULT_LINE = "15.4";
    private static final Pattern LINE = Pattern.compile("([0-9]{1,3})\\.([0-9]{1,3})(?:\\.x)?");
    private static final String PROFILE = "spark.databricks.cluster.profile";

    private final PlatformData platform;
    private final Problems problems;

    SpecBuilder(PlatformData platform, Problems problems) {
        this.platform = platform;
        this.problems = problems;
    }

    /** The call that somebody gets who gives no JSON: a small cluster of the line, without workers a single node. */
    ObjectNode build(Overrides flags) {
        ObjectNode call = JsonNodeFactory.instance.objectNode();
        call.put("cluster_name", "nodestart");
        call.put("spark_version", sparkVersion(DEFAULT_LINE));
        call.put("node_type_id", "i3.xlarge");
        call.put("num_workers", flags.workers().orElse(0));
        call.put("data_security_mode", "SINGLE_USER");
        if (flags.workers().orElse(0) == 0) {
            call.putObject("spark_conf").put(PROFILE, "singleNode").put("spark.master", "local[*, 4]");
            call.putObject("custom_tags").put("ResourceClass", "SingleNode");
        }
        return merge(call, flags);
    }

    /** Gives the call with the flags laid over it; the call itself is left as it is. */
    ObjectNode merge(ObjectNode given, Overrides flags) {
        ObjectNode call = given.deepCopy();
        flags.image().ifPresent(image -> image(call, image));
        flags.dbr().ifPresent(line -> call.put("spark_version", sparkVersion(line)));
        flags.workers().ifPresent(workers -> workers(call, workers));
        pairs(call, "spark_env_vars", "--env NAME=VALUE", flags.env());
        pairs(call, "spark_conf", "--conf KEY=VALUE", flags.conf());
        if (!flags.initScripts().isEmpty()
                && (!call.hasNonNull("init_scripts")
                        || call.path("init_scripts").isArray())) {
            var scripts = call.path("init_scripts").isArray()
                    ? call.withArrayProperty("init_scripts")
                    : call.putArray("init_scripts");
            flags.localScripts()
                    .forEach(script ->
                            scripts.addObject().putObject("workspace").put("destination", script.destination()));
        }
        return call;
    }

    private static void image(ObjectNode call, String image) {
        // Credentials belong to the registry of the image that is replaced.
        if (!call.path("docker_image").path("url").asText().equals(image)) {
            call.putObject("docker_image").put("url", image);
        }
    }

    private String sparkVersion(String line) {
        Matcher form = LINE.matcher(line);
        // what is no line is kept as it is, so that the rules refuse it in the API's own words
        return line.contains("-")
                ? line
                : platform.sparkVersion(line).orElseGet(() -> form.matches() ? guess(form) : line);
    }

    private static String guess(Matcher form) {
        // From 17 on there is Scala 2.13 only (dcs.md §2).
        String scala = Integer.parseInt(form.group(1)) >= 17 ? "2.13" : "2.12";
        return "%s.%s.x-scala%s".formatted(form.group(1), form.group(2), scala);
    }

    private static void workers(ObjectNode call, int workers) {
        call.remove("autoscale");
        call.put("num_workers", workers);
        if (workers > 0
                && call.get("spark_conf") instanceof ObjectNode conf
                && conf.path(PROFILE).asText().equals("singleNode")) {
            conf.remove(List.of(PROFILE, "spark.master"));
            if (call.get("custom_tags") instanceof ObjectNode tags) {
                tags.remove("ResourceClass");
            }
        }
    }

    private void pairs(ObjectNode call, String field, String form, List<String> values) {
        for (String value : values) {
            int equals = value.indexOf('=');
            if (equals <= 0) {
                // What stands there may be a value, and a secret.
                problems.add(
                        SpecRule.FLAG, "", "A flag is not of the form [%s].".formatted(form), "Write " + form + ".");
            } else if (!call.hasNonNull(field)) {
                call.putObject(field).put(value.substring(0, equals), value.substring(equals + 1));
            } else if (call.get(field) instanceof ObjectNode map) {
                map.put(value.substring(0, equals), value.substring(equals + 1));
            }
        }
    }
}
