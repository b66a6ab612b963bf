package dev.nodestart.emulator.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What to say where no cause is known: what the code means, and what to try. */
final class Unexplained {
    private Unexplained() {}

    static List<String> advice(Form form, Optional<PlatformCause> code) {
        List<String> advice = new ArrayList<>();
        code.ifPresent(row -> advice.add(row.cause() + " " + row.fix()));
        if (form == Form.JSON) {
            advice.add(
                    "Give the answer of [databricks clusters get ID] or of [databricks clusters events ID] instead.");
        } else if (form != Form.DRIVER_LOG && form != Form.RECORDING) {
            advice.add("Give the driver log too, where there is one: its stderr, and its log4j file around the end.");
        }
        advice.add("Start the same image here, which shows what the workspace hides:"
                + " nodestart verify --spec cluster.json");
        return advice;
    }
}
