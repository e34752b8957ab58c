package dev.roi.rules.hostile;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Supplier;
import org.kie.api.io.ResourceType;
import org.kie.api.runtime.KieSession;
import org.kie.internal.builder.KnowledgeBuilder;
import org.kie.internal.builder.KnowledgeBuilderFactory;
import org.kie.internal.io.ResourceFactory;

/** What becomes of a rule file that Drools compiles and runs as it is, with facts and findings of the same names. */
public final class RawDrools {

    private static final String NAMES = """
            import dev.roi.rules.hostile.RawDrools.Latest;
            import dev.roi.rules.hostile.RawDrools.Reading;
            import dev.roi.rules.hostile.RawDrools.Part;
            global dev.roi.rules.hostile.RawDrools.Findings findings;
            """;

    private RawDrools() {}

    /** Compiles and runs a file; what Drools itself refuses is no matter here. */
    static void run(String text) {
        Properties properties = new Properties();
        properties.setProperty("drools.parallelRulesBuildThreshold", "-1");
        KnowledgeBuilder builder = KnowledgeBuilderFactory.newKnowledgeBuilder(
                KnowledgeBuilderFactory.newKnowledgeBuilderConfiguration(properties, RawDrools.class.getClassLoader()));
        try {
            builder.add(
                    ResourceFactory.newByteArrayResource((NAMES + text).getBytes(StandardCharsets.UTF_8)),
                    ResourceType.DRL);
            if (builder.hasErrors()) {
                System.err.println(builder.getErrors());
                return;
            }
            KieSession session = builder.newKieBase().newKieSession();
            try {
                session.setGlobal("findings", new Findings());
                List.of(
                                new Latest("adoption-rate", BigDecimal.ONE),
                                new Reading("adoption-rate", BigDecimal.ONE),
                                new Part("unassigned"))
                        .forEach(session::insert);
                session.fireAllRules(100);
            } finally {
                session.dispose();
            }
        } catch (RuntimeException failed) {
            System.err.println(failed); // it may have sung before it failed
        }
    }

    /** A fact by the name that rule files use. */
    public record Latest(String indicator, BigDecimal value) {

        /** A field in brackets. */
        public Latest getSelf() {
            return this;
        }

        /** A map. */
        public Map<String, String> getParts() {
            return Map.of();
        }

        /** Sings, as a field. */
        public boolean getSinging() {
            return Canary.singing();
        }

        /** Sings, as a method. */
        public boolean sings() {
            return Canary.singing();
        }
    }

    /** A fact by the name that rule files use. */
    public record Reading(String indicator, BigDecimal value) {}

    /** A fact by the name that rule files use. */
    public record Part(String name) {}

    /** What a consequence speaks to. */
    public static final class Findings {

        /** A word that is allowed. */
        public void note() {}

        /** A word that is allowed. */
        public String adjust(Object lever) {
            return String.valueOf(lever);
        }

        /** Runs what it is given. */
        public void run(Runnable code) {
            code.run();
        }

        /** Gets what it is given. */
        public Object get(Supplier<?> code) {
            return code.get();
        }
    }
}
