package dev.roi.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.roi.rules.facts.Fact;
import dev.roi.rules.facts.FactType;
import dev.roi.rules.facts.Field;
import dev.roi.rules.policy.Policy;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.kie.api.KieBase;
import org.kie.api.io.ResourceType;
import org.kie.api.runtime.KieSession;
import org.kie.internal.builder.KnowledgeBuilder;
import org.kie.internal.builder.KnowledgeBuilderFactory;
import org.kie.internal.io.ResourceFactory;

/**
 * Rule files as Drools itself compiles and runs them, over facts that Drools declares: words are texts, numbers decimals.
 * What the engine compiles of its own reading of the same files is held against this.
 */
public final class TextRules {

    private static final String PACKAGE = "dev.roi.text";

    private final KieBase base;

    private TextRules(KieBase base) {
        this.base = base;
    }

    /**
     * A match.
     *
     * @param rule the rule's name
     * @param facts the facts that it holds for, thresholds aside
     */
    record Match(String rule, Set<Fact> facts) {

        static Match of(String rule, List<Fact> facts) {
            return new Match(rule, Set.copyOf(facts));
        }
    }

    static TextRules of(List<String> files) {
        Properties properties = new Properties();
        properties.setProperty("drools.parallelRulesBuildThreshold", "-1"); // no threads that stay behind
        KnowledgeBuilder builder = KnowledgeBuilderFactory.newKnowledgeBuilder(
                KnowledgeBuilderFactory.newKnowledgeBuilderConfiguration(properties, TextRules.class.getClassLoader()));
        add(builder, declarations());
        files.forEach(file -> add(builder, head() + file));
        return new TextRules(builder.newKieBase());
    }

    private static void add(KnowledgeBuilder builder, String text) {
        builder.add(ResourceFactory.newByteArrayResource(text.getBytes(UTF_8)), ResourceType.DRL);
        if (builder.hasErrors()) {
            throw new IllegalStateException(builder.getErrors() + "\n" + text);
        }
    }

    private static String head() {
        return "package %s; global %s findings; ".formatted(PACKAGE, Findings.class.getCanonicalName());
    }

    private static String declarations() {
        StringBuilder text = new StringBuilder("package %s\n".formatted(PACKAGE));
        for (FactType type : FactType.values()) {
            text.append("declare ").append(type.word()).append('\n');
            type.fields().values().forEach(field -> text.append("    %s : %s\n".formatted(field, declared(field))));
            text.append("end\n");
        }
        return text.toString();
    }

    private static String declared(Field field) {
        return switch (field.kind()) {
            case NUMBER -> BigDecimal.class.getName();
            case FLAG -> "boolean";
            case THRESHOLD, INDICATOR, BLOCK, MONTH_KIND, WORD, NAME -> "String";
        };
    }

    private static Object held(Field field, Fact fact) {
        String text = field.text(fact);
        return switch (field.kind()) {
            case NUMBER ->
                text.isEmpty() ? BigDecimal.ZERO : new BigDecimal(text); // no rule here asks for what may be missing
            case FLAG -> Boolean.valueOf(text);
            case THRESHOLD, INDICATOR, BLOCK, MONTH_KIND, WORD, NAME -> text;
        };
    }

    /** Runs the rules over facts of which none is uncertain. */
    List<Match> run(Policy policy, List<Fact> facts) {
        IdentityHashMap<Object, Fact> inserted = new IdentityHashMap<>();
        KieSession session = base.newKieSession();
        try {
            policy.thresholds()
                    .values()
                    .forEach(threshold -> session.insert(declared(
                            FactType.THRESHOLD,
                            Map.of(
                                    "id", threshold.id().value(),
                                    "value", threshold.value().comparable()))));
            for (Fact fact : facts) {
                Map<String, Object> values = fact.type().fields().values().stream()
                        .collect(Collectors.toMap(Field::name, field -> held(field, fact)));
                Object declared = declared(fact.type(), values);
                inserted.put(declared, fact);
                session.insert(declared);
            }
            List<Match> matches = new ArrayList<>();
            session.fireAllRules(match -> {
                List<Fact> found = match.getObjects().stream()
                        .filter(inserted::containsKey)
                        .map(inserted::get)
                        .toList();
                matches.add(Match.of(match.getRule().getName(), found));
                return false;
            });
            return matches;
        } finally {
            session.dispose();
        }
    }

    private Object declared(FactType type, Map<String, Object> values) {
        org.kie.api.definition.type.FactType declared = base.getFactType(PACKAGE, type.word());
        try {
            Object made = declared.newInstance();
            values.forEach((name, value) -> declared.set(made, name, value));
            return made;
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What rules say when they hold; none of them ever fires here. */
    public interface Findings {

        /** Stops. */
        void stop();

        /** Adjusts. */
        void adjust(String lever);

        /** Blocks extending. */
        void blockExtend();

        /** Says that extending is not earned. */
        void extendNotEarned();

        /** Supports extending. */
        void support();

        /** Notes. */
        void note();
    }
}
