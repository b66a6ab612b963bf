package dev.nodestart.conformance.suite;

import static dev.nodestart.conformance.CheckRule.should;

import dev.nodestart.conformance.CheckRule;
import dev.nodestart.conformance.Finding;
import dev.nodestart.conformance.facts.Facts;
import dev.nodestart.emulator.model.ImageHistory;
import dev.nodestart.emulator.secret.SecretWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Secrets that everybody who can pull the image can read. */
final class ImageSecrets {

    private ImageSecrets() {}

    static List<CheckRule> rules() {
        return List.of(
                should("IMAGE-010", "The image's ENV and labels carry no secret")
                        .tags("build", "secrets")
                        .why(
                                "Everybody who can pull the image, and every process on a node, can read its ENV and labels.")
                        .remedy("""
                                Take it out of the Dockerfile, make it invalid where it came from, and give the new one at run time:
                                "spark_env_vars": {"MY_TOKEN": "{{secrets/scope/key}}"}""")
                        .source("Databricks docs, secrets in spark_env_vars (dcs.md §4.6)")
                        .judge(ImageSecrets::environment),
                should("IMAGE-011", "The image's history carries no secret")
                        .tags("build", "secrets")
                        .why(
                                "Build arguments and command lines are kept in the image's history, where everybody who can pull it can read them.")
                        .remedy("""
                                Make the secret invalid where it came from, and hand the new one to the build as a secret:
                                RUN --mount=type=secret,id=token TOKEN="$(cat /run/secrets/token)" …
                                docker build --secret id=token,env=TOKEN …""")
                        .source("Docker docs, build secrets (dcs.md §4.7)")
                        .judge(ImageSecrets::history));
    }

    private static Finding environment(Facts facts) {
        List<String> found = new ArrayList<>();
        collect("ENV ", facts.image().env(), found);
        collect("LABEL ", facts.image().labels(), found);
        return found.isEmpty()
                ? Finding.pass("No ENV and no label of the image looks like a secret.")
                : Finding.fail(
                        "The image carries what looks like a secret in " + found + ".",
                        found.stream()
                                .map(name -> name + "=" + SecretWords.HIDDEN)
                                .toList());
    }

    private static void collect(String kind, Map<String, String> values, List<String> found) {
        values.forEach((name, value) -> {
            if (SecretWords.isSecret(name, value)) {
                found.add(kind + name);
            }
        });
    }

    private static Finding history(Facts facts) {
        List<ImageHistory> steps = facts.imageDetails().history();
        List<String> found = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            String step = steps.get(i).createdBy();
            // ENV has a check of its own
            if (step.startsWith("ENV ") || step.contains("#(nop)  ENV ")) {
                continue;
            }
            List<String> names = SecretWords.assigned(step);
            if (!names.isEmpty() || SecretWords.hasSecretForm(step)) {
                found.add("step " + (i + 1) + (names.isEmpty() ? "" : ": " + String.join(", ", names)));
            }
        }
        return found.isEmpty()
                ? Finding.pass("No step of the image's history looks like it had a secret.")
                : Finding.fail("The image's history shows what looks like a secret in " + found + ".", shown(found));
    }

    private static List<String> shown(List<String> found) {
        return found.stream().map(step -> step + " = " + SecretWords.HIDDEN).toList();
    }
}
