package no.arealkompass;

import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The rules of the design that a compiler cannot keep. */
@AnalyzeClasses(packages = "no.arealkompass", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String OURS = "no.arealkompass..";

    /** Each package-info names what its package may use; cycles and other packages' inner classes are refused too. */
    @Test
    void packagesUseOnlyWhatTheyMay() {
        ApplicationModules.of(Arealkompass.class).verify();
    }

    @ArchTest
    static final ArchRule onlyRepositoriesAndMeasurerSpeakSql = noClasses()
            .that()
            .haveNameNotMatching(".*(Repository|Measurer|Bench|access\\.(ReachDataSource|ActingAdvice))(\\$.*)?")
            .and()
            .resideOutsideOfPackages("..cluster..", "..connection..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework.jdbc..", "java.sql..", "javax.sql..")
            .because("SQL has one kind of place to be looked for")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule geometryAndStrategyArePureJava = noClasses()
            .that()
            .resideInAnyPackage("..geo..", "..strategy..", "..yaml..")
            .and()
            .doNotHaveSimpleName("package-info") // carries Modulith's annotation
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "jakarta..", "java.sql..", "javax.sql..")
            .because("they are read and tested without a database or a server")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule judgingIsPureJava = noClasses()
            .that()
            .haveNameMatching(".*\\.score\\.(Judge|Judgement|Ranking|Portfolio|Verdict|Confidence|Line|Flag"
                    + "|Among|Attainment|CandidateEffect|LandReserve|Shortfall"
                    + "|Matrix|Certificate|CertifiedSites|Information|Acceptability|Contest|Doubt|Swap|WeightDraws"
                    + "|ConfidenceFactor|ConfidenceReader|Improvements|Precision|SplitMix)(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "java.sql..", "javax.sql..")
            .because("weights change in microseconds, without geometry")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule readingAndComparingRequirementListsIsPureJava = noClasses()
            .that()
            .resideInAPackage("..wish..")
            .and()
            .haveNameNotMatching(".*\\.(Wishes|JudgedSiteRepository|package-info)(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "java.sql..", "javax.sql..")
            .because("the rules are tested with examples, not with a database");

    @ArchTest
    static final ArchRule onlyApiKnowsTheWeb = noClasses()
            .that()
            .resideOutsideOfPackage("..api..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework.web..", "org.springframework.http..", "jakarta.servlet..")
            .because("the same answers are given to other doors than HTTP")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule oneJackson = noClasses()
            .that()
            .resideInAPackage(OURS)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.fasterxml.jackson.databind..")
            .because("Jackson 3 lives in tools.jackson; version 2 is there for libraries only");

    @ArchTest
    static final ArchRule onlyPostgisTransformsCoordinates = noClasses()
            .that()
            .resideInAPackage(OURS)
            .should()
            .callMethodWhere(nameMatching("findMathTransform").onResultOf(call -> call.getTarget()))
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("org.geotools.geometry.jts.JTS")
            .because("GeoTools is metres wrong far from the zone's middle");

    @ArchTest
    static final ArchRule noCupboardPackages = noClasses()
            .that()
            .resideInAPackage(OURS)
            .should()
            .resideInAnyPackage("..impl..", "..service..", "..dto..", "..util..", "..utils..", "..common..")
            .because("a package is named after its subject");

    @ArchTest
    static final ArchRule noImplNames = noClasses()
            .that()
            .resideInAPackage(OURS)
            .should()
            .haveSimpleNameEndingWith("Impl")
            .because("an interface with one implementation is one too many");

    @ArchTest
    static final ArchRule theServiceDoesNotStartDatabases = noClasses()
            .that()
            .resideOutsideOfPackage("..cluster..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("no.arealkompass.cluster..")
            .because("only the command areal and the tests own a cluster");
}
