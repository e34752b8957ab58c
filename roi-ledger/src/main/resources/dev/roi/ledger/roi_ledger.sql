-- The ledger of decisions: one row for each line, never updated and never deleted.
-- Grant whoever records decisions SELECT and INSERT on it, and nothing else.
CREATE TABLE roi_ledger (
    entry_number BIGINT NOT NULL PRIMARY KEY,
    entry TEXT NOT NULL
);
