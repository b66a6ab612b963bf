package dev.nodestart.emulator.spec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever is given, the parser answers with a result; the seed is fixed, so a failure comes again. */
class SpecFuzzTests {
    private static final String FULL = Call.good()
            .with("autoscale", "{'min_workers': 1, 'max_workers': 4}")
            .with("docker_image", "{'url': 'a', 'basic_auth': {'username': 'u', 'password': 'hunter2secret'}}")
            .with(
                    "init_scripts",
                    "[{'s3': {'destination': 's3://b/a.sh', 'region': 'r'}}, {'file': {'destination': 'file:/a.sh'}},"
                            + " {'volumes': {'destination': '/Volumes/c/s/v/a.sh'}}]")
            .with("spark_conf", "{'spark.master': 'local[*]', 'spark.databricks.cluster.profile': 'singleNode'}")
            .with("spark_env_vars", "{'A': '{{secrets/a/b}}'}")
            .with("custom_tags", "{'a': 'b'}")
            .with("cluster_log_conf", "{'dbfs': {'destination': 'dbfs:/logs'}}")
            .with("workload_type", "{'clients': {'jobs': true}}")
            .with("ssh_public_keys", "['k']")
            .with("data_security_mode", "'SINGLE_USER'")
            .json();
    private static final AllowedRules ALL = AllowedRules.of(Arrays.stream(SpecRule.values())
            .filter(SpecRule::allowable)
            .map(SpecRule::id)
            .toList());

    @Test
    void parseWhenTextIsDamagedAlwaysAnswers() {
        Random random = new Random(154);
        for (int round = 0; round < 2_000; round++) {
            StringBuilder text = new StringBuilder(FULL);
            for (int change = random.nextInt(4); change >= 0; change--) {
                int at = random.nextInt(text.length());
                switch (random.nextInt(3)) {
                    case 0 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(8)));
                    case 1 -> text.insert(at, (char) random.nextInt(0x3000));
                    default -> text.insert(at, text.substring(at, Math.min(text.length(), at + random.nextInt(20))));
                }
            }
            judge(text.toString(), random);
        }
    }

    @Test
    void parseWhenTreeIsChangedAlwaysAnswers() {
        Random random = new Random(173);
        JsonNode tree =
                JsonDocument.read(FULL, new Problems(AllowedRules.none())).orElseThrow();
        for (int round = 0; round < 2_000; round++) {
            ObjectNode copy = tree.deepCopy();
            for (int change = random.nextInt(4); change >= 0; change--) {
                change(copy, random);
            }
            judge(copy.toString(), random);
        }
    }

    private static void judge(String text, Random random) {
        Overrides flags = random.nextBoolean()
                ? Overrides.none()
                : Overrides.none()
                        .withImage("b")
                        .withDbr("15.4")
                        .withWorkers(random.nextInt(3) - 1)
                        .withEnv(List.of("A=b"))
                        .withConf(List.of("c=d", "e"))
                        .withInitScripts(List.of("a.sh"));
        SpecResult result =
                new SpecParser(new TestPlatform(), random.nextBoolean() ? ALL : AllowedRules.none()).parse(text, flags);

        assertThat(result instanceof SpecResult.Invalid)
                .as(text)
                .isEqualTo(result.problems().stream().anyMatch(SpecProblem::isError));
        result.problems()
                .forEach(problem -> assertThat(problem.message()).as(text).isNotBlank());
        if (result instanceof SpecResult.Valid valid) {
            assertThat(valid.spec().numWorkers()).isNotNegative();
            assertThat(valid.spec().toString()).doesNotContain("hunter2");
        }
    }

    private static void change(ObjectNode root, Random random) {
        JsonNode node = root;
        List<JsonNode> containers = new ArrayList<>(List.of(root));
        while (random.nextInt(3) > 0) {
            List<JsonNode> inner = new ArrayList<>();
            node.forEach(child -> {
                if (child.isContainerNode() && !child.isEmpty()) {
                    inner.add(child);
                }
            });
            if (inner.isEmpty()) {
                break;
            }
            node = inner.get(random.nextInt(inner.size()));
            containers.add(node);
        }
        JsonNode value = value(random, containers);
        if (node instanceof ObjectNode object && !object.isEmpty()) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            String name = names.get(random.nextInt(names.size()));
            switch (random.nextInt(3)) {
                case 0 -> object.remove(name);
                case 1 -> object.set(name + (random.nextBoolean() ? "x" : "/~"), value);
                default -> object.set(name, value);
            }
        } else if (node instanceof ArrayNode array && !array.isEmpty()) {
            array.set(random.nextInt(array.size()), value);
        }
    }

    private static JsonNode value(Random random, List<JsonNode> containers) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return switch (random.nextInt(9)) {
            case 0 -> nodes.nullNode();
            case 1 -> nodes.booleanNode(random.nextBoolean());
            case 2 -> nodes.numberNode(random.nextInt());
            case 3 -> nodes.numberNode(random.nextDouble() * 1e300);
            case 4 -> nodes.textNode("");
            case 5 -> nodes.textNode("/Volumes/{{secrets/a/b}}'://");
            case 6 -> nodes.objectNode();
            case 7 -> nodes.arrayNode().add(1).addNull();
            default -> containers.get(random.nextInt(containers.size())).deepCopy();
        };
    }
}
