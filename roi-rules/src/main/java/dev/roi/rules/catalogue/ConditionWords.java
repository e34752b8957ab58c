package dev.roi.rules.catalogue;

import dev.roi.core.BlockId;
import dev.roi.core.IndicatorId;
import dev.roi.core.text.Quantities;
import dev.roi.rules.policy.FactType;
import dev.roi.rules.policy.FactType.FieldKind;
import dev.roi.rules.policy.Policy;
import dev.roi.rules.policy.Rule.Condition;
import dev.roi.rules.policy.Rule.Constraint;
import dev.roi.rules.policy.Rule.Operator;
import dev.roi.rules.policy.Rule.Presence;
import dev.roi.rules.policy.Texts;
import dev.roi.rules.policy.Threshold;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Puts the conditions of rules into words. */
final class ConditionWords {

    private final Policy policy;
    private final Texts texts;
    private final Words words;

    ConditionWords(Policy policy, Texts texts, Words words) {
        this.policy = policy;
        this.texts = texts;
        this.words = words;
    }

    String of(Condition condition) {
        List<String> named = new ArrayList<>();
        List<String> claims = new ArrayList<>();
        for (Constraint constraint : condition.constraints()) {
            if (isSubject(condition.type(), constraint)) {
                named.add(name(constraint));
            } else {
                claims.add(claim(constraint));
            }
        }
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
            case INDICATOR, RUN -> true;
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
            case WORD, NAME -> words.of(word);
            case THRESHOLD, RUN, NUMBER, FLAG -> word;
        };
    }

    private String negated(Constraint constraint, String text) {
        return constraint.operator() == Operator.NOT_EQUAL || constraint.operator() == Operator.NOT_IN
                ? words.get("none-of", Map.of("items", text))
                : text;
    }

    private String claim(Constraint constraint) {
        String field = "field." + constraint.field().name();
        if (constraint.field().kind() == FieldKind.FLAG) {
            boolean isTrue = constraint.words().contains("true") == (constraint.operator() == Operator.EQUAL);
            return words.get(field + "." + isTrue);
        }
        String claim = constraint.limit().isPresent() ? limit(constraint) : name(constraint);
        return constraint.field().kind() == FieldKind.BLOCK ? claim : words.get(field, Map.of("claim", claim));
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
