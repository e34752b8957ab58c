package dev.roi.core.json;

import dev.roi.core.Exact;
import dev.roi.core.InputFault;
import dev.roi.core.Nearest;
import dev.roi.core.Quoted;
import dev.roi.core.Worded;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The fields of one object, each asked for as what it has to be; what it is instead is a fault. */
final class Fields {

    private static final Pattern MONTH = Pattern.compile("[0-9]{4}-(?:0[1-9]|1[0-2])");

    private final Node object;
    private final Faults faults;

    private Fields(Node object, Faults faults) {
        this.object = object;
        this.faults = faults;
    }

    /** An object with these fields and no others; nothing where it is no object. */
    static Optional<Fields> of(Node node, Faults faults, List<String> known) {
        if (!isA(node, Node.Kind.OBJECT, faults)) {
            return Optional.empty();
        }
        node.fields().forEach((key, value) -> {
            if (!known.contains(key)) {
                faults.addAtKey(
                        InputFault.UNKNOWN_FIELD.code(),
                        node,
                        key,
                        "unknown field %s".formatted(Quoted.of(key)),
                        Nearest.didYouMean(key, known));
            }
        });
        return Optional.of(new Fields(node, faults));
    }

    static boolean isA(Node node, Node.Kind wanted, Faults faults) {
        if (node.kind() == wanted) {
            return true;
        }
        Optional<String> help = Optional.empty();
        if (wanted == Node.Kind.NUMBER && node.kind() == Node.Kind.TEXT) {
            help = Optional.of("A number stands without quotes.");
        } else if (wanted == Node.Kind.TEXT && node.kind() == Node.Kind.NUMBER) {
            help = Optional.of("A text stands in double quotes.");
        } else if (node.kind() == Node.Kind.NULL) {
            help = Optional.of("What there is nothing to say of is left out.");
        }
        faults.add(
                InputFault.WRONG_TYPE.code(),
                node,
                "%s is %s; it has to be %s".formatted(name(node), node.kind().words(), wanted.words()),
                help);
        return false;
    }

    /** What a message calls a value: its key, or its place in the list, or the document. */
    static String name(Node node) {
        if (!node.key().isEmpty()) {
            return Quoted.of(node.key());
        }
        return node.pointer().isEmpty() ? "the document" : "the item";
    }

    Node node() {
        return object;
    }

    Faults faults() {
        return faults;
    }

    boolean has(String key) {
        return object.find(key).isPresent();
    }

    Optional<Node> find(String key) {
        return object.find(key);
    }

    Optional<Node> find(String key, Node.Kind wanted) {
        return object.find(key).filter(node -> isA(node, wanted, faults));
    }

    Optional<Node> require(String key, Node.Kind wanted) {
        if (!has(key)) {
            faults.add(InputFault.MISSING_FIELD.code(), object, "%s is missing".formatted(Quoted.of(key)));
        }
        return find(key, wanted);
    }

    Optional<String> text(String key) {
        return find(key, Node.Kind.TEXT).flatMap(this::sayingText);
    }

    private Optional<String> sayingText(Node node) {
        if (node.text().isBlank()) {
            faults.add(
                    InputFault.WRONG_NAME.code(),
                    node,
                    "%s is blank".formatted(name(node)),
                    Optional.of("What there is nothing to say of is left out."));
            return Optional.empty();
        }
        return Optional.of(node.text());
    }

    boolean flag(String key, boolean otherwise) {
        return find(key, Node.Kind.BOOLEAN).map(Node::isTrue).orElse(otherwise);
    }

    /** A number that is what was written; one beyond the limits is reported already and not given. */
    Optional<Exact> number(String key) {
        return find(key, Node.Kind.NUMBER).filter(Node::isUsable).map(Node::number);
    }

    Optional<YearMonth> month(String key) {
        Optional<Node> node = find(key, Node.Kind.TEXT);
        if (node.isEmpty()) {
            return Optional.empty();
        }
        String text = node.get().text();
        if (!MONTH.matcher(text).matches()) {
            faults.add(
                    InputFault.WRONG_MONTH.code(),
                    node.get(),
                    "%s is %s; a month is written as year and month".formatted(name(node.get()), Quoted.of(text)),
                    Optional.of("Such as `2026-05`."));
            return Optional.empty();
        }
        return Optional.of(YearMonth.parse(text));
    }

    /** A word of a closed set. */
    static <E extends Enum<E> & Worded> Optional<E> word(String text, List<E> words) {
        return words.stream().filter(word -> word.word().equals(text)).findFirst();
    }

    static <E extends Enum<E> & Worded> List<String> words(E[] all) {
        return Arrays.stream(all).map(Worded::word).toList();
    }

    Map<String, Node> entries() {
        return object.fields();
    }
}
