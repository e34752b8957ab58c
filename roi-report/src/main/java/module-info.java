/** For people to read: {@link dev.roi.report.Report} as text, Markdown and HTML, {@link dev.roi.report.Site} as pages. */
@SuppressWarnings("module") // those that packages are exported to are built later
module dev.roi.report {
    requires static org.jspecify;
    requires transitive dev.roi.core;
    requires transitive dev.roi.rules;
    requires gg.jte.runtime;

    exports dev.roi.report;
    exports dev.roi.report.html to
            dev.roi.governance;
    exports dev.roi.report.layout to
            dev.roi.governance,
            dev.roi.testkit,
            dev.roi.cli;

    // its words, and what templates become
    opens dev.roi.report to
            dev.roi.core;
    opens dev.roi.report.page to
            dev.roi.core,
            gg.jte.runtime;
}
