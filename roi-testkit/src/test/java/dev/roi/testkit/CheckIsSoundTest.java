package dev.roi.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roi.core.Fault;
import dev.roi.core.Indicator;
import dev.roi.core.RuleId;
import dev.roi.core.Scorecard;
import dev.roi.core.Unit;
import dev.roi.governance.check.PolicyCheck;
import dev.roi.rules.Engine;
import dev.roi.rules.assessment.Assessment;
import dev.roi.rules.drools.CompiledRules;
import dev.roi.rules.facts.FactType;
import dev.roi.rules.facts.Field;
import dev.roi.rules.facts.FieldKind;
import dev.roi.rules.policy.MonthKind;
import dev.roi.rules.policy.Policy;
import dev.roi.rules.policy.PolicyCode;
import dev.roi.rules.policy.PolicyFiles;
import dev.roi.rules.policy.Threshold;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What a check says of rules is so: rules made up at random are held against scorecards made up at random. */
class CheckIsSoundTest {

    private static final int RULES = 150;
    private static final int SCORECARDS = 150;
    private static final PolicyFiles FILES = PolicyFiles.builtIn("coding-agent").orElseThrow();
    private static final Policy POLICY = Engine.read(FILES, Map.of());
    private static final List<String> CONSEQUENCES = List.of(
            "findings.stop();", "findings.adjust( \"training\" );", "findings.blockExtend();", "findings.support();");
    private static final Pattern NEVER = Pattern.compile("rule `([^`]+)` can never fire.*");
    private static final Pattern COVERED = Pattern.compile("rule `([^`]+)` .* rule `([^`]+)`.*");

    private final Random random = new Random(20260501);

    @Test
    void a_rule_that_is_said_never_to_fire_never_does_and_one_that_is_covered_never_fires_alone() {
        PolicyFiles files = withMadeUpRules();
        PolicyCheck check = PolicyCheck.of(files);
        assertThat(check.errors()).isEmpty();
        Set<RuleId> never = matches(check, PolicyCode.NEVER_FIRES, NEVER).stream()
                .map(found -> new RuleId(found.group(1)))
                .collect(Collectors.toSet());
        List<Matcher> covered = matches(check, PolicyCode.COVERED_RULE, COVERED);
        List<Matcher> same = matches(check, PolicyCode.SAME_RULE, COVERED);
        assertThat(never).as("contradictions to try").hasSizeGreaterThan(20);
        assertThat(covered).as("covered rules to try").hasSizeGreaterThan(10);
        assertThat(same).as("same rules to try").isNotEmpty();

        Policy policy = Engine.read(files, Map.of());
        CompiledRules compiled = CompiledRules.of(policy);
        ScorecardGenerator generator = ScorecardArbitraries.of(POLICY).generator();
        Set<RuleId> everFired = new HashSet<>();
        for (int i = 0; i < SCORECARDS; i++) {
            Scorecard scorecard = generator.next(random);
            List<YearMonth> complete = scorecard.completeMonths();
            if (complete.isEmpty()) {
                continue;
            }
            YearMonth month = complete.get(complete.size() - 1);
            Set<RuleId> fired =
                    compiled
                            .run(compiled.complete(
                                    Assessment.of(policy, scorecard, month).facts()))
                            .stream()
                            .map(finding -> finding.rule().id())
                            .collect(Collectors.toSet());
            everFired.addAll(fired);
            assertThat(fired).doesNotContainAnyElementsOf(never);
            covered.forEach(pair -> assertThat(
                            fired.contains(new RuleId(pair.group(1))) && !fired.contains(new RuleId(pair.group(2))))
                    .as(pair.group())
                    .isFalse());
            same.forEach(pair -> assertThat(fired.contains(new RuleId(pair.group(1))))
                    .as(pair.group())
                    .isEqualTo(fired.contains(new RuleId(pair.group(2)))));
        }
        assertThat(everFired).as("rules that do fire").hasSizeGreaterThan(RULES / 4);
    }

    private static List<Matcher> matches(PolicyCheck check, PolicyCode code, Pattern pattern) {
        List<Matcher> found = new ArrayList<>();
        for (Fault fault : check.warnings()) {
            if (fault.code().equals(code.id())) {
                Matcher matcher = pattern.matcher(fault.message());
                assertThat(matcher.matches()).as(fault.message()).isTrue();
                found.add(matcher);
            }
        }
        return found;
    }

    private PolicyFiles withMadeUpRules() {
        StringBuilder rules = new StringBuilder();
        StringBuilder order = new StringBuilder(text(PolicyFiles.POLICY));
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < RULES; i++) {
            String name = "made-up-" + i;
            rules.append(rule(name));
            order.append("  - ").append(name).append('\n');
            words.append("  %s: { headline: made up, text: \"Made up.\" }\n".formatted(name));
        }
        PolicyFiles files =
                FILES.with("rules/made-up.drl", rules.toString()).with(PolicyFiles.POLICY, order.toString());
        for (String language : List.of("en", "fr")) {
            String path = "texts/%s.yaml".formatted(language);
            files = files.with(path, text(path).replaceFirst("\nrules:\n", "\nrules:\n" + words));
        }
        return files;
    }

    private static String text(String path) {
        return new String(FILES.find(path).orElseThrow(), StandardCharsets.UTF_8);
    }

    /** One condition for each, or two, of which one may be a negation. */
    private String rule(String name) {
        List<String> thresholds = new ArrayList<>();
        List<String> conditions = new ArrayList<>();
        conditions.add(condition(thresholds));
        int kind = random.nextInt(4);
        if (kind > 0) {
            conditions.add((kind == 1 ? "not " : "") + condition(thresholds));
        }
        StringBuilder text = new StringBuilder("rule \"%s\"\nwhen\n".formatted(name));
        thresholds.forEach(line -> text.append("    ").append(line).append('\n'));
        conditions.forEach(line -> text.append("    ").append(line).append('\n'));
        return text.append("then\n    %s\nend\n\n".formatted(any(CONSEQUENCES))).toString();
    }

    private String condition(List<String> thresholds) {
        FactType type = any(List.of(
                FactType.READING,
                FactType.LATEST,
                FactType.UNKNOWN,
                FactType.NOT_DUE,
                FactType.COMPARISON,
                FactType.COMPARISON,
                FactType.UNDETERMINED_AT_LIMIT,
                FactType.BLOCK,
                FactType.BLOCK,
                FactType.RUN,
                FactType.PART,
                FactType.CHANGE,
                FactType.SCOPE));
        // few indicators, so that conditions meet
        Indicator indicator = any(POLICY.indicators().indicators().stream()
                .filter(candidate -> Set.of(
                                "lead-time",
                                "adoption-rate",
                                "incidents",
                                "sensitive-data-alerts",
                                "cost-by-workflow",
                                "forecast-next-month",
                                "review-time",
                                "deployments")
                        .contains(candidate.id().value()))
                .toList());
        List<String> constraints = new ArrayList<>();
        for (Field field : type.fields().values()) {
            boolean isAsked = field.kind() == FieldKind.INDICATOR
                    || (field.kind() == FieldKind.NUMBER ? random.nextInt(2) == 0 : random.nextInt(3) == 0);
            if (isAsked && (field.kind() != FieldKind.BLOCK || type == FactType.BLOCK)) {
                constraint(type, field, indicator, thresholds, constraints);
            }
        }
        return "%s( %s )".formatted(type.word(), String.join(", ", constraints));
    }

    private void constraint(
            FactType type, Field field, Indicator indicator, List<String> thresholds, List<String> constraints) {
        switch (field.kind()) {
            case INDICATOR -> constraints.add("%s == \"%s\"".formatted(field.name(), indicator.id()));
            case BLOCK ->
                constraints.add("%s %s \"%s\""
                        .formatted(
                                field.name(),
                                any(List.of("==", "!=")),
                                any(POLICY.indicators().blocks()).id()));
            case MONTH_KIND ->
                constraints.add("%s == \"%s\""
                        .formatted(
                                field.name(),
                                any(POLICY.monthKinds().stream()
                                        .map(MonthKind::name)
                                        .toList())));
            case WORD ->
                constraints.add(
                        "%s %s \"%s\"".formatted(field.name(), any(List.of("==", "==", "!=")), any(field.words())));
            case FLAG -> constraints.add("%s == %s".formatted(field.name(), random.nextBoolean()));
            case NAME ->
                constraints.add("%s %s \"%s\""
                        .formatted(
                                field.name(),
                                any(List.of("==", "!=")),
                                type == FactType.CHANGE ? any(List.of("monthly-cost", "lead-time")) : "unassigned"));
            case NUMBER -> number(type, field, indicator, thresholds, constraints);
            case THRESHOLD -> throw new IllegalStateException("no condition asks for a threshold's name");
        }
    }

    private void number(
            FactType type, Field field, Indicator indicator, List<String> thresholds, List<String> constraints) {
        Unit unit = switch (field.measure().orElseThrow()) {
            case MONTHS -> Unit.MONTHS;
            case COUNT -> Unit.COUNT;
            case OF_THE_INDICATOR -> indicator.unit();
            case SHARE, PERCENT, OF_THE_THRESHOLD -> Unit.PERCENT;
        };
        boolean isSame = type != FactType.PART || indicator.additivity() == Indicator.Additivity.ADDS_UP;
        List<Threshold> fitting = POLICY.thresholds().values().stream()
                .filter(threshold -> threshold.unit().equals(unit) && isSame)
                .toList();
        for (int i = random.nextInt(2); i < 2 && !fitting.isEmpty(); i++) {
            String variable = "$t" + thresholds.size();
            thresholds.add("Threshold( id == \"%s\", %s : value )"
                    .formatted(any(fitting).id(), variable));
            constraints.add(
                    "%s %s %s".formatted(field.name(), any(List.of("<", "<=", ">", ">=", "==", "!=")), variable));
        }
    }

    private <T> T any(List<T> candidates) {
        return candidates.get(random.nextInt(candidates.size()));
    }
}
