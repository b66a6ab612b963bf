package dev.nodestart.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTests {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.nodestart");

    @Test
    void nothingBelowKnowsTheCommandLine() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.nodestart.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.nodestart.cli..")
                .check(CLASSES);
    }

    @Test
    void theCommandLineCallsNeitherDockerJavaNorJib() {
        noClasses()
                .that()
                .resideInAPackage("dev.nodestart.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.github.dockerjava..", "com.google..")
                .check(CLASSES);
    }
}
