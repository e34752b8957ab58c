package dev.roi.governance.catalogue.page;

import dev.roi.core.BlockId;
import dev.roi.core.IndicatorId;
import dev.roi.core.Language;
import dev.roi.core.Names;
import dev.roi.core.text.Quantities;
import dev.roi.rules.facts.FactType;
import dev.roi.rules.facts.FieldKind;
import dev.roi.rules.language.Accumulate;
import dev.roi.rules.language.Condition;
import dev.roi.rules.language.Condition.Presence;
import dev.roi.rules.language.Constraint;
import dev.roi.rules.language.Either;
import dev.roi.rules.language.Element;
import dev.roi.rules.language.Exists;
import dev.roi.rules.language.ForAll;
import dev.roi.rules.language.Item;
import dev.roi.rules.language.Not;
import dev.roi.rules.language.Operator;
import dev.roi.rules.language.Rule;
import dev.roi.rules.language.Rule.Standing;
import dev.roi.rules.policy.Policy;
import dev.roi.rules.policy.Texts;
import dev.roi.rules.policy.Threshold;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Puts rules into words, as readers of a policy see them. Immutable and safe for use by several threads. */
public final class RuleWords {

    private final Policy policy;
    private final Texts texts;
    private final Words words;

    RuleWords(Policy policy, Texts texts, Words words) {
        this.policy = policy;
        this.texts = texts;
        this.words = words;
    }

    /**
     * Returns the words for the rules of a policy.
     *
     * @param policy the policy
     * @param language the language of the words
     * @return its rules in words
     * @throws dev.roi.core.UnknownName when the policy does not speak the language
     */
    public static RuleWords of(Policy policy, Language language) {
        return new RuleWords(policy, policy.texts(language), new Words(language));
    }

    /**
     * Says what a rule does.
     *
     * @param rule a rule of the policy
     * @return its effect, with the lever in the words of the policy
     */
    public String says(Rule rule) {
        Rule.Consequence consequence = rule.consequence();
        if (consequence.standing() == Standing.NOT_EARNED) {
            return words.get("effect.not-earned");
        }
        return consequence
                .lever()
                .map(lever -> words.get(
                        "effect.adjust.lever",
                        Map.of("lever", texts.lever(lever).name())))
                .orElseGet(() -> words.get("effect." + consequence.effect().word()));
    }

    /**
     * Says what a condition asks for, after the word that says it is one.
     *
     * @param element an element of a rule of the policy
     * @return what must hold
     */
    public String when(Element element) {
        return words.label(words.get("when")) + " " + element(element);
    }

    /**
     * Says what has to hold.
     *
     * @param element an element of a rule of the policy
     * @return what must hold, with the values of thresholds and their names
     */
    public String element(Element element) {
        if (element instanceof Condition condition) {
            return condition(condition);
        }
        if (element instanceof Not not) {
            return words.get("element.not", Map.of("all", together(not.elements())));
        }
        if (element instanceof Exists exists) {
            return words.get("element.exists", Map.of("all", together(exists.elements())));
        }
        if (element instanceof Either either) {
            return words.get(
                    "element.either",
                    Map.of(
                            "ways",
                            either.branches().stream()
                                    .map(this::together)
                                    .collect(Collectors.joining(words.get("element.or")))));
        }
        if (element instanceof ForAll all) {
            return all.asked().isEmpty()
                    ? words.get("element.every", Map.of("all", condition(all.of())))
                    : words.get("element.forall", Map.of("of", condition(all.of()), "all", together(all.asked())));
        }
        Accumulate accumulate = (Accumulate) element;
        String worked = accumulate.results().stream()
                .map(result -> words.get(
                        "element." + result.function().word(),
                        Map.of("name", result.name(), "of", result.over().orElse(""))))
                .collect(Collectors.joining(", "));
        String asked = accumulate.asked().stream().map(Object::toString).collect(Collectors.joining(", "));
        String of = words.get("element.over", Map.of("worked", worked, "all", together(accumulate.source())));
        return asked.isEmpty() ? of : words.get("element.asked", Map.of("of", of, "asked", asked));
    }

    private String together(List<? extends Element> elements) {
        return elements.stream().map(this::element).collect(Collectors.joining(words.get("element.and")));
    }

    /**
     * Says what a rule does, after the word that says so.
     *
     * @param rule a rule of the policy
     * @return its effect
     */
    public String then(Rule rule) {
        return words.label(words.get("then")) + " " + says(rule);
    }

    /**
     * Says what a condition asks for.
     *
     * @param condition a condition of a rule of the policy
     * @return what must hold, with the values of thresholds and their names
     */
    public String condition(Condition condition) {
        List<String> named = new ArrayList<>();
        List<String> claims = new ArrayList<>();
        for (Item item : condition.items()) {
            if (!(item instanceof Constraint constraint) || !constraint.isPlain()) {
                claims.add(item.toString());
            } else if (isSubject(condition.type(), constraint)) {
                named.add(name(constraint));
            } else {
                claims.add(claim(condition.type(), constraint));
            }
        }
        condition.bindings().forEach(binding -> claims.add(binding.toString()));
        String who = named.isEmpty() ? words.get("an-indicator") : String.join(", ", named);
        String subject = words.get("subject." + key(condition.type()), Map.of("who", who));
        String fact = claims.isEmpty()
                ? words.get("fact.no-claim", Map.of("subject", subject))
                : words.get("fact", Map.of("subject", subject, "claims", String.join(", ", claims)));
        return condition.presence() == Presence.ABSENT ? words.get("absent", Map.of("fact", fact)) : fact;
    }

    private static String key(FactType type) {
        return type.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /** Whether a comparison says what the condition is about; the block of an indicator's fact is a claim about it. */
    private static boolean isSubject(FactType type, Constraint constraint) {
        return switch (constraint.field().kind()) {
            case INDICATOR, MONTH_KIND -> true;
            case BLOCK -> type == FactType.BLOCK;
            case THRESHOLD, WORD, NAME, NUMBER, FLAG -> false;
        };
    }

    private String name(Constraint constraint) {
        List<String> names = constraint.words().stream()
                .map(word -> name(constraint.field().kind(), word))
                .toList();
        return negated(constraint, words.or(names));
    }

    private String name(FieldKind kind, String word) {
        return switch (kind) {
            case INDICATOR ->
                Optional.ofNullable(texts.indicators().get(new IndicatorId(word)))
                        .map(Texts.IndicatorWords::name)
                        .orElse(word);
            case BLOCK ->
                Optional.ofNullable(texts.blocks().get(new BlockId(word)))
                        .map(Texts.BlockWords::name)
                        .orElse(word);
            case WORD -> words.of(word);
            case NAME ->
                Optional.of(word)
                        .filter(Names::isKebab)
                        .map(id -> texts.indicators().get(new IndicatorId(id)))
                        .map(Texts.IndicatorWords::name)
                        .orElseGet(() -> words.of(word));
            case THRESHOLD, MONTH_KIND, NUMBER, FLAG -> word;
        };
    }

    private String negated(Constraint constraint, String text) {
        return constraint.operator() == Operator.NOT_EQUAL || constraint.operator() == Operator.NOT_IN
                ? words.get("none-of", Map.of("items", text))
                : text;
    }

    private String claim(FactType type, Constraint constraint) {
        String field = "field." + constraint.field().name();
        if (constraint.field().kind() == FieldKind.FLAG) {
            boolean isTrue = constraint.words().contains("true") == (constraint.operator() == Operator.EQUAL);
            return words.get(field + "." + isTrue);
        }
        String claim = constraint.limit().isPresent() ? limit(constraint) : name(constraint);
        if (constraint.field().kind() == FieldKind.BLOCK) {
            return claim;
        }
        String ofType = "field.%s.%s".formatted(key(type), constraint.field().name());
        return words.get(words.has(ofType) ? ofType : field, Map.of("claim", claim));
    }

    private String limit(Constraint constraint) {
        Threshold threshold = Objects.requireNonNull(
                policy.thresholds().get(constraint.limit().orElseThrow()));
        Quantities quantities = texts.quantities();
        String limit = words.get(
                "limit",
                Map.of(
                        "value", quantities.format(threshold.value(), threshold.unit()),
                        "id", threshold.id().value()));
        String key = switch (constraint.operator()) {
            case BELOW -> "below";
            case AT_MOST -> "at-most";
            case ABOVE -> "above";
            case AT_LEAST -> "at-least";
            case EQUAL, IN -> "equal";
            case NOT_EQUAL, NOT_IN -> "not-equal";
        };
        return words.get(key, Map.of("limit", limit));
    }
}
