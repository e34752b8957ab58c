package dev.roi.benchmarks.peers;

import dev.roi.rules.policy.Policy;
import java.io.StringReader;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.kie.api.io.Resource;
import org.kie.dmn.api.core.DMNContext;
import org.kie.dmn.api.core.DMNDecisionResult;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNResult;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.internal.io.ResourceFactory;

/** KIE DMN: the tables in one model, evaluated all at once. */
final class KieDmn implements Peer {

    private final Said said;
    private final DecisionTables tables;
    private final DMNRuntime runtime;
    private final DMNModel model;

    KieDmn(Policy policy) {
        said = new Said(policy);
        tables = new DecisionTables(policy);
        Resource resource = ResourceFactory.newReaderResource(new StringReader(tables.xml("-")), "UTF-8");
        resource.setSourcePath("policy.dmn");
        runtime = DMNRuntimeBuilder.fromDefaults()
                .buildConfiguration()
                .fromResources(List.of(resource))
                .getOrElseThrow(fault -> new IllegalStateException("the tables do not compile", fault));
        model = runtime.getModels().get(0);
        if (model.hasErrors()) {
            throw new IllegalStateException(model.getMessages().toString());
        }
    }

    @Override
    public Supplier<Answer> decide(MonthFacts month) {
        BitSet fired = new BitSet();
        DMNContext context = runtime.newContext();
        tables.variables(month.plain()).forEach(context::set);
        DMNResult result = runtime.evaluateAll(model, context);
        if (result.hasErrors()) {
            throw new IllegalStateException(result.getMessages().toString());
        }
        for (DMNDecisionResult table : result.getDecisionResults()) {
            if (table.getResult() instanceof Collection<?> rules) {
                rules.forEach(rule -> fired.set(said.position((String) rule)));
            }
        }
        return said.settle(fired);
    }
}
