package dev.roi.core.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import dev.roi.core.Fault;
import java.io.IOException;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Reads scorecards with which nothing is wrong, as nearly all are, from their tokens and without a tree: by the same shapes,
 * and so with the same result. Where anything is wrong it takes nothing, and the tree says what and where.
 */
final class PlainScorecards {

    private static final Set<String> WANTED = Set.of(
            ScorecardFormat.POLICY_AT, ScorecardFormat.MONTHS_AT, ScorecardFormat.ID_AT, ScorecardFormat.FORMER_IDS_AT);

    /** A scorecard lies in the portfolio and in its list. */
    private static final int ITEM_DEPTH = 2;

    private final String source;
    private final Limits limits;
    private final PolicyLookup policies;
    private final Predicate<ScorecardFormat.Understood> receiver;

    /**
     * Makes a reader.
     *
     * @param source what messages call the document
     * @param limits how large it may be
     * @param policies where it learns what the policy of a scorecard measures
     * @param receiver takes each scorecard; says whether it did
     */
    PlainScorecards(
            String source, Limits limits, PolicyLookup policies, Predicate<ScorecardFormat.Understood> receiver) {
        this.source = source;
        this.limits = limits;
        this.policies = policies;
        this.receiver = receiver;
    }

    /** Reads a document that is one scorecard, and says whether it could. */
    boolean readAll(Characters document) {
        try (JsonParser parser = JsonTokens.parser(document.from(0))) {
            TokenCursor root = new TokenCursor(parser, limits, 0, WANTED);
            ScorecardFormat.Understood read = ScorecardFormat.read(
                    root,
                    policies,
                    (pointer, at) -> new Fault.Place(source, at.getLineNr(), at.getColumnNr(), pointer));
            return parser.nextToken() == null && receiver.test(read);
        } catch (TokenCursor.Detour | IOException notPlain) {
            return false;
        }
    }

    /**
     * Reads a scorecard of a portfolio, and counts it.
     *
     * @param document the portfolio
     * @param begins where the scorecard begins
     * @param tree what was read of the portfolio so far
     * @return whether it could
     */
    boolean readItem(Characters document, JsonLocation begins, TreeBuilder tree) {
        String item = "/" + ScorecardFormat.SCORECARDS + "/" + tree.handedOver();
        try (JsonParser parser = JsonTokens.parser(document.from(begins.getCharOffset()))) {
            TokenCursor value = new TokenCursor(parser, limits, ITEM_DEPTH, WANTED);
            ScorecardFormat.Understood read = ScorecardFormat.read(value, policies, (pointer, at) -> {
                boolean isSameLine = at.getLineNr() == 1;
                return new Fault.Place(
                        source,
                        begins.getLineNr() + at.getLineNr() - 1,
                        isSameLine ? begins.getColumnNr() + at.getColumnNr() - 1 : at.getColumnNr(),
                        item + pointer);
            });
            boolean isRead = value.values() <= tree.valuesLeft() && receiver.test(read);
            if (isRead) {
                tree.passed(value.values());
            }
            return isRead;
        } catch (TokenCursor.Detour | IOException notPlain) {
            return false;
        }
    }
}
