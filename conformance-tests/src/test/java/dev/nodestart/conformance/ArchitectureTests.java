package dev.nodestart.conformance;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTests {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.nodestart.conformance");

    @Test
    void nothingKnowsTheModulesAbove() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.nodestart.cli..", "dev.nodestart.gpu..")
                .check(CLASSES);
    }

    @Test
    void nothingCallsTheEngineOrARegistry() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "com.github.dockerjava..",
                        "com.google..",
                        "dev.nodestart.emulator.engine..",
                        "dev.nodestart.emulator.host..",
                        "dev.nodestart.emulator.registry..")
                .check(CLASSES);
    }

    @Test
    void checksAndVerdictKnowNoReport() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.nodestart.conformance.report..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.nodestart.conformance.report..")
                .check(CLASSES);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("dev.nodestart.(**)").should().beFreeOfCycles().check(CLASSES);
    }
}
