package dev.roi.rules.policy;

import dev.roi.core.json.Faults;
import dev.roi.rules.facts.RuleSubject;

/** Reads rule files as their authors wrote them. */
@FunctionalInterface
public interface RuleParser {

    /**
     * Reads one rule file.
     *
     * @param source what messages call the file
     * @param subject what its rules are about
     * @param bytes the file
     * @param names the names that its rules may use
     * @param faults where to put everything that is wrong with it
     * @return what could be read of it
     */
    RuleFile parse(String source, RuleSubject subject, byte[] bytes, RuleNames names, Faults faults);
}
