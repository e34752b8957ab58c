/** The engine: {@link dev.roi.rules.Engine} loads a policy and reviews scorecards with it. */
@SuppressWarnings("module") // those that packages are exported to are built later
module dev.roi.rules {
    requires static org.jspecify;
    requires transitive dev.roi.core;
    requires com.fasterxml.jackson.annotation;
    requires org.drools.base;
    requires org.drools.canonicalmodel;
    requires org.drools.core;
    requires org.drools.drl.ast;
    requires org.drools.drl.parser;
    requires org.drools.modelcompiler;
    requires org.kie.api;
    requires org.kie.internal.api;

    // what Drools needs: its jars are automatic modules, which cannot say so
    requires java.compiler;
    requires java.desktop;
    requires java.logging;
    requires java.management;
    requires java.naming;
    requires java.scripting;
    requires java.xml;
    requires org.slf4j;

    exports dev.roi.rules;
    exports dev.roi.rules.explain;
    exports dev.roi.rules.facts;
    exports dev.roi.rules.language;
    exports dev.roi.rules.policy;
    exports dev.roi.rules.whatif;
    exports dev.roi.rules.assessment to
            dev.roi.governance,
            dev.roi.testkit;
    exports dev.roi.rules.drools to
            dev.roi.governance,
            dev.roi.testkit;

    // its words
    opens dev.roi.rules.whatif to
            dev.roi.core;
}
