package dev.roi.rules.policy;

import dev.roi.core.Fault.Place;
import dev.roi.rules.language.Rule;
import java.util.List;

/**
 * What was read of a rule file.
 *
 * @param rules the rules that are well written, in the order of the file
 * @param headers the names of all rules, well written or not, in the order of the file
 * @param unreadable what could not be understood as rules; empty where all of the file could
 */
public record RuleFile(List<Rule> rules, List<Header> headers, String unreadable) {

    /** Copies the rules and names. {@inheritDoc} */
    public RuleFile {
        rules = List.copyOf(rules);
        headers = List.copyOf(headers);
    }

    /**
     * Returns the names of its rules.
     *
     * @return all that it declares, and those that it may
     */
    public DeclaredNames names() {
        return DeclaredNames.of(headers.stream().map(Header::name).toList(), dev.roi.core.Names::likely)
                .orAnyOf(unreadable);
    }

    /**
     * The beginning of a rule.
     *
     * @param name its name, as it is written
     * @param place where it stands
     */
    public record Header(String name, Place place) {}
}
