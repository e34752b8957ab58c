package dev.roi.rules.drools;

import dev.roi.core.InvalidInput;
import dev.roi.rules.facts.Combinations;
import dev.roi.rules.facts.Finding;
import dev.roi.rules.facts.Met;
import java.util.List;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.FactHandle;

/**
 * A session of Drools with its one fact, the month, which is another one for each run. For use by one thread at a time.
 * One whose run has failed is not used again.
 */
final class MonthSession {

    private final KieSession session;
    private final Month month;
    private final FactHandle handle;

    MonthSession(KieBase base, Combinations combinations) {
        month = new Month(combinations);
        session = base.newKieSession();
        handle = session.insert(month);
    }

    /**
     * Runs all rules, and leaves nothing of the month behind.
     *
     * @throws InvalidInput when they hold for more combinations than {@link Combinations#MOST}
     */
    List<Finding> run(Met met) {
        month.begin(met);
        session.update(handle, month);
        session.fireAllRules();
        return month.end();
    }

    void dispose() {
        session.dispose();
    }
}
