package dev.roi;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.roi.core.Block;
import dev.roi.core.Indicator;
import dev.roi.core.LeverId;
import dev.roi.rules.Engine;
import dev.roi.rules.policy.PolicyFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What may know what, over all modules: this one sees them all. */
class ArchitectureTest {

    private static final JavaClasses ROI = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(place -> !place.contains("-tests.jar"))
            .importPackages("dev.roi");

    @Test
    void only_one_package_knows_drools() {
        noClasses()
                .that(not(resideInAPackage("dev.roi.rules.drools..")))
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.kie..", "org.drools..", "org.mvel2.."))
                .because("the rule engine can be replaced only where it is kept in one place")
                .check(ROI);
    }

    @Test
    void only_one_package_knows_jackson() {
        noClasses()
                .that(not(resideInAPackage("dev.roi.core.json..")))
                .should()
                .dependOnClassesThat(resideInAPackage("com.fasterxml.jackson..")
                        .and(not(resideInAPackage("com.fasterxml.jackson.annotation.."))))
                .because("there is one door for documents, and it is strict; a mark for other people's Jackson opens"
                        + " none")
                .check(ROI);
    }

    @Test
    void only_one_package_knows_spring() {
        noClasses()
                .that(not(resideInAPackage("dev.roi.spring..")))
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.springframework..", "io.micrometer.."))
                .because("an application without Spring brings none of it")
                .check(ROI);
    }

    @Test
    void only_one_package_knows_the_html_templates() {
        noClasses()
                .that(not(resideInAPackage("dev.roi.report.html..")))
                .and()
                .haveSimpleNameNotStartingWith("Jte")
                .should()
                .dependOnClassesThat(resideInAPackage("gg.jte.."))
                .because("there is one door for pages, and it escapes; what templates become stands behind it")
                .check(ROI);
    }

    @Test
    void the_nouns_know_nothing_but_the_jdk() {
        classes()
                .that(resideInAPackage("dev.roi.core"))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "dev.roi.core", "java..", "org.jspecify..", "com.fasterxml.jackson.annotation.."))
                .because("everybody depends on the nouns, so they may depend on nobody")
                .check(ROI);
    }

    @Test
    void modules_depend_downwards_only() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("core")
                .definedBy("dev.roi.core..")
                .layer("rules")
                .definedBy("dev.roi.rules..")
                .layer("import")
                .definedBy("dev.roi.imports..")
                .layer("report")
                .definedBy("dev.roi.report..")
                .layer("ledger")
                .definedBy("dev.roi.ledger..")
                .layer("governance")
                .definedBy("dev.roi.governance..")
                .layer("testkit")
                .definedBy("dev.roi.testkit..")
                .layer("spring")
                .definedBy("dev.roi.spring..")
                .layer("cli")
                .definedBy("dev.roi.cli..")
                .whereLayer("core")
                .mayNotAccessAnyLayer()
                .whereLayer("rules")
                .mayOnlyAccessLayers("core")
                .whereLayer("import")
                .mayOnlyAccessLayers("core", "rules")
                .whereLayer("report")
                .mayOnlyAccessLayers("core", "rules")
                .whereLayer("ledger")
                .mayOnlyAccessLayers("core", "rules")
                .whereLayer("governance")
                .mayOnlyAccessLayers("core", "rules", "report")
                .whereLayer("testkit")
                .mayOnlyAccessLayers("core", "rules", "report", "governance")
                .whereLayer("spring")
                .mayOnlyAccessLayers("core", "rules", "ledger", "governance")
                .whereLayer("cli")
                .mayOnlyAccessLayers("core", "rules", "import", "report", "ledger", "governance")
                .because("an application takes what it needs, and brings nothing else")
                .check(ROI);
    }

    @Test
    void the_engine_depends_downwards_only() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("facts")
                .definedBy("dev.roi.rules.facts..")
                .layer("language")
                .definedBy("dev.roi.rules.language..")
                .layer("policy")
                .definedBy("dev.roi.rules.policy..")
                .layer("assessment")
                .definedBy("dev.roi.rules.assessment..")
                .layer("drools")
                .definedBy("dev.roi.rules.drools..")
                .layer("explain")
                .definedBy("dev.roi.rules.explain..")
                .layer("whatif")
                .definedBy("dev.roi.rules.whatif..")
                .layer("engine")
                .definedBy("dev.roi.rules")
                .whereLayer("facts")
                .mayNotAccessAnyLayer()
                .whereLayer("language")
                .mayOnlyAccessLayers("facts")
                .whereLayer("policy")
                .mayOnlyAccessLayers("language", "facts")
                .whereLayer("assessment")
                .mayOnlyAccessLayers("policy", "language", "facts")
                .whereLayer("drools")
                .mayOnlyAccessLayers("policy", "language", "facts")
                .whereLayer("explain")
                .mayOnlyAccessLayers("drools", "assessment", "policy", "language", "facts")
                .whereLayer("whatif")
                .mayOnlyAccessLayers("drools", "assessment", "policy", "language", "facts")
                .because("data flows one way: scorecard, facts, rules, findings, review, report")
                .check(ROI);
    }

    @Test
    void an_engine_is_made_of_core_drools_and_the_jdk() {
        classes()
                .that()
                .resideInAPackage("dev.roi.rules..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "dev.roi.core..",
                        "dev.roi.rules..",
                        "org.kie..",
                        "org.drools..",
                        "org.mvel2..",
                        "java..",
                        "org.jspecify..",
                        "com.fasterxml.jackson.annotation.."))
                .because("an application that only reviews brings neither templates nor a database")
                .check(ROI);
    }

    @Test
    void every_published_module_is_in_the_bom() throws IOException {
        String bom = Files.readString(Path.of("../roi-bom/pom.xml"));
        List<String> published = modules().stream()
                .map(module -> module.getFileName().toString())
                .toList();
        assertThat(published)
                .hasSizeGreaterThan(6)
                .allSatisfy(module -> assertThat(bom).contains("<artifactId>%s</artifactId>".formatted(module)));
    }

    @Test
    void no_package_is_in_two_modules() throws IOException {
        Map<String, Path> places = new TreeMap<>();
        List<String> twice = new ArrayList<>();
        for (Path module : modules()) {
            Path root = module.resolve("src/main/java");
            for (Path source : filesUnder(root)) {
                String name = root.relativize(source.getParent()).toString();
                if (!name.isEmpty()
                        && !places.computeIfAbsent(name, unseen -> module).equals(module)) {
                    twice.add("%s is in %s and in %s".formatted(name, places.get(name), module));
                }
            }
        }
        assertThat(twice).as("a package that is in two modules is in none").isEmpty();
    }

    @Test
    void packages_have_no_cycles() {
        slices().matching("dev.roi.(**)")
                .should()
                .beFreeOfCycles()
                .because("a package that can be understood alone is one that can be changed alone")
                .check(ROI);
    }

    @Test
    void no_type_of_drools_or_jackson_stands_in_a_public_signature() {
        methods()
                .that()
                .arePublic()
                .and()
                .areDeclaredInClassesThat()
                .arePublic()
                .should(keepTypesToThemselves())
                .because("users of the library would have to depend on them too")
                .check(ROI);
    }

    private static ArchCondition<JavaMethod> keepTypesToThemselves() {
        return new ArchCondition<>("name no type of Drools, Jackson or the templates") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                if (!method.getOwner().getModifiers().contains(JavaModifier.PUBLIC)
                        || method.getOwner().getSimpleName().matches("Jte.*Generated")) {
                    return;
                }
                List<JavaClass> named = new ArrayList<>(method.getRawParameterTypes());
                named.add(method.getRawReturnType());
                named.stream()
                        .filter(type -> type.getPackageName()
                                .matches("(org\\.(kie|drools|mvel2)|com\\.fasterxml|gg\\.jte)\\b.*"))
                        .forEach(type -> events.add(SimpleConditionEvent.violated(
                                method, "%s names %s".formatted(method.getFullName(), type.getName()))));
            }
        };
    }

    /** Its runtime calls them by reflection, and only public ones: what keeps them from applications is their package. */
    @Test
    void what_templates_become_is_exported_to_nobody() throws IOException {
        Set<String> packages = new TreeSet<>();
        ROI.stream()
                .filter(type -> type.getSimpleName().matches("Jte.*Generated"))
                .forEach(type -> packages.add(type.getPackageName()));

        assertThat(packages).hasSizeGreaterThan(1);
        for (Path module : sources("src/main/java")) {
            if (module.endsWith("module-info.java")) {
                assertThat(Files.readString(module, StandardCharsets.UTF_8))
                        .doesNotContain(
                                packages.stream().map(name -> "exports " + name).toArray(String[]::new));
            }
        }
    }

    @Test
    void no_name_of_a_policy_stands_in_java_code() throws IOException {
        Set<String> names = new TreeSet<>();
        for (String id : PolicyFiles.builtIns()) {
            Engine engine = Engine.builtIn(id);
            engine.indicators().indicators().stream().map(Indicator::id).forEach(name -> names.add(name.value()));
            engine.indicators().blocks().stream().map(Block::id).forEach(name -> names.add(name.value()));
            engine.policy().levers().stream().map(LeverId::value).forEach(names::add);
            engine.policy().rules().keySet().forEach(name -> names.add(name.value()));
            engine.policy().thresholds().keySet().forEach(name -> names.add(name.value()));
        }
        names.removeAll(WORDS_OF_THE_LIBRARY);
        List<String> found = new ArrayList<>();
        for (Path source : sources("src/main/java")) {
            String code = withoutComments(Files.readString(source, StandardCharsets.UTF_8));
            for (String name : names) {
                if (code.contains("\"" + name + "\"")) {
                    found.add(source.getFileName() + " names " + name);
                }
            }
        }
        assertThat(found)
                .as("indicators, blocks, levers, rules and thresholds are data")
                .isEmpty();
    }

    @Test
    void every_property_has_a_seed() throws IOException {
        Pattern property = Pattern.compile("@" + "Property\\b(\\([^)]*\\))?");
        List<String> found = new ArrayList<>();
        for (Path source : sources("src/test/java")) {
            property.matcher(withoutComments(Files.readString(source, StandardCharsets.UTF_8)))
                    .results()
                    .filter(use -> !use.group().contains("seed = "))
                    .forEach(use -> found.add(source.getFileName() + ": " + use.group()));
        }
        assertThat(found).as("one build tests what the next one does").isEmpty();
    }

    @Test
    void no_message_depends_on_the_digits_of_the_machines_language() throws IOException {
        Pattern localised = Pattern.compile("%[-,0+ ]*\\d*d|%[\\d.]*[feg]");
        List<String> found = new ArrayList<>();
        for (Path source : sources("src/main/java")) {
            withoutComments(Files.readString(source, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> localised.matcher(line).find() && !line.contains("Locale.ROOT"))
                    .forEach(line -> found.add(source.getFileName() + ": " + line.strip()));
        }
        assertThat(found)
                .as("numbers in messages are written with %s, or with Locale.ROOT")
                .isEmpty();
    }

    /** Words that files use for something else than a name of a policy, such as a stage of work or a field. */
    private static final Set<String> WORDS_OF_THE_LIBRARY =
            Set.of("review", "workflow", "value", "no-cases", "budget", "incidents");

    /** The modules but those that nobody gets: examples and measurements. */
    private static List<Path> modules() throws IOException {
        try (Stream<Path> modules = Files.list(Path.of(".."))) {
            return modules.filter(
                            module -> !UNPUBLISHED.contains(module.getFileName().toString()))
                    .filter(module -> Files.isDirectory(module.resolve("src/main/java")))
                    .sorted()
                    .toList();
        }
    }

    private static List<Path> sources(String folder) throws IOException {
        List<Path> found = new ArrayList<>();
        for (Path module : modules()) {
            if (Files.isDirectory(module.resolve(folder))) {
                found.addAll(filesUnder(module.resolve(folder)));
            }
        }
        assertThat(found).hasSizeGreaterThan(50);
        return found;
    }

    private static List<Path> filesUnder(Path root) throws IOException {
        try (Stream<Path> sources = Files.walk(root)) {
            return sources.filter(path -> path.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }

    private static final Set<String> UNPUBLISHED = Set.of("roi-examples", "roi-examples-service", "roi-benchmarks");

    private static String withoutComments(String code) {
        return Pattern.compile("/\\*.*?\\*/|//[^\\n]*", Pattern.DOTALL)
                .matcher(code)
                .replaceAll("");
    }
}
