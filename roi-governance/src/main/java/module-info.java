/**
 * What those need who answer for a policy: {@link dev.roi.governance.copy copies} to edit, {@link
 * dev.roi.governance.addition additions} to begin with, a {@link dev.roi.governance.check check}, {@link
 * dev.roi.governance.scenario scenarios}, the {@link dev.roi.governance.catalogue catalogue}, a {@link
 * dev.roi.governance.diff comparison}, and a policy {@link dev.roi.governance.live in use}.
 */
module dev.roi.governance {
    requires static org.jspecify;
    requires transitive dev.roi.core;
    requires dev.roi.report;
    requires transitive dev.roi.rules;
    requires gg.jte.runtime;
    requires java.xml;

    exports dev.roi.governance.addition;
    exports dev.roi.governance.catalogue;
    exports dev.roi.governance.check;
    exports dev.roi.governance.copy;
    exports dev.roi.governance.diff;
    exports dev.roi.governance.live;
    exports dev.roi.governance.scenario;
    exports dev.roi.governance.sweep;

    // its words, and what templates become
    opens dev.roi.governance.catalogue to
            dev.roi.core;
    opens dev.roi.governance.catalogue.page to
            dev.roi.core,
            gg.jte.runtime;
    opens dev.roi.governance.sweep to
            dev.roi.core;
}
