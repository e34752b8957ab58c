/**
 * What committees decided, kept so that nobody can change it unseen.
 *
 * <p>Start with {@link dev.roi.rules.ledger.Records}: it adds, reads, verifies and replays. A {@link
 * dev.roi.rules.ledger.Ledger} is where the lines are: in a file ({@link dev.roi.rules.ledger.FileLedger}), in a database
 * ({@link dev.roi.rules.ledger.JdbcLedger}), or wherever an application puts them.
 */
@NullMarked
package dev.roi.rules.ledger;

import org.jspecify.annotations.NullMarked;
