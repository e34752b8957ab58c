/** For people who unit-test policies. */
module dev.roi.testkit {
    requires static org.jspecify;
    requires transitive dev.roi.core;
    requires transitive dev.roi.governance;
    requires dev.roi.report;
    requires transitive dev.roi.rules;
    requires transitive net.jqwik.api;
    requires transitive org.junit.jupiter.api;

    exports dev.roi.testkit;
}
