package dev.roi.rules.drools;

import dev.roi.rules.facts.Conditions;
import dev.roi.rules.facts.Conditions.Met;
import dev.roi.rules.facts.Fact;
import dev.roi.rules.facts.Finding;
import dev.roi.rules.facts.RuleRunner;
import dev.roi.rules.policy.Policy;
import dev.roi.rules.policy.Rule;
import dev.roi.rules.policy.Rule.Condition;
import dev.roi.rules.policy.Rule.Presence;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
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
 * <p>Facts are held against single conditions here, in Java; what they meet is what Drools is given, and which of it makes
 * a rule fire is what it finds. What Drools compiles is written from rules that were read and checked, with a number for
 * each condition: no text of a policy reaches it, and consequences are not compiled at all.
 */
public final class RuleBase implements RuleRunner {

    private static final String PACKAGE = "dev.roi.rules.generated";

    /** More firings than facts can give; a guard, since no rule here can make another one fire. */
    private static final int MOST_FIRINGS = 1_000_000;

    private final KieBase base;
    private final Conditions conditions;

    private RuleBase(KieBase base, Conditions conditions) {
        this.base = base;
        this.conditions = conditions;
    }

    /**
     * Compiles the rules of a policy.
     *
     * @param policy the policy
     * @return its rules, ready to run
     */
    public static RuleBase compile(Policy policy) {
        List<Rule> rules = List.copyOf(policy.rules().values());
        Conditions conditions = new Conditions(policy);
        Properties properties = new Properties();
        properties.setProperty("drools.parallelRulesBuildThreshold", "-1");
        KnowledgeBuilderConfiguration configuration =
                KnowledgeBuilderFactory.newKnowledgeBuilderConfiguration(properties, RuleBase.class.getClassLoader());
        KnowledgeBuilder builder = KnowledgeBuilderFactory.newKnowledgeBuilder(configuration);
        builder.add(
                ResourceFactory.newByteArrayResource(source(rules, conditions).getBytes(StandardCharsets.UTF_8)),
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
        return new RuleBase(base, conditions);
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
            for (Met met : conditions.metBy(facts)) {
                session.insert(met);
            }
            session.fireAllRules(MOST_FIRINGS);
        } finally {
            session.dispose();
        }
        return findings.list();
    }

    private static String source(List<Rule> rules, Conditions conditions) {
        String met = Met.class.getCanonicalName();
        StringBuilder text = new StringBuilder();
        text.append("package ").append(PACKAGE).append(";\n");
        text.append("global ").append(Findings.class.getName()).append(" findings;\n");
        for (int i = 0; i < rules.size(); i++) {
            text.append("rule \"r").append(i).append("\"\nwhen\n");
            for (Condition condition : rules.get(i).conditions()) {
                text.append(condition.presence() == Presence.ABSENT ? "  not " : "  ");
                text.append(met)
                        .append("( condition == ")
                        .append(conditions.number(condition))
                        .append(" )\n");
            }
            text.append("then\nend\n");
        }
        return text.toString();
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
                if (object instanceof Met met) {
                    facts.add(met.fact());
                }
            }
            ((Findings) resolver.getGlobal("findings")).add(rule, facts);
        }
    }
}
