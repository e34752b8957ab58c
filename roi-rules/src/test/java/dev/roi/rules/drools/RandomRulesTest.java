package dev.roi.rules.drools;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roi.core.BlockId;
import dev.roi.core.Dimension;
import dev.roi.core.Exact;
import dev.roi.core.IndicatorId;
import dev.roi.core.Reading;
import dev.roi.core.Reading.Known;
import dev.roi.core.ThresholdId;
import dev.roi.core.UnknownReason;
import dev.roi.core.json.Faults;
import dev.roi.rules.Engine;
import dev.roi.rules.drools.RuleNetwork.Asked;
import dev.roi.rules.facts.Fact;
import dev.roi.rules.facts.Fact.Comparison.BaselineState;
import dev.roi.rules.facts.Figure;
import dev.roi.rules.facts.Limits;
import dev.roi.rules.facts.Question;
import dev.roi.rules.facts.RuleSubject;
import dev.roi.rules.language.Rule;
import dev.roi.rules.policy.DeclaredNames;
import dev.roi.rules.policy.Policy;
import dev.roi.rules.policy.RuleNames;
import dev.roi.rules.policy.RuleUnits;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Drawn rules mean what the grammar says: Drools finds what is found by trying everything. */
class RandomRulesTest {

    private static final Policy POLICY = Engine.builtIn("coding-agent").policy();
    private static final RuleNames NAMES = new RuleNames(
            names(POLICY.indicators().indicators().stream()
                    .map(each -> each.id().value())),
            names(POLICY.indicators().blocks().stream().map(each -> each.id().value())),
            names(POLICY.thresholds().keySet().stream().map(ThresholdId::value)),
            names(Stream.of()),
            names(Stream.of()),
            new RuleUnits(POLICY.indicators(), POLICY.thresholds()));

    /** The rules of one network, as many as a large policy has. */
    private static final int AT_ONCE = 100;

    private static DeclaredNames names(Stream<String> names) {
        return DeclaredNames.of(names.toList());
    }

    @Test
    void some_rules_find_in_some_months_what_is_found_by_trying_everything() {
        holdAll(20_261_130, 300, 12);
    }

    @Tag("soak") // hours: ten million times a rule and a month, each worked out twice
    @Test
    void ten_thousand_rules_find_in_a_thousand_months_what_is_found_by_trying_everything() {
        int rules = Integer.getInteger("drawn.rules", 10_000);
        int months = Integer.getInteger("drawn.months", 1_000);
        for (int seed = 0; seed < rules / AT_ONCE; seed++) {
            holdAll(seed, AT_ONCE, months);
        }
    }

    private static void holdAll(long seed, int rules, int months) {
        Random random = new Random(seed);
        Map<String, Rule> drawn = draw(random, rules);
        RuleNetwork measured = network(drawn, Question.AS_MEASURED);
        RuleNetwork surely = network(drawn, Question.SURELY);
        RuleNetwork possibly = network(drawn, Question.POSSIBLY);
        Set<String> held = new HashSet<>();
        for (int i = 0; i < months; i++) {
            Map<ThresholdId, Exact> limits = limits(random);
            List<Fact> facts = facts(random, i % 2 == 0);
            Map<String, Set<PlainRules.Match>> found = run(measured, facts, limits);
            PlainRules plain = new PlainRules(facts, limits);
            drawn.forEach((name, rule) -> assertThat(found.getOrDefault(name, Set.of()))
                    .as("%s of %s with %s", rule.elements(), facts, limits)
                    .isEqualTo(plain.run(rule.elements())));
            List<Fact> shuffled = new ArrayList<>(facts);
            Collections.shuffle(shuffled, random);
            assertThat(run(measured, shuffled, limits))
                    .as("the same in another order: %s", facts)
                    .isEqualTo(found);
            held.addAll(found.keySet());
            if (i < 3) {
                bounds(drawn, surely, possibly, facts, limits, random);
            }
        }
        assertThat(held.size()).as("rules that ever held").isGreaterThan(rules / 4);
    }

    /** What surely holds does so wherever numbers lie; what holds somewhere possibly does. */
    private static void bounds(
            Map<String, Rule> drawn,
            RuleNetwork surely,
            RuleNetwork possibly,
            List<Fact> facts,
            Map<ThresholdId, Exact> limits,
            Random random) {
        List<Fact> shuffled = new ArrayList<>(facts);
        Collections.shuffle(shuffled, random);
        Set<String> sure = run(surely, shuffled, limits).keySet();
        Set<String> possible = run(possibly, shuffled, limits).keySet();
        for (int world = 0; world < 4; world++) {
            PlainRules plain = new PlainRules(
                    facts.stream().map(fact -> somewhere(fact, random)).toList(), limits);
            drawn.forEach((name, rule) -> {
                boolean holds = !plain.run(rule.elements()).isEmpty();
                assertThat(holds || !sure.contains(name))
                        .as("surely %s of %s with %s", rule.elements(), facts, limits)
                        .isTrue();
                assertThat(!holds || possible.contains(name))
                        .as("possibly %s of %s with %s", rule.elements(), facts, limits)
                        .isTrue();
            });
        }
    }

    private static Fact somewhere(Fact fact, Random random) {
        if (fact instanceof Fact.Reading reading) {
            return new Fact.Reading(
                    reading.indicator(), reading.block(), in(reading.value(), random), true, reading.neededToExtend());
        }
        if (fact instanceof Fact.Latest latest) {
            return new Fact.Latest(
                    latest.indicator(),
                    latest.block(),
                    in(latest.value(), random),
                    true,
                    latest.neededToExtend(),
                    latest.stale(),
                    false,
                    latest.sample(),
                    latest.age(),
                    latest.from(),
                    latest.month());
        }
        if (fact instanceof Fact.Part part) {
            return new Fact.Part(
                    part.indicator(),
                    part.block(),
                    part.dimension(),
                    part.name(),
                    in(part.value(), random),
                    part.share(),
                    part.outside(),
                    part.authorised(),
                    part.priority(),
                    false);
        }
        return fact;
    }

    private static Figure in(Figure figure, Random random) {
        long least = figure.least().rounded(0).longValue();
        long most = figure.most().rounded(0).longValue();
        return Figure.of(Exact.of(least + random.nextInt((int) (most - least) + 1)));
    }

    private static Map<String, Rule> draw(Random random, int rules) {
        RuleDraw draw = new RuleDraw(random);
        RuleFileParser parser = new RuleFileParser();
        Map<String, Rule> drawn = new LinkedHashMap<>();
        while (drawn.size() < rules) {
            String text = draw.next();
            Faults faults = new Faults();
            List<Rule> read = parser.parse(
                            "drawn.drl", RuleSubject.SCOPE, text.getBytes(StandardCharsets.UTF_8), NAMES, faults)
                    .rules();
            boolean isTooLarge =
                    faults.list().stream().allMatch(fault -> fault.code().equals("ROI-P03"));
            assertThat(read.size() == 1 || isTooLarge)
                    .as("%s%n%s", text, faults.list())
                    .isTrue();
            read.forEach(rule -> drawn.put("drawn-" + drawn.size(), rule));
        }
        return drawn;
    }

    private static RuleNetwork network(Map<String, Rule> rules, Question question) {
        Map<String, Asked> asked = new LinkedHashMap<>();
        rules.forEach((name, rule) -> asked.put(name, new Asked(rule.elements(), question)));
        return RuleNetwork.of(asked);
    }

    private static Map<String, Set<PlainRules.Match>> run(
            RuleNetwork network, List<Fact> facts, Map<ThresholdId, Exact> limits) {
        Limits values = id -> Optional.ofNullable(limits.get(id)).orElseThrow();
        Map<String, Set<PlainRules.Match>> found = new HashMap<>();
        network.run(facts, values, new Budget(Budget.MOST))
                .forEach(match -> found.computeIfAbsent(match.name(), name -> new HashSet<>())
                        .add(new PlainRules.Match(match.facts(), Set.copyOf(match.counted()))));
        return found;
    }

    private static Map<ThresholdId, Exact> limits(Random random) {
        Map<ThresholdId, Exact> limits = new HashMap<>();
        RuleDraw.THRESHOLDS.forEach(id -> limits.put(new ThresholdId(id), Exact.of(random.nextInt(4))));
        return limits;
    }

    private static List<Fact> facts(Random random, boolean uncertain) {
        List<Fact> facts = new ArrayList<>();
        for (String name : RuleDraw.INDICATORS) {
            IndicatorId id = new IndicatorId(name);
            BlockId block = POLICY.indicators().indicator(id).block();
            boolean needed = random.nextBoolean();
            Figure value = figure(random, uncertain);
            if (random.nextInt(3) > 0) {
                facts.add(new Fact.Reading(id, block, value, true, needed));
            } else {
                facts.add(new Fact.Unknown(
                        id, block, UnknownReason.SCATTERED, Figure.of(Exact.ONE), needed, BaselineState.DEFINED));
            }
            if (random.nextInt(4) > 0) {
                Known known = Reading.of(value.estimate()).known().orElseThrow();
                facts.add(new Fact.Latest(
                        id,
                        block,
                        value,
                        true,
                        needed,
                        false,
                        false,
                        Optional.empty(),
                        Figure.of(Exact.ZERO),
                        known,
                        YearMonth.of(2026, 5)));
            }
            int parts = random.nextInt(3);
            for (int i = 0; i < parts; i++) {
                facts.add(new Fact.Part(
                        id,
                        block,
                        Dimension.WORKFLOW,
                        "part-" + i,
                        figure(random, uncertain),
                        Figure.of(Exact.ONE),
                        Figure.of(Exact.ZERO),
                        Fact.Part.Authorised.YES,
                        Fact.Part.Priority.NO,
                        false));
            }
        }
        return facts;
    }

    private static Figure figure(Random random, boolean uncertain) {
        Exact estimate = Exact.of(random.nextInt(6) - 1);
        int doubt = uncertain ? random.nextInt(3) : 0;
        return new Figure(
                estimate, estimate.minus(Exact.of(doubt)), estimate.plus(Exact.of(random.nextInt(doubt + 1))));
    }
}
