package dev.roi.core.json;

import dev.roi.core.Exact;
import dev.roi.core.Fault;
import dev.roi.core.IndicatorId;
import dev.roi.core.Lever;
import dev.roi.core.PolicyDiff;
import dev.roi.core.PolicyDiff.Recency;
import dev.roi.core.PolicyDiff.Subject;
import dev.roi.core.RuleId;
import java.time.YearMonth;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The comparison of two policies as its document has it: components in the order of the keys. */
record PolicyDiffDocument(
        String format, Side before, Side after, String language, List<Change> changes, Optional<Past> past) {

    static final String FORMAT = "roi-diff/1";

    static PolicyDiffDocument of(PolicyDiff diff) {
        return new PolicyDiffDocument(
                FORMAT,
                Side.of(diff.before()),
                Side.of(diff.after()),
                diff.language().tag(),
                diff.changes().stream().map(Change::of).toList(),
                diff.past().map(Past::of));
    }

    private static List<String> ids(Collection<Subject> subjects) {
        return subjects.stream().sorted().map(Subject::toString).toList();
    }

    private static List<String> rules(List<RuleId> rules) {
        return rules.stream().map(RuleId::value).toList();
    }

    private static boolean isLatest(Recency recency) {
        return switch (recency) {
            case LATEST -> true;
            case EARLIER -> false;
        };
    }

    record Side(String id, String version, String fingerprint, String title) {
        static Side of(PolicyDiff.Side side) {
            return new Side(
                    side.policy().id().value(),
                    side.policy().version(),
                    side.policy().fingerprint().value(),
                    side.title());
        }
    }

    record Change(
            String id,
            String kind,
            String name,
            String happening,
            boolean decides,
            String words,
            List<Aspect> aspects,
            List<String> rules) {
        static Change of(PolicyDiff.Change change) {
            return new Change(
                    change.subject().toString(),
                    change.subject().kind().word(),
                    change.subject().name(),
                    change.happening().word(),
                    change.decides(),
                    change.words(),
                    change.aspects().stream()
                            .map(aspect -> new Aspect(
                                    aspect.name(),
                                    aspect.before(),
                                    aspect.after(),
                                    aspect.beforeInWords(),
                                    aspect.afterInWords()))
                            .toList(),
                    PolicyDiffDocument.rules(change.rules()));
        }
    }

    record Aspect(
            String name,
            Optional<String> before,
            Optional<String> after,
            Optional<String> beforeInWords,
            Optional<String> afterInWords) {}

    record Past(
            int scopes,
            int months,
            Optional<YearMonth> first,
            Optional<YearMonth> last,
            int changed,
            int otherReasons,
            List<Move> moves,
            List<Cause> causes,
            List<Flip> flips,
            List<Stay> stays,
            List<String> leftOut,
            List<Refusal> refusals) {
        static Past of(PolicyDiff.Past past) {
            return new Past(
                    past.scopes(),
                    past.months(),
                    past.first(),
                    past.last(),
                    past.flips().size(),
                    past.stays().size(),
                    past.moves().entrySet().stream()
                            .map(move -> new Move(
                                    move.getKey().before().word(),
                                    move.getKey().after().word(),
                                    move.getValue(),
                                    money(past, move.getKey())))
                            .toList(),
                    past.causes().entrySet().stream()
                            .map(cause -> new Cause(ids(cause.getKey()), cause.getValue()))
                            .toList(),
                    past.flips().stream().map(Flip::of).toList(),
                    past.stays().stream().map(Stay::of).toList(),
                    past.leftOut().stream().map(IndicatorId::value).toList(),
                    past.refusals().stream().map(Refusal::of).toList());
        }
    }

    private static Map<String, Exact> money(PolicyDiff.Past past, PolicyDiff.Move move) {
        Map<String, Exact> money = new LinkedHashMap<>();
        past.money().getOrDefault(move, Map.of()).forEach((unit, sum) -> money.put(unit.id(), sum));
        return money;
    }

    record Move(String before, String after, int count, Map<String, Exact> money) {}

    record Cause(List<String> changes, int count) {}

    record Flip(
            ReviewDocument.ScopeOf scope,
            YearMonth month,
            boolean latest,
            String before,
            String after,
            String headlineBefore,
            String headlineAfter,
            List<List<String>> causes,
            List<String> silenced,
            List<String> raised) {
        static Flip of(PolicyDiff.Flip flip) {
            return new Flip(
                    ReviewDocument.ScopeOf.of(flip.scope()),
                    flip.month(),
                    isLatest(flip.recency()),
                    flip.move().before().word(),
                    flip.move().after().word(),
                    flip.headlineBefore(),
                    flip.headlineAfter(),
                    flip.causes().stream().map(PolicyDiffDocument::ids).toList(),
                    rules(flip.silenced()),
                    rules(flip.raised()));
        }
    }

    record Stay(
            ReviewDocument.ScopeOf scope,
            YearMonth month,
            boolean latest,
            String decision,
            List<String> leversBefore,
            List<String> leversAfter,
            List<String> silenced,
            List<String> raised,
            List<String> altered) {
        static Stay of(PolicyDiff.Stay stay) {
            return new Stay(
                    ReviewDocument.ScopeOf.of(stay.scope()),
                    stay.month(),
                    isLatest(stay.recency()),
                    stay.decision().word(),
                    levers(stay.leversBefore()),
                    levers(stay.leversAfter()),
                    rules(stay.silenced()),
                    rules(stay.raised()),
                    rules(stay.altered()));
        }

        private static List<String> levers(List<Lever> levers) {
            return levers.stream().map(lever -> lever.id().value()).toList();
        }
    }

    record Refusal(ReviewDocument.ScopeOf scope, ReviewDocument.Policy policy, List<Why> faults) {
        static Refusal of(PolicyDiff.Refusal refusal) {
            return new Refusal(
                    ReviewDocument.ScopeOf.of(refusal.scope()),
                    ReviewDocument.Policy.of(refusal.policy()),
                    refusal.faults().stream().map(Why::of).toList());
        }
    }

    record Why(String code, String pointer, String message, Optional<String> help) {
        static Why of(Fault fault) {
            return new Why(fault.code(), fault.place().pointer(), fault.message(), fault.help());
        }
    }
}
