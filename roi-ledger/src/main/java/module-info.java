/** Records of decisions that nobody changes unseen: {@link dev.roi.ledger.Records} adds, reads, verifies and replays. */
module dev.roi.ledger {
    requires static org.jspecify;
    requires transitive dev.roi.core;
    requires transitive dev.roi.rules;
    requires transitive java.sql;

    exports dev.roi.ledger;
}
