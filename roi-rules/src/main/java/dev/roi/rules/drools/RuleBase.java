package dev.roi.rules.drools;

import dev.roi.rules.facts.Combinations;
import dev.roi.rules.facts.Combinations.OfRule;
import dev.roi.rules.facts.Fact;
import dev.roi.rules.facts.Finding;
import dev.roi.rules.facts.Met;
import dev.roi.rules.facts.RuleRunner;
import dev.roi.rules.policy.Policy;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;
import org.drools.base.base.ValueResolver;
import org.drools.base.definitions.rule.impl.RuleImpl;
import org.drools.base.rule.consequence.Consequence;
import org.drools.core.rule.consequence.KnowledgeHelper;
import org.drools.model.DSL;
import org.drools.model.PatternDSL;
import org.drools.model.PatternDSL.PatternDef;
import org.drools.model.impl.ModelImpl;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.KieBase;
import org.kie.api.definition.KiePackage;

/**
 * The rules of a policy, compiled. Immutable and safe for use by several threads; each run has a session to itself, which
 * is used again after it.
 *
 * <p>Facts are held against single conditions before, in Java. Drools is given one fact for a month, which knows the
 * conditions that are met, and finds the rules that fire: they ask for nothing but conditions of this fact, and rules that
 * begin with the same ones share what tries them. What it compiles is written from rules that were read and checked, with
 * a number for each condition: no text of a policy reaches it, and consequences are not compiled at all.
 */
public final class RuleBase implements RuleRunner {

    private static final String PACKAGE = "dev.roi.rules.generated";

    /** Sessions that are kept at the most; runs that find none open one, which is kept where there is room. */
    private static final int MOST_KEPT = 16;

    private final KieBase base;
    private final Combinations combinations;
    private final BlockingDeque<MonthSession> kept = new LinkedBlockingDeque<>(MOST_KEPT);

    private RuleBase(KieBase base, Combinations combinations) {
        this.base = base;
        this.combinations = combinations;
    }

    /**
     * Compiles the rules of a policy.
     *
     * @param policy the policy
     * @return its rules, ready to run
     */
    public static RuleBase compile(Policy policy) {
        Combinations combinations = new Combinations(policy);
        List<OfRule> rules = combinations.rules();
        KieBase base = KieBaseBuilder.createKieBaseFromModel(model(rules));
        for (KiePackage compiled : base.getKiePackages()) {
            for (org.kie.api.definition.rule.Rule rule : compiled.getRules()) {
                ((RuleImpl) rule).setConsequence(new Say(rules.get(index(rule.getName()))));
            }
        }
        return new RuleBase(base, combinations);
    }

    private static int index(String name) {
        return Integer.parseInt(name.substring(1));
    }

    @Override
    public List<Finding> run(List<Fact> facts) {
        Met met = combinations.metBy(facts);
        MonthSession session =
                Optional.ofNullable(kept.pollFirst()).orElseGet(() -> new MonthSession(base, combinations));
        boolean isKept = false;
        try {
            List<Finding> findings = session.run(met);
            isKept = kept.offerFirst(session);
            return findings;
        } finally {
            if (!isKept) {
                session.dispose();
            }
        }
    }

    private static ModelImpl model(List<OfRule> rules) {
        ModelImpl model = new ModelImpl();
        for (int i = 0; i < rules.size(); i++) {
            model.addRule(PatternDSL.rule(PACKAGE, "r" + i).build(month(rules.get(i)), PatternDSL.execute(() -> {})));
        }
        return model;
    }

    /** The same name for the same condition, so that rules that begin with it share what tries it. */
    private static PatternDef<Month> month(OfRule rule) {
        PatternDef<Month> pattern = PatternDSL.pattern(DSL.declarationOf(Month.class));
        for (int condition : rule.present()) {
            pattern.expr("met-" + condition, month -> month.meets(condition));
        }
        for (int condition : rule.absent()) {
            pattern.expr("not-met-" + condition, month -> !month.meets(condition));
        }
        return pattern;
    }

    /** Lets a rule say what it found. */
    private static final class Say implements Consequence<KnowledgeHelper> {

        private final OfRule rule;

        Say(OfRule rule) {
            this.rule = rule;
        }

        @Override
        public String getName() {
            return RuleImpl.DEFAULT_CONSEQUENCE_NAME;
        }

        @Override
        public void evaluate(KnowledgeHelper helper, ValueResolver resolver) {
            Month month = (Month) helper.getMatch().getObjects().get(0);
            month.add(rule);
        }
    }
}
