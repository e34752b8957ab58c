package dev.roi.rules.policy;

import dev.roi.core.json.Faults;
import java.util.List;

/** Reads rule files as their authors wrote them. */
@FunctionalInterface
public interface RuleParser {

    /**
     * Reads one rule file.
     *
     * @param path the file's path, for messages
     * @param bytes the file
     * @param names the names that its rules may use
     * @param faults where to put everything that is wrong with it
     * @return the rules that are well written, in the order of the file
     */
    List<Rule> parse(String path, byte[] bytes, RuleNames names, Faults faults);
}
