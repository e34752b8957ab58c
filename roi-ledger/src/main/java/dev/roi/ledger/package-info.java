/**
 * What committees decided, and who approved which policy, kept so that nobody can change it unseen.
 *
 * <p>Start with {@link dev.roi.ledger.Records}: it adds, reads, verifies and replays. A {@link
 * dev.roi.ledger.Ledger} is where the lines are: in a file ({@link dev.roi.ledger.FileLedger}), in a database
 * ({@link dev.roi.ledger.JdbcLedger}), or wherever an application puts them.
 */
@NullMarked
package dev.roi.ledger;

import org.jspecify.annotations.NullMarked;
