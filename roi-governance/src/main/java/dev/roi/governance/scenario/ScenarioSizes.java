package dev.roi.governance.scenario;

import dev.roi.core.Message;
import dev.roi.core.format.Cursor;
import dev.roi.core.format.Kind;
import dev.roi.core.format.Objection;
import dev.roi.core.json.Node;
import dev.roi.rules.policy.PolicyCode;
import dev.roi.rules.policy.PolicyObjections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How many scenarios and cases a policy may have, and how long a case may go on being like another one. */
final class ScenarioSizes {

    static final int MOST_SCENARIOS = 2_000;
    static final int MOST_CASES = 500;
    static final int MOST_LIKE = 32;

    private final PolicyObjections objections;

    ScenarioSizes(PolicyObjections objections) {
        this.objections = objections;
    }

    /** Tells whether documents stay within the limits; where they do not, a fault names the limit. */
    boolean areKept(List<Node> roots) {
        int scenarios = 0;
        int cases = 0;
        for (Node root : roots) {
            Optional<Node> named = found(root, "cases", Kind.OBJECT);
            cases += named.map(found -> found.fields().size()).orElse(0);
            if (cases > MOST_CASES) {
                return refused(
                        named.orElse(root),
                        Message.of("a policy has %s cases at the most.", MOST_CASES),
                        Message.of(
                                "A case is what several scenarios build on; what one alone needs stands in the scenario."));
            }
            Optional<Node> listed = list(root, "scenarios");
            scenarios += size(listed);
            if (scenarios > MOST_SCENARIOS) {
                return areTooMany(listed.orElse(root));
            }
            for (Node table : list(root, "tables").map(Node::items).orElse(List.of())) {
                Optional<Node> rows = list(table, "rows");
                scenarios += size(rows);
                if (scenarios > MOST_SCENARIOS) {
                    return areTooMany(rows.orElse(table));
                }
            }
        }
        return true;
    }

    /** Tells whether no case builds on too many others, one upon the other. */
    boolean areShallow(Cases cases) {
        for (Map.Entry<String, Cursor> entry : cases.written().entrySet()) {
            Set<String> passed = new HashSet<>();
            Optional<String> at = Optional.of(entry.getKey());
            while (at.isPresent() && passed.add(at.get())) {
                if (passed.size() > MOST_LIKE) {
                    return refused(
                            cases.like(entry.getKey()).orElse(entry.getValue()),
                            Message.of(
                                    "case `%s` is like a case that is like another one, and so on: %s cases at the most may stand in such a row.",
                                    entry.getKey(), MOST_LIKE),
                            Message.of("Let it be `like` one that stands nearer to the beginning."));
                }
                at = cases.baseOf(at.get());
            }
        }
        return true;
    }

    private boolean areTooMany(Node list) {
        return refused(
                list,
                Message.of(
                        "a policy has %s scenarios at the most, each row of a table counted as one.", MOST_SCENARIOS),
                Message.of("Keep those that would notice a change of the policy; `roi test` tells which do."));
    }

    private boolean refused(Cursor value, Message message, Message help) {
        objections.at(value.spot(), new Objection(PolicyCode.TOO_LARGE.id(), message, help));
        return false;
    }

    private static Optional<Node> list(Node node, String key) {
        return found(node, key, Kind.ARRAY);
    }

    private static Optional<Node> found(Node node, String key, Kind kind) {
        return node.kind() == Kind.OBJECT ? node.find(key).filter(found -> found.kind() == kind) : Optional.empty();
    }

    private static int size(Optional<Node> list) {
        return list.map(found -> found.items().size()).orElse(0);
    }
}
