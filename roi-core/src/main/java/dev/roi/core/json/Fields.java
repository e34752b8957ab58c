package dev.roi.core.json;

import dev.roi.core.Exact;
import dev.roi.core.InputFault;
import dev.roi.core.Names;
import dev.roi.core.Nearest;
import dev.roi.core.Quoted;
import dev.roi.core.Worded;
import dev.roi.core.format.Kind;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The fields of one object, each asked for as what it has to be; what it is instead is a fault. */
final class Fields {

    /** The most characters of a name that people read. */
    private static final Pattern MONTH = Pattern.compile("[0-9]{4}-(?:0[1-9]|1[0-2])");

    private final Node object;
    private final Faults faults;

    private Fields(Node object, Faults faults) {
        this.object = object;
        this.faults = faults;
    }

    /** An object with these fields and no others; nothing where it is no object. */
    static Optional<Fields> of(Node node, Faults faults, List<String> known) {
        if (!isA(node, Kind.OBJECT, faults)) {
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

    static boolean isA(Node node, Kind wanted, Faults faults) {
        if (node.kind() == wanted) {
            return true;
        }
        Optional<String> help = Optional.empty();
        if (wanted == Kind.NUMBER && node.kind() == Kind.TEXT) {
            help = Optional.of("A number stands without quotes.");
        } else if (wanted == Kind.TEXT && node.kind() == Kind.NUMBER) {
            help = Optional.of("A text stands in double quotes.");
        } else if (node.kind() == Kind.NULL) {
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

    Optional<Node> find(String key, Kind wanted) {
        return object.find(key).filter(node -> isA(node, wanted, faults));
    }

    /** A fault where a field is missing; what it is, is asked for afterwards. */
    void require(String key) {
        if (!has(key)) {
            faults.add(InputFault.MISSING_FIELD.code(), object, "%s is missing".formatted(Quoted.of(key)));
        }
    }

    Optional<Node> require(String key, Kind wanted) {
        require(key);
        return find(key, wanted);
    }

    Optional<String> text(String key) {
        return find(key, Kind.TEXT).flatMap(this::sayingText);
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
        return find(key, Kind.BOOLEAN).map(Node::isTrue).orElse(otherwise);
    }

    /** A number that is what was written; one beyond the limits is reported already and not given. */
    Optional<Exact> number(String key) {
        return find(key, Kind.NUMBER).filter(Node::isUsable).map(Node::number);
    }

    Optional<YearMonth> month(String key) {
        Optional<Node> node = find(key, Kind.TEXT);
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

    /** A name for people: on one line, and not too long to be shown. */
    Optional<String> name(String key) {
        return text(key).filter(text -> {
            Node node = object.find(key).orElseThrow();
            if (!Names.isOneLine(text)) {
                faults.add(
                        InputFault.WRONG_NAME.code(),
                        node,
                        "%s is %s; a name stands on one line".formatted(name(node), Quoted.of(text)));
                return false;
            }
            if (Names.characters(text) > Names.MOST_LABEL_CHARACTERS) {
                faults.add(
                        InputFault.WRONG_NAME.code(),
                        node,
                        "%s is longer than the limit of %s characters"
                                .formatted(name(node), Names.MOST_LABEL_CHARACTERS));
                return false;
            }
            return true;
        });
    }

    /** A word of a closed set, or a fault that names the others. */
    <E extends Enum<E> & Worded> Optional<E> word(String key, List<E> allowed, InputFault fault, String what) {
        return find(key, Kind.TEXT).flatMap(node -> {
            Optional<E> word = word(node.text(), allowed);
            if (word.isEmpty()) {
                List<String> words = allowed.stream().map(Worded::word).toList();
                faults.add(
                        fault.code(),
                        node,
                        "unknown %s %s".formatted(what, Quoted.of(node.text())),
                        Nearest.didYouMean(node.text(), words)
                                .or(() -> Optional.of("It is one of " + listed(words) + ".")));
            }
            return word;
        });
    }

    static <E extends Enum<E> & Worded> Optional<E> word(String text, List<E> allowed) {
        return allowed.stream().filter(word -> word.word().equals(text)).findFirst();
    }

    static String listed(Collection<String> words) {
        return words.stream().map(Quoted::of).collect(Collectors.joining(", "));
    }
}
