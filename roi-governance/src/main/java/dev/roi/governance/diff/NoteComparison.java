package dev.roi.governance.diff;

import dev.roi.core.Language;
import dev.roi.core.PolicyDiff.Happening;
import dev.roi.core.PolicyDiff.NoteChange;
import dev.roi.core.Portfolio;
import dev.roi.core.PortfolioReview.Note;
import dev.roi.core.RuleId;
import dev.roi.core.Scope;
import dev.roi.core.Scorecard;
import dev.roi.core.ThresholdId;
import dev.roi.rules.Engine;
import dev.roi.rules.ReviewRequest;
import dev.roi.rules.language.Rule;
import dev.roi.rules.policy.Policy;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What portfolio rules of two policies note of the same months, held against each other. */
final class NoteComparison {

    private final Engine before;
    private final Engine after;
    private final Language language;

    NoteComparison(Engine before, Engine after, Language language) {
        this.before = before;
        this.after = after;
        this.language = language;
    }

    /**
     * Finds the notes that one policy alone has.
     *
     * @param forBefore the scorecards, as the policy before reads them
     * @param forAfter the same scorecards, as the policy after reads them
     * @param changed the months in which a decision changes: where both policies note alike, only there can a note change
     * @return the notes by month, those that go before those that come
     */
    List<NoteChange> between(List<Scorecard> forBefore, List<Scorecard> forAfter, Collection<YearMonth> changed) {
        TreeSet<YearMonth> months = new TreeSet<>(changed);
        if (!noteAlike()) {
            forBefore.forEach(scorecard -> months.addAll(scorecard.completeMonths()));
        }
        List<NoteChange> changes = new ArrayList<>();
        for (YearMonth month : months) {
            List<Note> was = notes(before, forBefore, month);
            List<Note> is = notes(after, forAfter, month);
            Stream.concat(
                            without(was, is).map(note -> change(month, note, Happening.REMOVED)),
                            without(is, was).map(note -> change(month, note, Happening.ADDED)))
                    .forEach(changes::add);
        }
        return changes;
    }

    private boolean noteAlike() {
        Policy one = before.policy();
        Policy other = after.policy();
        return one.indicators().equals(other.indicators())
                && one.portfolioRules().keySet().equals(other.portfolioRules().keySet())
                && one.portfolioRules().values().stream()
                        .allMatch(rule -> Optional.ofNullable(
                                        other.portfolioRules().get(rule.id()))
                                .filter(rule::asksTheSameAs)
                                .isPresent())
                && one.portfolioRules().values().stream()
                        .map(Rule::thresholds)
                        .flatMap(List::stream)
                        .allMatch(id -> hasSame(one, other, id));
    }

    private static boolean hasSame(Policy one, Policy other, ThresholdId id) {
        return Optional.ofNullable(one.thresholds().get(id))
                .equals(Optional.ofNullable(other.thresholds().get(id)));
    }

    private List<Note> notes(Engine engine, List<Scorecard> scorecards, YearMonth month) {
        Set<Scope> seen = new HashSet<>();
        List<Scorecard> complete = scorecards.stream()
                .filter(scorecard -> scorecard.completeMonths().contains(month))
                .filter(scorecard -> seen.add(scorecard.scope()))
                .toList();
        return complete.isEmpty() || engine.policy().portfolioRules().isEmpty()
                ? List.of()
                : engine.review(
                                new Portfolio(complete),
                                ReviewRequest.LATEST.forMonth(month).in(language))
                        .notes();
    }

    private static Stream<Note> without(List<Note> all, List<Note> less) {
        return all.stream().filter(note -> less.stream().noneMatch(other -> isOfTheSame(note, other)));
    }

    private static boolean isOfTheSame(Note one, Note other) {
        RuleId rule = one.rule();
        return rule.equals(other.rule()) && one.scopes().equals(other.scopes());
    }

    private static NoteChange change(YearMonth month, Note note, Happening happening) {
        return new NoteChange(month, note.rule(), note.scopes(), happening, note.text());
    }
}
