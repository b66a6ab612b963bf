package dev.nodestart.conformance.report;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nodestart.conformance.CapabilityStatus;
import dev.nodestart.conformance.VerifyResult;
import dev.nodestart.emulator.diagnosis.Diagnosis;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** The JSON report, schema version 1: {@code report-v1.schema.json} beside this class. */
public final class JsonReport implements ReportWriter {

    private static final int SCHEMA_VERSION = 1;

    private static final DefaultPrettyPrinter PRINTER = new DefaultPrettyPrinter(new Separators()
                    .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                    .withRootSeparator(""))
            .withObjectIndenter(new DefaultIndenter("  ", "\n"))
            .withArrayIndenter(new DefaultIndenter("  ", "\n"));

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** Makes a writer; it holds no state. */
    public JsonReport() {}

    @Override
    public String format() {
        return "json";
    }

    @Override
    public void write(VerifyResult result, Appendable target) throws IOException {
        target.append(MAPPER.writer(PRINTER).writeValueAsString(tree(result))).append('\n');
    }

    /** The report as a tree, for a command that puts it into a larger document. */
    public static ObjectNode tree(VerifyResult result) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("schema_version", SCHEMA_VERSION);
        root.put("verdict", result.verdict().name());
        root.put("exit_code", result.verdict().exitCode());
        LaunchJson.image(result.launch(), root.putObject("image"));
        LaunchJson.runtime(result.launch(), root.putObject("runtime"));
        LaunchJson.termination(result.launch(), root);
        ArrayNode causes = root.putArray("diagnosis");
        result.diagnosis().forEach(cause -> diagnosis(cause, causes.addObject()));
        capabilities(result.capabilities(), root.putArray("capabilities"));
        CheckJson.checks(result.checks(), root.putArray("checks"));
        LaunchJson.stages(result.launch().stages(), root.putArray("stages"));
        LaunchJson.events(result.launch().events(), root.putArray("events"));
        root.put("recording", result.launch().recording().toString());
        return root;
    }

    private static void diagnosis(Diagnosis cause, ObjectNode node) {
        node.put("id", cause.id());
        node.put("cause", cause.cause());
        node.put("fix", cause.fix());
        cause.evidence().forEach(node.putArray("evidence")::add);
        node.put("source", cause.source());
        node.put("confidence", cause.confidence().name().toLowerCase(Locale.ROOT));
    }

    private static void capabilities(List<CapabilityStatus> capabilities, ArrayNode array) {
        for (CapabilityStatus status : capabilities) {
            ObjectNode node = array.addObject();
            node.put("name", status.capability().reportName());
            node.put("required", status.required());
            node.put("status", status.state().reportName());
            status.because().forEach(node.putArray("because")::add);
        }
    }
}
