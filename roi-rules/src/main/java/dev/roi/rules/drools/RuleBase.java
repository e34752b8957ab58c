package dev.roi.rules.drools;

import dev.roi.rules.facts.Fact;
import dev.roi.rules.facts.Finding;
import dev.roi.rules.facts.RuleRunner;
import dev.roi.rules.policy.FactType;
import dev.roi.rules.policy.Policy;
import dev.roi.rules.policy.Rule;
import dev.roi.rules.policy.Rule.Condition;
import dev.roi.rules.policy.Rule.Constraint;
import dev.roi.rules.policy.Rule.Presence;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import org.drools.base.base.ValueResolver;
import org.drools.base.definitions.rule.impl.RuleImpl;
import org.drools.base.rule.consequence.Consequence;
import org.drools.core.rule.consequence.KnowledgeHelper;
import org.kie.api.KieBase;
import org.kie.api.definition.KiePackage;
import org.kie.api.io.ResourceType;
import org.kie.api.runtime.KieSession;
import org.kie.internal.builder.KnowledgeBuilder;
import org.kie.internal.builder.KnowledgeBuilderConfiguration;
import org.kie.internal.builder.KnowledgeBuilderFactory;
import org.kie.internal.io.ResourceFactory;

/**
 * The rules of a policy, compiled. Immutable and safe for use by several threads; each run has a session of its own.
 *
 * <p>What Drools compiles is written here from rules that were read and checked, with thresholds as plain numbers; no
 * text of a rule file reaches it, and consequences are not compiled at all.
 */
public final class RuleBase implements RuleRunner {

    private static final String PACKAGE = "dev.roi.rules.generated";

    /** More firings than facts can give; a guard, since no rule here can make another one fire. */
    private static final int MOST_FIRINGS = 1_000_000;

    private final KieBase base;

    private RuleBase(KieBase base) {
        this.base = base;
    }

    /**
     * Compiles the rules of a policy.
     *
     * @param policy the policy
     * @return its rules, ready to run
     */
    public static RuleBase compile(Policy policy) {
        List<Rule> rules = List.copyOf(policy.rules().values());
        Properties properties = new Properties();
        properties.setProperty("drools.parallelRulesBuildThreshold", "-1");
        KnowledgeBuilderConfiguration configuration =
                KnowledgeBuilderFactory.newKnowledgeBuilderConfiguration(properties, RuleBase.class.getClassLoader());
        KnowledgeBuilder builder = KnowledgeBuilderFactory.newKnowledgeBuilder(configuration);
        builder.add(
                ResourceFactory.newByteArrayResource(source(policy, rules).getBytes(StandardCharsets.UTF_8)),
                ResourceType.DRL);
        if (builder.hasErrors()) {
            throw new IllegalStateException(
                    "rules of %s that were checked do not compile: %s".formatted(policy, builder.getErrors()));
        }
        KieBase base = builder.newKieBase();
        for (KiePackage compiled : base.getKiePackages()) {
            for (org.kie.api.definition.rule.Rule rule : compiled.getRules()) {
                ((RuleImpl) rule).setConsequence(new Say(rules.get(index(rule.getName()))));
            }
        }
        return new RuleBase(base);
    }

    private static int index(String name) {
        return Integer.parseInt(name.substring(1));
    }

    @Override
    public List<Finding> run(List<Fact> facts) {
        Findings findings = new Findings();
        KieSession session = base.newKieSession();
        try {
            session.setGlobal("findings", findings);
            for (Fact fact : facts) {
                session.insert(fact);
            }
            session.fireAllRules(MOST_FIRINGS);
        } finally {
            session.dispose();
        }
        return findings.list();
    }

    private static String source(Policy policy, List<Rule> rules) {
        StringBuilder text = new StringBuilder();
        text.append("package ").append(PACKAGE).append(";\n");
        text.append("dialect \"mvel\"\n");
        text.append("global ").append(Findings.class.getName()).append(" findings;\n");
        for (int i = 0; i < rules.size(); i++) {
            text.append("rule \"r").append(i).append("\"\nwhen\n");
            for (Condition condition : rules.get(i).conditions()) {
                text.append(condition.presence() == Presence.ABSENT ? "  not " : "  ");
                text.append(factClass(condition.type()).getCanonicalName());
                text.append(condition.constraints().stream()
                        .map(constraint -> constraint(policy, constraint))
                        .collect(Collectors.joining(", ", "( ", " )\n")));
            }
            text.append("then\nend\n");
        }
        return text.toString();
    }

    private static Class<? extends Fact> factClass(FactType type) {
        return switch (type) {
            case READING -> Fact.ReadingFact.class;
            case LATEST -> Fact.LatestFact.class;
            case UNKNOWN -> Fact.UnknownFact.class;
            case NOT_DUE -> Fact.NotDueFact.class;
            case COMPARISON -> Fact.ComparisonFact.class;
            case STRADDLING -> Fact.StraddlingFact.class;
            case BLOCK -> Fact.BlockFact.class;
            case RUN -> Fact.RunFact.class;
            case PART -> Fact.PartFact.class;
            case GROWTH -> Fact.GrowthFact.class;
            case TREND -> Fact.TrendFact.class;
            case SCOPE -> Fact.ScopeFact.class;
            case THRESHOLD -> throw new IllegalArgumentException("a threshold is a number by now, and no fact");
        };
    }

    private static String constraint(Policy policy, Constraint constraint) {
        String operands = constraint
                .limit()
                .map(limit -> policy.limit(limit).comparable().toPlainString() + "B")
                .orElseGet(() -> words(constraint));
        return "%s %s %s"
                .formatted(constraint.field().name(), constraint.operator().sign(), operands);
    }

    private static String words(Constraint constraint) {
        List<String> literals = constraint.words().stream()
                .map(word -> constraint.field().kind() == FactType.FieldKind.FLAG
                        ? word
                        : "\"" + word.replace("\\", "\\\\").replace("\"", "\\\"") + "\"")
                .toList();
        return switch (constraint.operator()) {
            case IN, NOT_IN -> "( " + String.join(", ", literals) + " )";
            case EQUAL, NOT_EQUAL, BELOW, AT_MOST, ABOVE, AT_LEAST -> literals.get(0);
        };
    }

    /** Hands a rule and its facts to the findings of the session. */
    private static final class Say implements Consequence<KnowledgeHelper> {

        private final Rule rule;

        Say(Rule rule) {
            this.rule = rule;
        }

        @Override
        public String getName() {
            return RuleImpl.DEFAULT_CONSEQUENCE_NAME;
        }

        @Override
        public void evaluate(KnowledgeHelper helper, ValueResolver resolver) {
            List<Fact> facts = new ArrayList<>();
            for (Object object : helper.getMatch().getObjects()) {
                if (object instanceof Fact fact) {
                    facts.add(fact);
                }
            }
            ((Findings) resolver.getGlobal("findings")).add(rule, facts);
        }
    }
}
