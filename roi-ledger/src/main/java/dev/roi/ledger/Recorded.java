package dev.roi.ledger;

import dev.roi.core.DecisionRecord;
import dev.roi.core.PastDecision;
import dev.roi.core.json.LedgerLine;

/**
 * A decision as it stands in a ledger.
 *
 * @param decision what was decided, with its number in the ledger, and what became of its action
 * @param record the whole record
 * @param line the line that keeps it
 */
public record Recorded(PastDecision decision, DecisionRecord record, LedgerLine line) {}
