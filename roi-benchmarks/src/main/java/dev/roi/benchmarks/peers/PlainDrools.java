package dev.roi.benchmarks.peers;

import dev.roi.core.ThresholdId;
import dev.roi.rules.facts.FactType;
import dev.roi.rules.facts.FieldKind;
import dev.roi.rules.language.Condition;
import dev.roi.rules.language.Condition.Presence;
import dev.roi.rules.language.Constraint;
import dev.roi.rules.language.Rule;
import dev.roi.rules.policy.Policy;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.kie.api.runtime.StatelessKieSession;

/**
 * Drools as its manual shows: rules in a file system of their own, built, a stateless session for each decision,
 * thresholds as facts, and what fires told to a global.
 */
public final class PlainDrools implements Peer {

    private final Said said;
    private final Supplier<StatelessKieSession> sessions;
    private final List<PlainFact> thresholds;

    private PlainDrools(Policy policy, Supplier<StatelessKieSession> sessions) {
        said = new Said(policy);
        thresholds = PlainFacts.thresholds(policy);
        this.sessions = sessions;
    }

    /** What Drools makes of rules. */
    public enum Model {
        /** Rules interpreted with MVEL, the quicker one to build. */
        CLASSIC,
        /** Java generated and compiled from the rules, which the manual recommends now. */
        EXECUTABLE
    }

    /**
     * Makes the peer.
     *
     * @param policy the policy
     * @param model what Drools makes of its rules
     * @return the peer
     */
    public static PlainDrools of(Policy policy, Model model) {
        return new PlainDrools(policy, build(source(policy), model)::newStatelessKieSession);
    }

    /**
     * Makes the peer with a pool of sessions, which the manual offers for sessions that are opened very often.
     *
     * @param policy the policy
     * @return the peer
     */
    public static PlainDrools pooled(Policy policy) {
        return new PlainDrools(
                policy, build(source(policy), Model.EXECUTABLE).newKieSessionsPool(1)::newStatelessKieSession);
    }

    /**
     * Builds rules.
     *
     * @param source the rules
     * @param model what Drools makes of them
     * @return the rules, ready to run
     */
    public static KieBase build(String source, Model model) {
        KieServices services = KieServices.Factory.get();
        ReleaseId release = services.newReleaseId(
                "dev.roi.benchmarks", "plain-" + model.name().toLowerCase(Locale.ROOT), "1");
        KieFileSystem files = services.newKieFileSystem();
        files.generateAndWritePomXML(release);
        files.write("src/main/resources/policy/rules.drl", source);
        KieBuilder builder = services.newKieBuilder(files);
        switch (model) {
            case CLASSIC -> builder.buildAll();
            case EXECUTABLE -> builder.buildAll(ExecutableModelProject.class);
        }
        if (builder.getResults().hasMessages(Message.Level.ERROR)) {
            throw new IllegalStateException(builder.getResults().toString());
        }
        return services.newKieContainer(release).getKieBase();
    }

    @Override
    public Supplier<Answer> decide(MonthFacts month) {
        List<PlainFact> all = new ArrayList<>(thresholds.size() + month.plain().size());
        all.addAll(thresholds);
        all.addAll(month.plain());
        return said.settle(fire(sessions.get(), all));
    }

    /**
     * Fires all rules.
     *
     * @param session a session with the rules
     * @param facts facts and thresholds
     * @return the positions of the rules that fired
     */
    public static BitSet fire(StatelessKieSession session, List<PlainFact> facts) {
        BitSet fired = new BitSet();
        session.setGlobal("fired", fired);
        session.execute(facts);
        return fired;
    }

    /**
     * Writes the rules as their authors did, with thresholds joined and each consequence naming its rule's position.
     *
     * @param policy the policy
     * @return the rules
     */
    public static String source(Policy policy) {
        int position = 0;
        StringBuilder text = new StringBuilder("package policy;\n");
        for (FactType type : FactType.values()) {
            text.append("import ")
                    .append(PlainFacts.record(type).getCanonicalName())
                    .append(";\n");
        }
        text.append("global java.util.BitSet fired;\n");
        for (Rule rule : policy.rules().values()) {
            text.append("rule \"").append(rule.id()).append("\"\nwhen\n");
            List<ThresholdId> thresholds = rule.thresholds();
            for (int i = 0; i < thresholds.size(); i++) {
                text.append("  Threshold( id == \"%s\", $limit%s : value )\n".formatted(thresholds.get(i), i));
            }
            for (Condition condition : rule.conditions()) {
                text.append(condition.presence() == Presence.ABSENT ? "  not " : "  ");
                text.append(condition.type().word());
                text.append(condition.constraints().stream()
                        .map(constraint -> constraint(constraint, thresholds))
                        .collect(Collectors.joining(", ", "( ", " )\n")));
            }
            text.append("then\n  fired.set( ").append(position++).append(" );\nend\n");
        }
        return text.toString();
    }

    private static String constraint(Constraint constraint, List<ThresholdId> thresholds) {
        String operand = constraint
                .limit()
                .map(limit -> "$limit" + thresholds.indexOf(limit))
                .orElseGet(() -> words(constraint));
        return "%s %s %s"
                .formatted(constraint.field().name(), constraint.operator().sign(), operand);
    }

    private static String words(Constraint constraint) {
        List<String> literals = constraint.words().stream()
                .map(word -> constraint.field().kind() == FieldKind.FLAG ? word : "\"" + word + "\"")
                .toList();
        return literals.size() == 1 && !constraint.operator().sign().endsWith("in")
                ? literals.get(0)
                : "( " + String.join(", ", literals) + " )";
    }
}
