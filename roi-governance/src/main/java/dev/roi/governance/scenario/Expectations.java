package dev.roi.governance.scenario;

import static dev.roi.core.format.Field.maybe;
import static dev.roi.core.format.Field.usually;
import static dev.roi.core.format.Shape.anyText;
import static dev.roi.core.format.Shape.either;
import static dev.roi.core.format.Shape.list;
import static dev.roi.core.format.Shape.map;
import static dev.roi.core.format.Shape.number;
import static java.util.Objects.requireNonNull;

import dev.roi.core.Decision;
import dev.roi.core.Exact;
import dev.roi.core.LeverId;
import dev.roi.core.Message;
import dev.roi.core.Names;
import dev.roi.core.RuleId;
import dev.roi.core.format.Cursor;
import dev.roi.core.format.Field;
import dev.roi.core.format.Kind;
import dev.roi.core.format.Objection;
import dev.roi.core.format.Read;
import dev.roi.core.format.Shape;
import dev.roi.governance.scenario.Scenario.Expected;
import dev.roi.rules.policy.DeclaredNames;
import dev.roi.rules.policy.PolicyCode;
import dev.roi.rules.policy.PolicyDraft;
import dev.roi.rules.policy.PolicyObjections;
import dev.roi.rules.policy.PolicyShapes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The keys of what must come of a case, which are columns of tables, too.
 *
 * @param <R> what has these keys
 */
final class Expectations<R> {

    /** The keys, in order. */
    static final List<String> KEYS = List.of("decision", "headline", "levers", "because", "not-because", "saw");

    private final Field<R, Optional<Decision>> decision = maybe(
            "decision",
            "What the policy recommends.",
            Shape.word(Decision.class).suchAs("adjust"));
    private final Field<R, Optional<String>> headline = maybe(
            "headline", "The decision and its first reason, word for word, in the policy's first language.", anyText());
    private final Field<R, Optional<List<LeverId>>> levers;
    private final Field<R, List<RuleId>> because;
    private final Field<R, List<RuleId>> notBecause;
    private final Field<R, Map<RuleId, Map<String, Exact>>> saw;

    Expectations(PolicyDraft.Names known) {
        this.levers = maybe(
                "levers",
                "Exactly these, in the policy's order; [] for none.",
                names(Message.of("lever"), known.levers(), LeverId::new));
        Shape<List<RuleId>> rules = names(Message.of("rule"), known.rules(), RuleId::new);
        this.because = usually("because", "Rules that fire.", rules, List.of());
        this.notBecause = usually("not-because", "Rules that stay silent.", rules, List.of());
        this.saw = usually(
                "saw",
                "Of rules that fire, what they work out, such as { $n: 2 }, and through which alternative of or they"
                        + " do, such as { or: 1 }.",
                map(
                                PolicyShapes.knownKey(Message.of("rule"), known.rules()),
                                map(anyText().also("maxLength", Names.MOST_CHARACTERS), number()))
                        .as(Expectations::byRule, Expectations::byName),
                Map.of());
    }

    private static Map<RuleId, Map<String, Exact>> byRule(Map<String, Map<String, Exact>> named) {
        Map<RuleId, Map<String, Exact>> byRule = new LinkedHashMap<>();
        named.forEach((name, seen) -> {
            if (Names.isKebab(name)) {
                byRule.put(new RuleId(name), seen);
            }
        });
        return byRule;
    }

    private static Map<String, Map<String, Exact>> byName(Map<RuleId, Map<String, Exact>> byRule) {
        Map<String, Map<String, Exact>> named = new LinkedHashMap<>();
        byRule.forEach((rule, seen) -> named.put(rule.value(), seen));
        return named;
    }

    /** A list of names, or one name alone. */
    static <I> Shape<List<I>> names(Message what, DeclaredNames known, Function<String, I> id) {
        Shape<String> name = PolicyShapes.known(what, known)
                .also("maxLength", Names.MOST_CHARACTERS)
                .also("pattern", PolicyShapes.KEBAB);
        Shape<List<String>> names = list(name);
        return either("One name, or a list of them.", any -> names, name.as(List::of, some -> some.get(0)), names)
                .taken((some, at, to) ->
                        Optional.of(some.stream().filter(Names::isKebab).map(id).toList()));
    }

    List<Field<R, ?>> fields() {
        return List.of(decision, headline, levers, because, notBecause, saw);
    }

    /** One of these has to be there, which a schema cannot tell by itself. */
    Shape<R> demand(Shape<R> scenario) {
        return scenario.also(
                "anyOf",
                KEYS.stream().map(key -> Map.of("required", List.of(key))).toList());
    }

    Expected expected(Read<R> read) {
        canPass(read.get(because), read.get(notBecause)).forEach(wrong -> read.object(notBecause, wrong));
        return new Expected(
                read.get(decision),
                read.get(headline),
                read.get(levers),
                read.get(because),
                read.get(notBecause),
                read.get(saw));
    }

    /** Tells whether anything is expected, rightly written or not; no rule is nothing, and no lever is something. */
    boolean isSaid(Read<R> read) {
        return Stream.of(decision, headline, levers, saw).anyMatch(read::has)
                || Stream.of(because, notBecause)
                        .anyMatch(
                                rules -> read.isWrong(rules) || !read.get(rules).isEmpty())
                || fields().stream().anyMatch(read::isMisspelt);
    }

    /** Reads a row of a table: what its columns expect. */
    Expected expected(Map<String, Cursor> cells, PolicyObjections objections) {
        List<RuleId> fires = cell(cells, because, objections).orElse(List.of());
        List<RuleId> silent = cell(cells, notBecause, objections).orElse(List.of());
        canPass(fires, silent)
                .forEach(wrong -> objections.at(
                        requireNonNull(cells.get(notBecause.key())).spot(), wrong));
        return new Expected(
                cell(cells, decision, objections).flatMap(one -> one),
                cell(cells, headline, objections).flatMap(one -> one),
                cell(cells, levers, objections).flatMap(one -> one),
                fires,
                silent,
                cell(cells, saw, objections).orElse(Map.of()));
    }

    private <T> Optional<T> cell(Map<String, Cursor> cells, Field<R, T> column, PolicyObjections objections) {
        return Optional.ofNullable(cells.get(column.key()))
                .flatMap(cell -> column.shape().read(cell, objections));
    }

    /** Tells whether a row expects anything. */
    boolean isSaid(Map<String, Cursor> cells) {
        return KEYS.stream()
                .anyMatch(key -> Optional.ofNullable(cells.get(key))
                        .filter(cell -> key.equals(levers.key()) || !isEmpty(cell))
                        .isPresent());
    }

    private static boolean isEmpty(Cursor cell) {
        boolean[] isEmpty = {cell.kind() == Kind.ARRAY};
        if (isEmpty[0]) {
            cell.eachItem(item -> isEmpty[0] = false);
        }
        return isEmpty[0];
    }

    private static Stream<Objection> canPass(List<RuleId> because, List<RuleId> notBecause) {
        return notBecause.stream()
                .filter(because::contains)
                .distinct()
                .map(rule -> new Objection(
                        PolicyCode.REPEATED_NAME.id(),
                        Message.of(
                                "rule `%s` is under `because` and under `not-because`; no policy can pass that.", rule),
                        Message.of("Take it out of one of the two.")));
    }
}
