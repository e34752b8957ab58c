package dev.roi.governance.scenario;

import dev.roi.core.Decision;
import dev.roi.core.Exact;
import dev.roi.core.Fault.Place;
import dev.roi.core.LeverId;
import dev.roi.core.RuleId;
import dev.roi.core.Scorecard;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One case that a policy must decide as its owners say.
 *
 * @param name what the case shows, as a sentence
 * @param place where it is written
 * @param given what is given, as its owners wrote it: lines of a scenario file by key, the case first, without {@code now}
 * @param now what is given of the reviewed month, as its owners wrote it: each reading by its indicator
 * @param scorecard what is given; its latest complete month is reviewed
 * @param expected what must come of it
 */
public record Scenario(
        String name,
        Place place,
        Map<String, String> given,
        Map<String, String> now,
        Scorecard scorecard,
        Expected expected) {

    /** Copies the lines, in order. {@inheritDoc} */
    public Scenario {
        given = Collections.unmodifiableMap(new LinkedHashMap<>(given));
        now = Collections.unmodifiableMap(new LinkedHashMap<>(now));
    }

    /**
     * What must come of a case; what is not said is not tested.
     *
     * @param decision the decision
     * @param headline the headline in the policy's first language
     * @param levers exactly these levers, in the policy's order
     * @param because rules that must have fired
     * @param notBecause rules that must not have fired
     * @param saw of rules that must have fired, what they must have worked out by {@code accumulate}, by name, and which
     *     alternative of an {@code or} must have held, by {@code or}, {@code or-2} and so on, from 1 on
     */
    public record Expected(
            Optional<Decision> decision,
            Optional<String> headline,
            Optional<List<LeverId>> levers,
            List<RuleId> because,
            List<RuleId> notBecause,
            Map<RuleId, Map<String, Exact>> saw) {

        /** Copies the lists. {@inheritDoc} */
        public Expected {
            levers = levers.map(List::copyOf);
            because = List.copyOf(because);
            notBecause = List.copyOf(notBecause);
            saw = Collections.unmodifiableMap(new LinkedHashMap<>(saw));
        }

        /**
         * Tells whether anything is tested.
         *
         * @return whether nothing at all is expected
         */
        public boolean isEmpty() {
            return decision.isEmpty()
                    && headline.isEmpty()
                    && levers.isEmpty()
                    && because.isEmpty()
                    && notBecause.isEmpty()
                    && saw.isEmpty();
        }
    }
}
