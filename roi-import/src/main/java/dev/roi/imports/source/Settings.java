package dev.roi.imports.source;

import dev.roi.core.Fault;
import dev.roi.core.Quoted;
import dev.roi.core.format.Kind;
import dev.roi.core.json.Node;
import dev.roi.imports.text.ImportFault;
import dev.roi.imports.text.ImportFaults;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The fields of an object of {@code sources.yaml}, each asked for as what it has to be; what it is instead is a fault. */
final class Settings {

    private final Node node;
    private final ImportFaults faults;

    private Settings(Node node, ImportFaults faults) {
        this.node = node;
        this.faults = faults;
    }

    /** An object with these fields and no others; nothing where it is no object. */
    static Optional<Settings> of(Node node, Set<String> known, ImportFaults faults) {
        if (node.kind() != Kind.OBJECT) {
            wrongType(node, Kind.OBJECT, faults);
            return Optional.empty();
        }
        node.fields().forEach((key, value) -> {
            if (!known.contains(key)) {
                faults.add(
                        ImportFault.WRONG_SOURCES,
                        value.keyPlace(),
                        "unknown-key",
                        faults.didYouMean(key, known),
                        "key",
                        Quoted.of(key));
            }
        });
        return Optional.of(new Settings(node, faults));
    }

    private static void wrongType(Node node, Kind wanted, ImportFaults faults) {
        faults.add(
                ImportFault.WRONG_SOURCES,
                node.place(),
                "wrong-type",
                "what",
                faults.words().say("kind." + node.kind().name().toLowerCase(Locale.ROOT)),
                "wanted",
                faults.words().say("kind." + wanted.name().toLowerCase(Locale.ROOT)));
    }

    Fault.Place place() {
        return node.place();
    }

    Fault.Place place(String key) {
        return node.find(key).map(Node::place).orElseGet(node::place);
    }

    boolean has(String key) {
        return node.find(key).filter(found -> found.kind() != Kind.NULL).isPresent();
    }

    Optional<Node> find(String key) {
        return node.find(key).filter(found -> found.kind() != Kind.NULL);
    }

    private Optional<Node> find(String key, Kind wanted) {
        return find(key).filter(found -> {
            if (found.kind() != wanted) {
                wrongType(found, wanted, faults);
            }
            return found.kind() == wanted;
        });
    }

    void require(String key) {
        if (!has(key)) {
            faults.add(ImportFault.MISSING_SETTING, node.place(), "missing-key", "key", Quoted.of(key));
        }
    }

    /** A text; a number is taken for one as it is written. */
    Optional<String> text(String key) {
        return find(key).flatMap(this::text);
    }

    private Optional<String> text(Node found) {
        if (found.kind() == Kind.TEXT && !found.text().isBlank()) {
            return Optional.of(found.text());
        }
        if (found.kind() == Kind.NUMBER) {
            return Optional.of(found.digits());
        }
        wrongType(found, Kind.TEXT, faults);
        return Optional.empty();
    }

    boolean flag(String key) {
        return find(key, Kind.BOOLEAN).map(Node::isTrue).orElse(false);
    }

    /** Texts; one may stand without a list. */
    List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        find(key).ifPresent(found -> {
            List<Node> items = found.kind() == Kind.ARRAY ? found.items() : List.of(found);
            items.forEach(item -> text(item).ifPresent(texts::add));
        });
        return texts;
    }

    List<Node> items(String key) {
        return find(key, Kind.ARRAY).map(Node::items).orElse(List.of());
    }

    /** Texts by key. */
    Map<String, String> pairs(String key) {
        Map<String, String> pairs = new LinkedHashMap<>();
        find(key, Kind.OBJECT)
                .ifPresent(object ->
                        object.fields().forEach((name, value) -> text(value).ifPresent(text -> pairs.put(name, text))));
        return pairs;
    }

    Map<String, Node> fields(String key) {
        return find(key, Kind.OBJECT).map(Node::fields).orElse(Map.of());
    }

    Optional<Settings> object(String key, Set<String> known) {
        return find(key).flatMap(found -> of(found, known, faults));
    }

    Optional<YearMonth> month(String key) {
        return text(key).flatMap(text -> {
            Optional<Period> month =
                    Period.of(text).filter(period -> period.first().equals(period.last()));
            if (month.isEmpty()) {
                refuse(key, "yaml-month", text);
            }
            return month.map(Period::first);
        });
    }

    Optional<Period> period(String key) {
        return text(key).flatMap(text -> {
            Optional<Period> period = Period.of(text);
            if (period.isEmpty()) {
                refuse(key, "yaml-period", text);
            }
            return period;
        });
    }

    void refuse(String key, String words, String text) {
        faults.add(ImportFault.WRONG_SOURCES, place(key), words, "key", Quoted.of(key), "text", Quoted.of(text));
    }

    /** A word of a closed list. */
    Optional<String> word(String key, List<String> known) {
        return text(key).filter(text -> {
            if (!known.contains(text)) {
                faults.add(
                        ImportFault.WRONG_SOURCES,
                        place(key),
                        "unknown-word",
                        faults.didYouMean(text, known),
                        "key",
                        Quoted.of(key),
                        "text",
                        Quoted.of(text));
            }
            return known.contains(text);
        });
    }
}
