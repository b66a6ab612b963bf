package dev.nodestart.conformance.report;

import dev.nodestart.emulator.model.ClusterEvent;
import dev.nodestart.emulator.model.InitScriptRun;
import dev.nodestart.emulator.model.InitScriptStatus;
import dev.nodestart.emulator.model.Launch;
import dev.nodestart.emulator.model.OverlayEntry;
import java.io.IOException;
import java.time.Duration;

/** Init scripts, files, events, notes and the spec of a launch. */
final class HtmlLaunch {

    private HtmlLaunch() {}

    static void write(Launch launch, Html html) throws IOException {
        scripts(launch, html);
        files(launch, html);
        events(launch, html);
        notes(launch, html);
        section("spec", "Cluster spec", html);
        html.open("details")
                .element("summary", "The create call, secrets masked")
                .element("pre", Json.text(launch.spec()), "class", "evidence", "tabindex", "0")
                .close("details");
        html.close("section").newLine();
    }

    private static void section(String id, String title, Html html) {
        html.open("section", "id", id, "aria-labelledby", id + "-title").element("h2", title, "id", id + "-title");
    }

    private static void scripts(Launch launch, Html html) {
        if (launch.initScripts().isEmpty()) {
            return;
        }
        section("scripts", "Init scripts", html);
        HtmlTable table = HtmlTable.start("Init scripts", html, "Node", "Script", "Status", "#Time", "Error");
        for (InitScriptRun run : launch.initScripts()) {
            html.open("tr");
            table.cell(run.node())
                    .code(run.destination() + (run.global() ? " (global)" : ""))
                    .toned(run.status().name(), tone(run.status()))
                    .number(Durations.text(run.duration()))
                    .cell(run.error().orElse(""));
            html.close("tr").newLine();
        }
        table.end();
        html.close("section").newLine();
    }

    private static String tone(InitScriptStatus status) {
        return switch (status) {
            case SUCCEEDED -> "good";
            case UNKNOWN, NOT_EXECUTED, SKIPPED -> "none";
            case FAILED_EXECUTION, FAILED_FETCH, FUSE_MOUNT_FAILED -> "bad";
        };
    }

    private static void files(Launch launch, Html html) {
        if (launch.overlay().isEmpty()) {
            return;
        }
        section("files", "Files of the image that met the runtime's", html);
        HtmlTable table = HtmlTable.start("Files", html, "Path", "What became of the image's file");
        for (OverlayEntry entry : launch.overlay()) {
            html.open("tr");
            table.code(entry.path())
                    .cell(
                            switch (entry.fate()) {
                                case OVERRIDDEN -> "overridden by the runtime's";
                                case KEPT -> "kept in place of the runtime's";
                                case SHADOWED -> "hidden behind the runtime's";
                            });
            html.close("tr").newLine();
        }
        table.end();
        html.close("section").newLine();
    }

    private static void events(Launch launch, Html html) throws IOException {
        if (launch.events().isEmpty()) {
            return;
        }
        section("events", "Cluster events", html);
        HtmlTable table = HtmlTable.start("Cluster events", html, "#After", "Event", "Details");
        for (ClusterEvent event : launch.events()) {
            html.open("tr");
            table.number(Durations.text(Duration.between(launch.startedAt(), event.timestamp())))
                    .cell(event.type())
                    .code(Json.line(event.details()));
            html.close("tr").newLine();
        }
        table.end();
        html.close("section").newLine();
    }

    private static void notes(Launch launch, Html html) {
        if (launch.notes().isEmpty()) {
            return;
        }
        section("notes", "Notes", html);
        html.open("ul", "class", "notes");
        launch.notes().forEach(note -> html.element("li", note));
        html.close("ul").close("section").newLine();
    }
}
