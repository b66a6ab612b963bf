package dev.nodestart.emulator;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTests {

    /** Packages of plain values and pure functions. */
    private static final String[] PURE = {
        "dev.nodestart.emulator.spec..",
        "dev.nodestart.emulator.model..",
        "dev.nodestart.emulator.diagnosis..",
        "dev.nodestart.emulator.secret.."
    };

    /** The parts of java.net that only handle text. */
    private static final String TEXT_ONLY = "java\\.net\\.(URI|URISyntaxException|URLEncoder|URLDecoder)";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.nodestart.emulator");

    @Test
    void nothingKnowsTheModulesAbove() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.nodestart.conformance..", "dev.nodestart.gpu..", "dev.nodestart.cli..")
                .check(CLASSES);
    }

    @Test
    void onlyTheEnginePackageCallsDockerJava() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.nodestart.emulator.engine..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.github.dockerjava..")
                .check(CLASSES);
    }

    @Test
    void onlyTheRegistryPackageCallsJibAndGuava() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.nodestart.emulator.registry..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.google.cloud.tools..", "com.google.common..")
                .check(CLASSES);
    }

    @Test
    void purePackagesReachNoNetworkAndStartNoProcess() {
        noClasses()
                .that()
                .resideInAnyPackage(PURE)
                .should()
                .dependOnClassesThat(resideInAPackage("java.net..").and(not(nameMatching(TEXT_ONLY))))
                .orShould()
                .dependOnClassesThat(nameMatching("java\\.lang\\.(ProcessBuilder|Process|Runtime)"))
                .check(CLASSES);
    }

    @Test
    void purePackagesKnowNoShell() {
        noClasses()
                .that()
                .resideInAnyPackage(PURE)
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "dev.nodestart.emulator.engine..",
                        "dev.nodestart.emulator.host..",
                        "dev.nodestart.emulator.launch..",
                        "dev.nodestart.emulator.node..",
                        "dev.nodestart.emulator.registry.."))
                .check(CLASSES);
    }
}
