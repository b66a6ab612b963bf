import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Writes {@code evidence.md} and {@code evidence.json} from the reports of a run: what was proved, at which level, on
 * which device (gpu.md §6.6). A pass counts only with the driver's version, the device's UUID, and a control of the
 * same run in which the check did not pass. Ends with 0 where the suite passed on a real device, with 3 where it was
 * simulated, with 4 else.
 */
final class Evidence {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> GOOD = List.of("cdi-v2", "cdi-v1", "explicit");
    private static final Pattern UUID = Pattern.compile("(?:GPU|MIG)-[0-9a-fA-F]{4,}[0-9a-fA-F-]*");

    private final Path folder;
    private final Map<String, JsonNode> reports = new TreeMap<>();
    private final Map<String, String> host = new LinkedHashMap<>();
    private final TreeSet<String> uuids = new TreeSet<>();
    private String driver = "";
    private boolean simulated;

    private Evidence(Path folder) throws IOException {
        this.folder = folder;
        read();
    }

    public static void main(String[] arguments) throws IOException {
        System.exit(new Evidence(Path.of(arguments[0])).write());
    }

    private void read() throws IOException {
        for (String line : lines("host.txt")) {
            int space = line.indexOf(' ');
            host.putIfAbsent(line.substring(0, Math.max(0, space)), line.substring(space + 1));
        }
        simulated = host.getOrDefault("simulated", "yes").equals("yes");
        try (Stream<Path> files = Files.list(folder.resolve("reports"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".json")).toList()) {
                String name = file.getFileName().toString().replace(".json", "");
                reports.put(name, JSON.readTree(file.toFile()));
            }
        }
        for (String line : lines("host-probe-full.jsonl")) {
            JsonNode fact = tree(line);
            simulated |= fact.path("simulated").asBoolean();
            if (fact.path("fact").asText().equals("device")) {
                uuids.add(fact.path("uuid").asText());
            }
            if (fact.path("fact").asText().equals("nvml") && fact.path("driver").isTextual()) {
                driver = fact.path("driver").asText();
            }
        }
        reports.forEach((name, report) -> report.path("checks").forEach(check -> {
            simulated |= check.path("message").asText().contains("SIMULATED");
            if (GOOD.contains(name)) {
                Matcher uuid = UUID.matcher(check.path("message").asText());
                while (uuid.find()) {
                    uuids.add(uuid.group());
                }
            }
        }));
    }

    private int write() throws IOException {
        StringBuilder page = new StringBuilder("# GPU checks on a host\n\n");
        if (simulated) {
            page.append("**SIMULATED: the driver was the tests' own. Nothing here speaks of a GPU.**\n\n");
        }
        page.append("| | |\n|---|---|\n");
        row(page, "date", host.getOrDefault("date", "unknown"));
        row(page, "Nodestart", host.getOrDefault("nodestart", "unknown"));
        row(page, "driver", driver.isEmpty() ? "unknown" : driver);
        row(page, "devices", uuids.isEmpty() ? "none" : String.join(", ", uuids));
        row(page, "kernel driver", host.getOrDefault("nvrm", "not loaded"));
        row(page, "system", host.getOrDefault("system", "unknown") + ", kernel " + host.getOrDefault("kernel", ""));
        page.append("\n## Levels\n\n| level | proves | result |\n|---|---|---|\n");
        levels().forEach((level, result) -> page.append("| ").append(level).append(" | ").append(result).append(" |\n"));
        runs(page);
        int proved = checks(page);
        bandwidth(page);
        Files.writeString(folder.resolve("evidence.md"), page);
        JSON.writerWithDefaultPrettyPrinter()
                .writeValue(
                        folder.resolve("evidence.json").toFile(),
                        Map.of(
                                "simulated", simulated,
                                "driver", driver,
                                "devices", List.copyOf(uuids),
                                "levels", levels(),
                                "checks_proved", proved));
        boolean works = verdict("cdi-v2").equals("WORKS");
        return simulated ? 3 : works && proved > 0 && !driver.isEmpty() && !uuids.isEmpty() ? 0 : 4;
    }

    /** What each level came to (gpu.md §6.6). */
    private Map<String, String> levels() {
        String mark = simulated ? "SIMULATED: " : "";
        Map<String, String> levels = new LinkedHashMap<>();
        boolean probed = probeExit("host-probe-full.jsonl").filter(code -> code == 0).isPresent();
        levels.put("L0 host | the probe, its kernels and the driver's interface", mark + (probed ? "passed" : "not passed"));
        levels.put("L1 OCI bundle | a foreign file system with the injected driver, without an engine", mark + bundle());
        levels.put(
                "L2 product, engine, CDI | the product's own command, through CDI",
                mark + "V2 " + verdict("cdi-v2") + ", V1 " + verdict("cdi-v1") + "; mapped by hand " + verdict("explicit"));
        levels.put("L3 NVIDIA container runtime | the toolkit's own runtime", "not tried");
        long failed = controls().stream().filter(this::caughtSomething).count();
        levels.put(
                "L4 controls | that checks fail where they should",
                mark + failed + " of " + controls().size() + " controls were caught: refused, or a check failed that passes without them");
        return levels;
    }

    private void runs(StringBuilder page) {
        page.append("\n## Runs\n\n| run | verdict | way | gpu |\n|---|---|---|---|\n");
        reports.forEach((name, report) -> page.append("| ")
                .append(name).append(" | ").append(report.path("verdict").asText())
                .append(" | ").append(report.path("gpu").path("way").asText("none"))
                .append(" | ").append(gpu(report)).append(" |\n"));
    }

    /** Each GPU check with what it gave, and the controls in which it did not pass. */
    private int checks(StringBuilder page) {
        page.append("\n## Checks\n\n| check | V2 | controls in which it did not pass | counts |\n|---|---|---|---|\n");
        int proved = 0;
        for (JsonNode check : reports.getOrDefault("cdi-v2", JSON.createObjectNode()).path("checks")) {
            String id = check.path("id").asText();
            if (!id.startsWith("GPU-")) {
                continue;
            }
            boolean passed = check.path("outcome").asText().equals("PASS");
            List<String> caught = new ArrayList<>();
            controls().stream()
                    .filter(name -> passed && bad(name, id))
                    .forEach(name -> caught.add(name.replace("control-", "")));
            boolean counts = passed && !caught.isEmpty() && !simulated && !driver.isEmpty() && !uuids.isEmpty();
            proved += counts ? 1 : 0;
            String reason = simulated ? "no: SIMULATED" : passed ? "no: no control failed" : "no";
            page.append("| ").append(id).append(' ').append(check.path("title").asText().replace('|', '/'))
                    .append(" | ").append(check.path("outcome").asText())
                    .append(" | ").append(String.join(", ", caught))
                    .append(" | ").append(counts ? "yes" : reason).append(" |\n");
        }
        return proved;
    }

    private void bandwidth(StringBuilder page) throws IOException {
        double ours = 0;
        for (String line : lines("host-probe-full.jsonl")) {
            JsonNode fact = tree(line);
            if (fact.path("fact").asText().equals("bandwidth") && fact.path("kind").asText().equals("d2d")) {
                ours = Math.max(ours, fact.path("gbps").asDouble());
            }
        }
        double torch = tree(String.join("", lines("host-torch.json"))).path("d2d_gbps").asDouble();
        page.append("\n## Device memory, copy on the device (read and write counted)\n\n");
        page.append(String.format("probe %.1f GB/s", ours));
        page.append(torch == 0
                ? "; PyTorch is not on this host, so there is nothing to compare it with.\n"
                : String.format(", PyTorch's copy_ %.1f GB/s: %+.1f %%%n", torch, 100 * (ours - torch) / torch));
    }

    private Optional<Integer> probeExit(String file) {
        try {
            return lines(file).stream()
                    .map(Evidence::tree)
                    .filter(line -> line.has("end"))
                    .map(line -> line.path("exit").asInt(-1))
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** A pass counts only where the same run without the driver's libraries found none: exit code 2. */
    private String bundle() {
        int driver = probeExit("bundle-driver.jsonl").orElse(-1);
        int control = probeExit("bundle-control.jsonl").orElse(-1);
        return (driver == 0 && control == 2 ? "passed" : "not passed") + ": exit code " + driver
                + " with the driver, " + control + " without";
    }

    private List<String> controls() {
        return reports.keySet().stream().filter(name -> name.startsWith("control-")).toList();
    }

    /** Whether a control was refused by the engine, or made a check fail that passes without it. */
    private boolean caughtSomething(String name) {
        JsonNode checks = reports.get(name).path("checks");
        if (checks.isEmpty()) {
            return verdict(name).equals("INCONCLUSIVE") || verdict(name).equals("DOES_NOT_BOOT");
        }
        for (JsonNode check : reports.getOrDefault("cdi-v2", JSON.createObjectNode()).path("checks")) {
            if (check.path("outcome").asText().equals("PASS") && bad(name, check.path("id").asText())) {
                return true;
            }
        }
        return false;
    }

    private boolean bad(String name, String id) {
        return outcome(name, id)
                .filter(outcome -> List.of("FAIL", "WARN", "ERROR").contains(outcome))
                .isPresent();
    }

    private String verdict(String name) {
        return reports.containsKey(name) ? reports.get(name).path("verdict").asText() : "not run";
    }

    private Optional<String> outcome(String name, String id) {
        for (JsonNode check : reports.get(name).path("checks")) {
            if (check.path("id").asText().equals(id)) {
                return Optional.of(check.path("outcome").asText());
            }
        }
        return Optional.empty();
    }

    private static String gpu(JsonNode report) {
        for (JsonNode capability : report.path("capabilities")) {
            if (capability.path("name").asText().equals("gpu")) {
                return capability.path("status").asText();
            }
        }
        return "unknown";
    }

    private static void row(StringBuilder page, String name, String value) {
        page.append("| ").append(name).append(" | ").append(value.replace('|', '/')).append(" |\n");
    }

    private List<String> lines(String name) throws IOException {
        Path file = folder.resolve(name);
        return Files.isRegularFile(file) ? Files.readAllLines(file) : List.of();
    }

    private static JsonNode tree(String line) {
        try {
            return JSON.readTree(line.isBlank() ? "{}" : line);
        } catch (IOException notJson) {
            return JSON.createObjectNode();
        }
    }
}
