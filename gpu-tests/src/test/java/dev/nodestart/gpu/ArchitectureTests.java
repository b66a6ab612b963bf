package dev.nodestart.gpu;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTests {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.nodestart.gpu");

    @Test
    void nothingKnowsTheCommandLine() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.nodestart.cli..")
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
}
