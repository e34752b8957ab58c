/** The command line. */
module dev.roi.cli {
    requires static org.jspecify;
    requires dev.roi.core;
    requires dev.roi.governance;
    requires dev.roi.imports;
    requires dev.roi.ledger;
    requires dev.roi.report;
    requires dev.roi.rules;
    requires info.picocli;

    opens dev.roi.cli to
            dev.roi.core,
            info.picocli;
}
