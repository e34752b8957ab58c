package dev.roi.rules.drools;

import dev.roi.rules.facts.Combinations;
import dev.roi.rules.facts.Conditions;
import dev.roi.rules.facts.Conditions.Met;
import dev.roi.rules.facts.Fact;
import dev.roi.rules.facts.Finding;
import dev.roi.rules.facts.RuleRunner;
import dev.roi.rules.policy.Policy;
import dev.roi.rules.policy.Rule;
import dev.roi.rules.policy.Rule.Condition;
import dev.roi.rules.policy.Rule.Presence;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.drools.base.base.ValueResolver;
import org.drools.base.definitions.rule.impl.RuleImpl;
import org.drools.base.rule.consequence.Consequence;
import org.drools.core.rule.consequence.KnowledgeHelper;
import org.drools.model.DSL;
import org.drools.model.Index;
import org.drools.model.Model;
import org.drools.model.PatternDSL;
import org.drools.model.RuleItemBuilder;
import org.drools.model.impl.ModelImpl;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.KieBase;
import org.kie.api.definition.KiePackage;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.KieSessionsPool;

/**
 * The rules of a policy, compiled. Immutable and safe for use by several threads; each run has a session to itself, which
 * is emptied after it and used again.
 *
 * <p>Facts are held against single conditions here, in Java; what they meet is what Drools is given, and which of it makes
 * a rule fire is what it finds. What Drools compiles is written from rules that were read and checked, with a number for
 * each condition: no text of a policy reaches it, and consequences are not compiled at all.
 */
public final class RuleBase implements RuleRunner {

    private static final String PACKAGE = "dev.roi.rules.generated";
    private static final String FINDINGS = "findings";

    /** More firings than facts can give; a guard, since no rule here can make another one fire. */
    private static final int MOST_FIRINGS = 1_000_000;

    /** Sessions that are kept at the most; a pool of Drools by itself keeps as many as were ever out of it at once. */
    private static final int MOST_KEPT = 16;

    private final KieBase base;
    private final KieSessionsPool pool;
    private final Semaphore kept = new Semaphore(MOST_KEPT);
    private final Combinations combinations;

    private RuleBase(KieBase base, Combinations combinations) {
        this.base = base;
        this.pool = base.newKieSessionsPool(1);
        this.combinations = combinations;
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
        KieBase base = KieBaseBuilder.createKieBaseFromModel(model(rules, conditions));
        for (KiePackage compiled : base.getKiePackages()) {
            for (org.kie.api.definition.rule.Rule rule : compiled.getRules()) {
                ((RuleImpl) rule).setConsequence(new Say(rules.get(index(rule.getName()))));
            }
        }
        return new RuleBase(base, new Combinations(policy, conditions));
    }

    private static int index(String name) {
        return Integer.parseInt(name.substring(1));
    }

    @Override
    public List<Finding> run(List<Fact> facts) {
        List<Met> relevant = combinations.metBy(facts);
        if (!kept.tryAcquire()) {
            return fire(base.newKieSession(), relevant);
        }
        try {
            return fire(pool.newKieSession(), relevant);
        } finally {
            kept.release();
        }
    }

    /** A session of the pool goes back to it when it is disposed of. */
    private static List<Finding> fire(KieSession session, List<Met> relevant) {
        Findings findings = new Findings();
        try {
            session.setGlobal(FINDINGS, findings);
            for (Met met : relevant) {
                session.insert(met);
            }
            session.fireAllRules(MOST_FIRINGS);
        } finally {
            session.dispose();
        }
        return findings.list();
    }

    private static Model model(List<Rule> rules, Conditions conditions) {
        ModelImpl model = new ModelImpl().withGlobals(List.of(DSL.globalOf(Findings.class, PACKAGE, FINDINGS)));
        for (int i = 0; i < rules.size(); i++) {
            List<RuleItemBuilder<?>> items = new ArrayList<>();
            for (Condition condition : rules.get(i).conditions()) {
                PatternDSL.PatternDef<Met> met = met(conditions.number(condition));
                items.add(condition.presence() == Presence.ABSENT ? PatternDSL.not(met) : met);
            }
            items.add(PatternDSL.execute(() -> {}));
            model.addRule(PatternDSL.rule(PACKAGE, "r" + i).build(items.toArray(RuleItemBuilder<?>[]::new)));
        }
        return model;
    }

    /** The same name and index for the same condition, so that rules share what finds it. */
    private static PatternDSL.PatternDef<Met> met(int number) {
        return PatternDSL.pattern(PatternDSL.declarationOf(Met.class))
                .expr(
                        "c" + number,
                        met -> met.condition() == number,
                        PatternDSL.alphaIndexedBy(int.class, Index.ConstraintType.EQUAL, 0, Met::condition, number));
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
            ((Findings) resolver.getGlobal(FINDINGS)).add(rule, facts);
        }
    }
}
