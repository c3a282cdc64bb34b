package org.throughcare;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.throughcare.access.UsedInModels;

/** How the house is built; see src/docs/decisions. */
@AnalyzeClasses(packages = "org.throughcare", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule ENGINE_TYPES_STAY_AT_THE_EDGE = noClasses()
            .that()
            .resideInAnyPackage(
                    "org.throughcare.casefile..",
                    "org.throughcare.custody..",
                    "org.throughcare.sites..",
                    "org.throughcare.time..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.camunda..")
            .because("a move to another engine of this kind must be a rename");

    @ArchTest
    static final ArchRule THE_RECORD_KNOWS_NO_PROCESS = noClasses()
            .that()
            .resideInAPackage("org.throughcare.casefile..")
            .should()
            .dependOnClassesThat(resideInAPackage("org.throughcare.journey..")
                    .or(resideInAPackage("org.throughcare.forms.."))
                    .or(resideInAPackage("org.throughcare.custody..")))
            .because("the engine moves the case, the record holds the woman");

    @ArchTest
    static final ArchRule DELEGATES_ARE_KNOWN_TO_MODELS_AND_TO_NOBODY_ELSE = classes()
            .that()
            .implement(JavaDelegate.class)
            .should()
            .beAnnotatedWith(UsedInModels.class)
            .andShould()
            .notBePublic();

    @ArchTest
    static final ArchRule NOBODY_ASKS_THE_MACHINE_FOR_THE_TIME = noClasses()
            .that()
            .resideOutsideOfPackages("org.throughcare.engine..", "org.throughcare.rehearsal..")
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(java.time.LocalDate.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .because("a demo and a test move the one clock");
}
