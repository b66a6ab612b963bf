package dev.nodestart.conformance.suite;

import static dev.nodestart.conformance.CheckRule.info;
import static dev.nodestart.conformance.CheckRule.should;

import dev.nodestart.conformance.CheckRule;
import dev.nodestart.conformance.Finding;
import dev.nodestart.conformance.facts.Facts;
import java.util.List;
import java.util.Set;

/** Which distribution it is, and what follows from that. */
final class SystemRelease {

    private static final Set<String> DOCUMENTED = Set.of("ubuntu", "alpine");

    private SystemRelease() {}

    static List<CheckRule> rules() {
        return List.of(
                should("SYSTEM-001", "The distribution is one that the platform documents")
                        .tags("build")
                        .why(
                                "The platform documents Ubuntu and Alpine, and recommends Ubuntu; others have been shown to work, and nobody promises that they go on to.")
                        .remedy(
                                "FROM ubuntu:{ubuntu|22.04}\nor another release that the runtime line's own base images have")
                        .source("Databricks docs, requirements of custom containers (dcs.md §1.1 row 7)")
                        .judge(SystemRelease::distribution),
                info("SYSTEM-002", "The release is that of the runtime line's base images")
                        .tags("build")
                        .why(
                                "Programs and libraries that the runtime was tried with come from this release; another one is not wrong, but less tried.")
                        .remedy("FROM ubuntu:{ubuntu|22.04}\nor the release that the message names")
                        .source("databricks/containers branches (dcs.md §1.3, §2)")
                        .judge(SystemRelease::release),
                should("SYSTEM-003", "The C library is glibc")
                        .tags("build")
                        .why(
                                "Python's binary packages and the native parts of Java libraries are mostly built for glibc; with musl they must be built in the image, or do not load.")
                        .remedy(
                                "FROM ubuntu:{ubuntu|22.04}\nor, on Alpine, install what your code needs as apk packages:\nRUN apk add --no-cache gcompat py3-numpy py3-pandas")
                        .source("databricks/containers experimental/alpine; PEP 656 (dcs.md §1.1 row 7)")
                        .judge(SystemRelease::libc),
                info("SYSTEM-004", "A package manager is there for init scripts")
                        .why("Init scripts that install packages need the image's own package manager.")
                        .remedy("Install in the Dockerfile, or choose a base that keeps its package manager.")
                        .source("dcs.md §5")
                        .judge(SystemRelease::packages));
    }

    private static Finding distribution(Facts facts) {
        Release release = Release.of(facts);
        if (release.isUnknown()) {
            return Finding.fail(
                    "The image does not say which distribution it is.", List.of("no ID in /etc/os-release"));
        }
        return DOCUMENTED.contains(release.id())
                ? Finding.pass("The image is [" + release.name() + "].")
                : Finding.fail(
                        "The image is [" + release.name() + "]; the platform documents Ubuntu and Alpine.",
                        List.of("/etc/os-release: ID=" + release.id() + " VERSION_ID=" + release.version()));
    }

    private static Finding release(Facts facts) {
        Release release = Release.of(facts);
        List<String> wanted = facts.runtime().ubuntu();
        if (release.id().equals("ubuntu") && wanted.contains(release.version())) {
            return Finding.pass("The image has Ubuntu [" + release.version() + "], as the line's base images.");
        }
        return Finding.fail(
                "The base images of DBR [" + facts.launch().line() + "] have Ubuntu " + wanted + ", this one is ["
                        + release.name() + "].",
                List.of());
    }

    private static Finding libc(Facts facts) {
        List<String> loaders = facts.answer("system.libc").lines();
        List<String> musl =
                loaders.stream().filter(path -> path.contains("/ld-musl-")).toList();
        if (!musl.isEmpty()) {
            return Finding.fail("The image's C library is musl: binary packages made for glibc do not work.", musl);
        }
        return loaders.isEmpty()
                ? Finding.skipped("Neither glibc nor musl was found where they usually are.")
                : Finding.pass("The C library is glibc.");
    }

    private static Finding packages(Facts facts) {
        List<String> managers = facts.answer("system.packages").lines();
        return managers.isEmpty()
                ? Finding.fail("The image has no package manager, so init scripts cannot install packages.", List.of())
                : Finding.pass("Init scripts can install packages with " + managers + ".");
    }
}
