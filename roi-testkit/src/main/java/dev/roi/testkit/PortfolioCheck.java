package dev.roi.testkit;

import static java.util.Objects.requireNonNull;

import dev.roi.core.InvalidInput;
import dev.roi.core.Level;
import dev.roi.core.Message;
import dev.roi.core.Portfolio;
import dev.roi.core.PortfolioReview;
import dev.roi.core.PortfolioReview.Note;
import dev.roi.core.RuleId;
import dev.roi.core.Scope;
import dev.roi.core.Scorecard;
import dev.roi.governance.scenario.Difference;
import dev.roi.rules.Engine;
import dev.roi.rules.ReviewRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One portfolio rule, the scopes that it is given, and what it is expected to note. Each step returns a new check and leaves
 * this one as it is. Immutable.
 */
public final class PortfolioCheck {

    private static final Message NOTES = Message.of("notes it");
    private static final Message STAYS_SILENT = Message.of("stays silent");

    private final PolicyVerifier verifier;
    private final RuleId rule;
    private final List<Scorecard> scorecards;
    private final Case thresholds;

    PortfolioCheck(PolicyVerifier verifier, RuleId rule, List<Scorecard> scorecards, Case thresholds) {
        this.verifier = verifier;
        this.rule = rule;
        this.scorecards = List.copyOf(scorecards);
        this.thresholds = thresholds;
    }

    /**
     * Adds scopes.
     *
     * @param more their scorecards; the latest complete month of each is reviewed
     * @return the same check with those scopes
     */
    public PortfolioCheck of(Scorecard... more) {
        return new PortfolioCheck(
                verifier,
                rule,
                Stream.concat(scorecards.stream(), Arrays.stream(more)).toList(),
                thresholds);
    }

    /**
     * Adds a scope that is like a case of the policy's scenario files.
     *
     * @param level how wide the scope is
     * @param id its name, once for each level
     * @param like the case, such as {@code healthy}
     * @param changed readings of the reviewed month, and baselines, that are otherwise
     * @return the same check with that scope
     * @throws IllegalArgumentException when the scenario files have no such case, or a threshold is among the readings
     */
    public PortfolioCheck scope(Level level, String id, String like, Given... changed) {
        Scorecard card = Case.EMPTY.on(verifier.scorecard(like)).given(changed).scorecard();
        return of(new Scorecard(
                card.policy(),
                Scope.of(requireNonNull(level, "level"), id),
                card.currency(),
                card.workflows(),
                card.baselines(),
                card.dates(),
                card.budget(),
                card.snapshots()));
    }

    /**
     * Moves thresholds, for this check alone.
     *
     * @param moved the thresholds and the values they are to have
     * @return the same check of the policy with those values
     */
    public PortfolioCheck with(Given.OfThreshold... moved) {
        return new PortfolioCheck(verifier, rule, scorecards, thresholds.with(moved));
    }

    /**
     * Fails where the rule notes nothing.
     *
     * @throws AssertionError when it does not, with what other rules note
     * @throws InvalidInput when a scorecard cannot be reviewed
     */
    public void fires() {
        PortfolioReview review = review();
        if (notes(review).isEmpty()) {
            fail(review, new Difference("rule", NOTES, STAYS_SILENT));
        }
    }

    /**
     * Fails where the rule notes something.
     *
     * @throws AssertionError when it does, with what it notes
     * @throws InvalidInput when a scorecard cannot be reviewed
     */
    public void isSilent() {
        PortfolioReview review = review();
        if (!notes(review).isEmpty()) {
            fail(review, new Difference("rule", STAYS_SILENT, NOTES));
        }
    }

    /**
     * Fails where the rule has no note about exactly these scopes.
     *
     * @param scopes their names, in any order
     * @throws AssertionError when it has none, with what it notes
     * @throws InvalidInput when a scorecard cannot be reviewed
     */
    public void notes(String... scopes) {
        PortfolioReview review = review();
        Set<String> wanted = new TreeSet<>(List.of(scopes));
        List<Set<String>> noted = new ArrayList<>();
        notes(review)
                .forEach(note -> noted.add(
                        note.scopes().stream().map(Scope::id).collect(Collectors.toCollection(TreeSet::new))));
        if (!noted.contains(wanted)) {
            fail(
                    review,
                    new Difference(
                            "scopes",
                            Message.verbatim(String.join(", ", wanted)),
                            noted.isEmpty()
                                    ? STAYS_SILENT
                                    : Message.verbatim(noted.stream()
                                            .map(each -> String.join(", ", each))
                                            .collect(Collectors.joining("; ")))));
        }
    }

    private PortfolioReview review() {
        return engine().review(new Portfolio(scorecards), ReviewRequest.LATEST);
    }

    private Engine engine() {
        return verifier.engine(thresholds.thresholds());
    }

    private List<Note> notes(PortfolioReview review) {
        return review.notes().stream().filter(note -> note.rule().equals(rule)).toList();
    }

    private void fail(PortfolioReview review, Difference difference) {
        List<Difference> differences = List.of(difference);
        String decided = review.reviews().stream()
                .map(each -> "  %s %s: %s"
                        .formatted(
                                each.scope().level().word(),
                                each.scope().id(),
                                each.decision().word()))
                .collect(Collectors.joining("\n"));
        String noted = review.notes().stream()
                .map(note -> "  %s: %s".formatted(note.rule(), note.text()))
                .collect(Collectors.joining("\n"));
        Check.fail(
                "portfolio rule %s of %s\n\n%s\nScopes\n%s\n\nNotes\n%s\n"
                        .formatted(
                                rule,
                                engine().policy(),
                                Difference.sideBySide(differences),
                                decided,
                                noted.isEmpty() ? "  none" : noted),
                differences);
    }
}
