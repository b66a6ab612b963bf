package dev.nodestart.conformance;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTests {
    private static final String JUNIT = "dev.nodestart.conformance.junit..";
    private static final String ASSERTJ = "dev.nodestart.conformance.assertj..";

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
                .that()
                .resideOutsideOfPackage(JUNIT)
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
    void onlyTheDoorsForTestsKnowTestLibraries() {
        noClasses()
                .that()
                .resideOutsideOfPackages(JUNIT, ASSERTJ)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.junit..", "org.opentest4j..", "org.assertj..", "org.testcontainers..")
                .check(CLASSES);
    }

    @Test
    void nothingKnowsTheDoorsForTests() {
        noClasses()
                .that()
                .resideOutsideOfPackages(JUNIT, ASSERTJ)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(JUNIT, ASSERTJ)
                .check(CLASSES);
    }

    @Test
    void onlyTheEngineOfTestcontainersIsReadFromDockerJava() {
        noClasses()
                .that()
                .resideInAPackage(JUNIT)
                .and()
                .doNotHaveSimpleName("TestcontainersEngine")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.github.dockerjava..", "com.google..", "dev.nodestart.emulator.registry..")
                .check(CLASSES);
    }

    @Test
    void checksAndVerdictKnowNoReport() {
        noClasses()
                .that()
                .resideOutsideOfPackages("dev.nodestart.conformance.report..", JUNIT)
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
