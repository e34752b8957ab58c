package dev.roi.ledger;

import dev.roi.core.Scope;
import dev.roi.core.json.LedgerLine;

/**
 * What people recorded, as it stands in a ledger: a decision, or what became of an action.
 *
 * @param entry its number in the ledger
 * @param scope what it is about
 * @param line the line that keeps it
 */
public record Recorded(long entry, Scope scope, LedgerLine line) {}
