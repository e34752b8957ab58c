package dev.roi.core.json;

import dev.roi.core.Answer;
import dev.roi.core.Basis;
import dev.roi.core.Decision;
import dev.roi.core.DecisionRecord;
import dev.roi.core.Exact;
import dev.roi.core.Fault;
import dev.roi.core.Fingerprint;
import dev.roi.core.Hash;
import dev.roi.core.IndicatorId;
import dev.roi.core.InputFault;
import dev.roi.core.InvalidInput;
import dev.roi.core.Language;
import dev.roi.core.Level;
import dev.roi.core.MonthAction;
import dev.roi.core.PolicyId;
import dev.roi.core.PolicyRef;
import dev.roi.core.Quoted;
import dev.roi.core.Scope;
import dev.roi.core.Worded;
import dev.roi.core.format.Kind;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** An entry of a ledger from its tree. Keys that later versions add are let be; the first fault ends it. */
final class LedgerReader {

    private LedgerReader() {}

    static LedgerEntry entry(Node root) {
        String format = text(root, "format");
        long number = number(root, "entry");
        Optional<Hash> previous = maybe(root, "previous").map(node -> convert(node, Hash::new));
        LedgerEntry.Content content = switch (format) {
            case LedgerDocument.DECISION -> decision(root);
            case LedgerDocument.POLICY -> policy(root);
            case LedgerDocument.TORN ->
                new LedgerEntry.OfTorn(convert(get(root, "torn"), Hash::new), number(root, "bytes"));
            default ->
                throw fault(
                        InputFault.WRONG_FORMAT,
                        get(root, "format"),
                        "%s is no format of an entry".formatted(Quoted.of(format)));
        };
        return checked(root, () -> new LedgerEntry(number, previous, content));
    }

    private static LedgerEntry.Content policy(Node root) {
        Map<String, String> files = new TreeMap<>();
        object(root, "files").fields().forEach((path, node) -> files.put(path, text(node)));
        return LedgerEntry.OfPolicy.of(policyRef(object(root, "policy")), files);
    }

    private static LedgerEntry.Content decision(Node root) {
        Node scope = object(root, "scope");
        Basis basis = checked(
                root,
                () -> new Basis(
                        new Scope(
                                word(get(scope, "level"), Level.values()),
                                text(scope, "id"),
                                text(scope, "name"),
                                Optional.empty()),
                        month(get(root, "month")),
                        convert(get(root, "language"), Language::new),
                        policyRef(object(root, "policy")),
                        text(root, "library"),
                        word(get(root, "recommended"), Decision.values()),
                        text(root, "headline"),
                        Json.line(object(root, "review")),
                        Json.line(object(root, "scorecard"))));
        return checked(
                root,
                () -> new LedgerEntry.OfDecision(
                        new DecisionRecord(
                                basis,
                                word(get(root, "decision"), Decision.values()),
                                convert(get(root, "at"), Instant::parse),
                                text(root, "by"),
                                maybe(root, "reason").map(LedgerReader::text),
                                maybe(root, "second").map(LedgerReader::text),
                                maybe(root, "action").map(LedgerReader::action),
                                items(root, "answers").stream()
                                        .map(LedgerReader::answer)
                                        .toList()),
                        number(root, "policyEntry")));
    }

    private static MonthAction action(Node node) {
        return new MonthAction(
                text(node, "text"),
                text(node, "owner"),
                month(get(node, "due")),
                items(node, "aimsAt").stream()
                        .map(item -> convert(item, IndicatorId::new))
                        .toList());
    }

    private static Answer answer(Node node) {
        return new Answer(
                number(node, "entry"), word(get(node, "outcome"), Answer.Outcome.values()), text(node, "text"));
    }

    private static PolicyRef policyRef(Node node) {
        return new PolicyRef(
                convert(get(node, "id"), PolicyId::new),
                text(node, "version"),
                convert(get(node, "fingerprint"), Fingerprint::new));
    }

    private static YearMonth month(Node node) {
        return convert(node, YearMonth::parse);
    }

    private static <E extends Enum<E> & Worded> E word(Node node, E[] words) {
        return Arrays.stream(words)
                .filter(word -> word.word().equals(text(node)))
                .findFirst()
                .orElseThrow(() -> fault(node, "%s is no word that may stand there".formatted(Quoted.of(text(node)))));
    }

    private static Node get(Node object, String key) {
        return object.find(key).orElseThrow(() -> fault(object, "%s is missing".formatted(Quoted.of(key))));
    }

    private static Optional<Node> maybe(Node object, String key) {
        Node node = get(object, key);
        return node.kind() == Kind.NULL ? Optional.empty() : Optional.of(node);
    }

    private static Node object(Node object, String key) {
        return require(get(object, key), Kind.OBJECT);
    }

    private static List<Node> items(Node object, String key) {
        return require(get(object, key), Kind.ARRAY).items();
    }

    private static String text(Node object, String key) {
        return text(get(object, key));
    }

    private static String text(Node node) {
        return require(node, Kind.TEXT).text();
    }

    private static long number(Node object, String key) {
        Node node = require(get(object, key), Kind.NUMBER);
        Exact number = node.number();
        if (!number.isWhole()) {
            throw fault(node, "%s is no whole number".formatted(Quoted.of(key)));
        }
        return number.rounded(0).longValueExact();
    }

    private static <T> T convert(Node node, Function<String, T> conversion) {
        return checked(node, () -> conversion.apply(text(node)));
    }

    private static <T> T checked(Node node, java.util.function.Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException | DateTimeException wrong) {
            throw fault(node, Quoted.visible(String.valueOf(wrong.getMessage()), Quoted.MOST_CHARACTERS));
        }
    }

    private static Node require(Node node, Kind wanted) {
        if (node.kind() != wanted) {
            throw fault(
                    node,
                    "%s is %s; it has to be %s"
                            .formatted(
                                    DocumentObjections.name(node), node.kind().words(), wanted.words()));
        }
        return node;
    }

    private static InvalidInput fault(Node node, String message) {
        return fault(InputFault.WRONG_TYPE, node, message);
    }

    private static InvalidInput fault(InputFault kind, Node node, String message) {
        return new InvalidInput(
                List.of(new Fault(kind.code(), Fault.Severity.ERROR, node.place(), message, Optional.empty())));
    }
}
