package dev.nodestart.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.nodestart.emulator.runtime.RuntimeDescriptor;
import dev.nodestart.emulator.runtime.RuntimeSummary;
import java.util.List;

/** Runtime lines in JSON. */
final class RuntimeJson {
    private RuntimeJson() {}

    static ObjectNode list(List<RuntimeSummary> lines) {
        ObjectNode document = Json.object();
        ArrayNode array = document.putArray("runtimes");
        lines.forEach(line -> array.add(summary(line)));
        return document;
    }

    private static ObjectNode summary(RuntimeSummary line) {
        ObjectNode json = Json.object();
        json.put("line", line.line());
        json.put("name", line.name());
        json.put("spark", line.spark());
        line.scala().forEach(json.putArray("scala")::add);
        json.put("java", line.java());
        json.put("python", line.python());
        json.put("r", line.r().orElse(null));
        line.ubuntu().forEach(json.putArray("ubuntu")::add);
        json.put("long_term", line.support().longTerm());
        json.put("released", line.support().released().map(Object::toString).orElse(null));
        json.put(
                "end_of_support",
                line.support().endOfSupport().map(Object::toString).orElse(null));
        return json;
    }

    static ObjectNode show(RuntimeDescriptor line) {
        ObjectNode json = summary(line.summary());
        ObjectNode java = json.putObject("java_settings");
        java.put("default", line.java().defaultMajor());
        line.java().jnameMajors().forEach(java.putArray("jname")::add);
        ObjectNode python = json.putObject("python_settings");
        python.put("root", line.python().root());
        python.put("interpreter", line.python().interpreter());
        python.put("repl", line.python().repl().key());
        line.python().replImports().forEach(python.putArray("repl_imports")::add);
        json.put("cuda", line.cuda().orElse(null));
        json.put("driver_runs_virtualenv", line.driverNfsNeedsVirtualenv());
        json.put("conda_supported", line.condaSupported());
        line.baseImages().tags().forEach(json.putArray("base_image_tags")::add);
        ObjectNode pins = json.putObject("pins");
        line.pins().forEach(pins::put);
        ObjectNode languageServer = json.putObject("language_server_pins");
        line.lspPins().forEach(languageServer::put);
        line.notes().forEach(json.putArray("notes")::add);
        ObjectNode sources = json.putObject("sources");
        line.provenance().forEach((group, provenance) -> sources.put(group, provenance.source()));
        return json;
    }
}
