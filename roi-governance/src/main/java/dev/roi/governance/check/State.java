package dev.roi.governance.check;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What may be true of one thing: the values that each of its fields may have. Immutable.
 *
 * @param fields the values by field
 */
record State(Map<String, Domain> fields) {

    State {
        fields = Collections.unmodifiableMap(new TreeMap<>(fields));
    }

    Domain field(String name) {
        Domain domain = fields.get(name);
        if (domain == null) {
            throw new IllegalArgumentException("no field (%s)".formatted(name));
        }
        return domain;
    }

    /** Tells whether a yes-or-no field can be nothing else. */
    boolean is(String name, Domain.Words value) {
        return field(name).within(value);
    }

    State with(String name, Domain domain) {
        Map<String, Domain> changed = new LinkedHashMap<>(fields);
        changed.put(name, domain);
        return new State(changed);
    }

    State and(String name, Domain domain) {
        return with(name, field(name).and(domain));
    }

    /** Tells whether every field can have a value. */
    boolean isPossible() {
        return fields.values().stream().noneMatch(Domain::isEmpty);
    }

    /** Tells whether all that is asked is so, whatever is open. */
    boolean implies(List<Asked> asked) {
        return asked.stream().allMatch(each -> field(each.field()).within(each.domain()));
    }

    /** A field, and the values that it is asked to have. */
    record Asked(String field, Domain domain) {}
}
