package dev.roi.benchmarks.peers;

import dev.roi.rules.policy.Policy;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;

/** Camunda DMN: the tables parsed once, evaluated one after another. It leaves out empty cells, and evaluates a hyphen. */
final class CamundaDmn implements Peer {

    private final Said said;
    private final DecisionTables tables;
    private final DmnEngine engine;
    private final List<DmnDecision> decisions;

    CamundaDmn(Policy policy) {
        said = new Said(policy);
        tables = new DecisionTables(policy);
        engine = DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
        decisions =
                engine.parseDecisions(new ByteArrayInputStream(tables.xml("").getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public Supplier<Answer> decide(MonthFacts month) {
        BitSet fired = new BitSet();
        VariableMap variables = Variables.fromMap(tables.variables(month.plain()));
        for (DmnDecision decision : decisions) {
            for (Object rule : engine.evaluateDecisionTable(decision, variables).collectEntries("rule")) {
                fired.set(said.position((String) rule));
            }
        }
        return said.settle(fired);
    }
}
