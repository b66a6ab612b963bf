package dev.nodestart.conformance.suite;

import static dev.nodestart.conformance.CheckRule.must;

import dev.nodestart.conformance.Capability;
import dev.nodestart.conformance.Finding;
import dev.nodestart.conformance.LineRange;
import dev.nodestart.conformance.facts.Answer;
import dev.nodestart.conformance.facts.Facts;
import java.util.ArrayList;
import java.util.List;

/** What the platform uses to install cluster libraries. */
final class LibraryChecks {

    /** The base images have the user and setfacl from this line on (dcs.md §1.2). */
    private static final LineRange USER_AND_ACL = LineRange.since("13.3");

    private LibraryChecks() {}

    static CheckGroup group() {
        return CheckGroup.of(
                "libraries.sh",
                List.of(must("LIBRARIES-001", "virtualenv, the locked user [libraries] and setfacl are there")
                        .proves(Capability.CLUSTER_LIBRARIES)
                        .needs("virtualenv.version")
                        .why(
                                "The platform installs cluster libraries with virtualenv, as the user [libraries], and grants access with setfacl.")
                        .remedy("""
                    RUN apt-get update && apt-get install -y virtualenv acl
                    RUN useradd libraries && usermod -L libraries""")
                        .source("databricks/containers#135, #139, #194 (dcs.md F01, F23, §1.2)")
                        .judge(LibraryChecks::libraries)));
    }

    private static Finding libraries(Facts facts) {
        boolean userAndAcl = USER_AND_ACL.contains(facts.launch().line());
        List<String> missing = new ArrayList<>();
        Answer virtualenv = facts.answer("virtualenv.version");
        if (!virtualenv.ok()) {
            missing.add("a working virtualenv");
        }
        if (userAndAcl && !Accounts.has(facts, "libraries")) {
            missing.add("the user [libraries]");
        }
        if (userAndAcl && Tools.path(facts, "setfacl").isEmpty()) {
            missing.add("setfacl");
        }
        List<String> evidence = List.of(virtualenv.shown("virtualenv --version"));
        if (!missing.isEmpty()) {
            return Finding.fail("Cluster libraries cannot be installed without " + join(missing) + ".", evidence);
        }
        if (userAndAcl && !facts.answer("libraries.locked").out().equals("yes")) {
            return Finding.warn("The user [libraries] is not locked, as it is in the base images.", evidence);
        }
        return Finding.pass("What installs cluster libraries is there: " + virtualenv.lastLine() + ".");
    }

    private static String join(List<String> things) {
        int last = things.size() - 1;
        return last == 0 ? things.get(0) : String.join(", ", things.subList(0, last)) + " and " + things.get(last);
    }
}
