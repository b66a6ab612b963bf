package dev.nodestart.conformance.suite;

import dev.nodestart.conformance.Capability;
import dev.nodestart.conformance.Check;
import dev.nodestart.conformance.CheckContext;
import dev.nodestart.conformance.Finding;
import dev.nodestart.conformance.LineRange;
import dev.nodestart.conformance.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the platform uses to install cluster libraries. */
final class LibraryChecks {

    /** The base images have the user and setfacl from this line on (dcs.md §1.2). */
    private static final LineRange USER_AND_ACL = LineRange.since("13.3");

    private static final Check LIBRARIES = new Check(
            "LIBRARIES-001",
            "virtualenv, the locked user [libraries] and setfacl are there",
            "libraries",
            Severity.MUST,
            Optional.of(Capability.CLUSTER_LIBRARIES),
            true,
            LineRange.all(),
            "The platform installs cluster libraries with virtualenv, as the user [libraries], and grants access with setfacl.",
            """
                    RUN apt-get update && apt-get install -y virtualenv acl
                    RUN useradd libraries && usermod -L libraries""",
            "databricks/containers#135, #139, #194 (dcs.md F01, F23, §1.2)");

    private LibraryChecks() {}

    static List<PlatformCheck> all() {
        return List.of(new PlatformCheck(
                LIBRARIES, (context, probe) -> libraries(context, probe.get().required())));
    }

    private static Finding libraries(CheckContext context, NodeFacts facts) {
        boolean userAndAcl = USER_AND_ACL.contains(context.launch().line());
        List<String> missing = new ArrayList<>();
        ToolRun virtualenv = facts.run("virtualenv");
        if (!virtualenv.worked()) {
            missing.add("a working virtualenv");
        }
        if (userAndAcl && !facts.hasAccount("libraries")) {
            missing.add("the user [libraries]");
        }
        if (userAndAcl && facts.tool("setfacl").isEmpty()) {
            missing.add("setfacl");
        }
        List<String> evidence = List.of(virtualenv.shown("virtualenv --version"));
        if (!missing.isEmpty()) {
            return Finding.fail("Cluster libraries cannot be installed without " + join(missing) + ".", evidence);
        }
        if (userAndAcl && !facts.value("libraries-locked").equals(Optional.of("yes"))) {
            return Finding.warn("The user [libraries] is not locked, as it is in the base images.", evidence);
        }
        return Finding.pass("What installs cluster libraries is there: " + virtualenv.lastLine() + ".");
    }

    private static String join(List<String> things) {
        int last = things.size() - 1;
        return last == 0 ? things.get(0) : String.join(", ", things.subList(0, last)) + " and " + things.get(last);
    }
}
