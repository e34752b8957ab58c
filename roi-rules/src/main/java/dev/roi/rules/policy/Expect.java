package dev.roi.rules.policy;

import dev.roi.core.Exact;
import dev.roi.core.Language;
import dev.roi.core.Names;
import dev.roi.core.Nearest;
import dev.roi.core.Quoted;
import dev.roi.core.Range;
import dev.roi.core.Unit;
import dev.roi.core.Worded;
import dev.roi.core.format.Kind;
import dev.roi.core.json.Faults;
import dev.roi.core.json.Node;
import dev.roi.core.text.Template;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a file is expected to hold; whatever is otherwise becomes a fault, and reading goes on. */
final class Expect extends PolicyObjections {

    /** Longer texts are not shown. */
    private static final int MOST_SHOWN = 40;

    private final Faults faults;
    private final IdentityHashMap<Node, Set<String>> misspelt = new IdentityHashMap<>();

    Expect(Faults faults) {
        super(faults);
        this.faults = faults;
    }

    void fault(PolicyCode code, Node node, String message, Optional<String> help) {
        faults.add(code.id(), node, message, help);
    }

    void faultAtKey(PolicyCode code, Node object, String key, String message, Optional<String> help) {
        faults.addAtKey(code.id(), object, key, message, help);
    }

    /** Returns the fields of an object that may have any keys. */
    Map<String, Node> entries(Node node) {
        if (node.kind() == Kind.OBJECT) {
            return node.fields();
        }
        wrong(node, "keys with values");
        return Map.of();
    }

    /** Checks that a node is an object with no keys but these. */
    boolean keys(Node node, String... known) {
        List<String> keys = Arrays.asList(known);
        if (node.kind() != Kind.OBJECT) {
            fault(
                    PolicyCode.WRONG_VALUE,
                    node,
                    "keys with values should stand here, and there is %s.".formatted(shown(node)),
                    Written.likeKey(Written.key(node)).or(() -> Optional.of(Nearest.thereAre(keys))));
            return false;
        }
        for (String key : node.fields().keySet()) {
            if (!keys.contains(key)) {
                faults.addAtKey(
                        PolicyCode.UNKNOWN_KEY.id(),
                        node,
                        key,
                        "unknown key %s.".formatted(Quoted.of(key)),
                        Optional.of(Nearest.suggest(key, keys)));
                Nearest.to(key, keys)
                        .ifPresent(meant -> misspelt.computeIfAbsent(node, any -> new HashSet<>())
                                .add(meant));
            }
        }
        return true;
    }

    Optional<Node> required(Node object, String key) {
        if (object.kind() != Kind.OBJECT) {
            return Optional.empty(); // a fault says so already
        }
        Optional<Node> node = object.find(key);
        boolean isMisspelt = misspelt.getOrDefault(object, Set.of()).contains(key);
        if (node.isEmpty() && !isMisspelt) {
            fault(PolicyCode.MISSING_KEY, object, "key `%s` is missing.".formatted(key), Written.likeKey(key));
        }
        return node;
    }

    Optional<String> text(Node node) {
        boolean isText = node.kind() == Kind.TEXT;
        if (isText && !node.text().isBlank()) {
            return Optional.of(node.text());
        }
        fault(
                PolicyCode.WRONG_VALUE,
                node,
                "a text should stand here, and there is %s.".formatted(isText ? "an empty one" : words(node)),
                switch (node.kind()) {
                    case NUMBER -> Optional.of("Write it in quotes: `\"%s\"`.".formatted(node.digits()));
                    case BOOLEAN -> Optional.of("Write it in quotes: `\"%s\"`.".formatted(node.isTrue()));
                    case ARRAY, OBJECT, TEXT, NULL -> Written.likeKey(Written.key(node));
                });
        return Optional.empty();
    }

    Optional<String> requiredText(Node object, String key) {
        return required(object, key).flatMap(this::text);
    }

    Optional<String> kebab(Node node, String what) {
        Optional<String> text = text(node);
        if (text.isPresent() && !Names.isKebab(text.get())) {
            fault(
                    PolicyCode.WRONG_VALUE,
                    node,
                    "`%s` is not written as the name of %s is: in small letters, digits and hyphens."
                            .formatted(text.get(), what),
                    Names.likely(text.get()).map("Did you mean `%s`?"::formatted));
            return Optional.empty();
        }
        return text;
    }

    Optional<Exact> number(Node node) {
        if (node.kind() == Kind.NUMBER) {
            return Optional.of(node).filter(Node::isUsable).map(Node::number); // a fault says so already
        }
        fault(
                PolicyCode.WRONG_VALUE,
                node,
                "a number should stand here, and there is %s.".formatted(shown(node)),
                node.kind() == Kind.TEXT
                        ? Optional.of(Written.likeNumber(node.text()))
                        : Written.likeKey(Written.key(node)));
        return Optional.empty();
    }

    List<Node> items(Node node) {
        if (node.kind() == Kind.ARRAY) {
            return node.items();
        }
        fault(
                PolicyCode.WRONG_VALUE,
                node,
                "a list should stand here, and there is %s.".formatted(shown(node)),
                node.kind() == Kind.TEXT
                        ? Optional.of("Write it in brackets: `[%s]`.".formatted(node.text()))
                        : Written.likeKey(Written.key(node)));
        return List.of();
    }

    /** Returns the names of a list that are known; the others become faults. */
    List<String> names(Node list, String what, DeclaredNames known) {
        List<String> names = new ArrayList<>();
        for (Node item : items(list)) {
            text(item).filter(name -> known(item, what, name, known)).ifPresent(name -> {
                if (names.contains(name)) {
                    fault(
                            PolicyCode.REPEATED_NAME,
                            item,
                            "%s %s is there twice.".formatted(what, Quoted.of(name)),
                            Optional.of("Take one of the two out."));
                } else {
                    names.add(name);
                }
            });
        }
        return names;
    }

    boolean known(Node node, String what, String name, DeclaredNames known) {
        if (known.has(name)) {
            return true;
        }
        fault(
                PolicyCode.UNKNOWN_NAME,
                node,
                unknown(what, name),
                Optional.of(
                        name.contains(" - ")
                                ? "A line of the list is indented further than the one before it; let all begin in one column."
                                : Nearest.suggest(name, known.names())));
        return false;
    }

    /** Checks that the key of a field is a name that is known. */
    boolean knownKey(Node object, String what, String name, DeclaredNames known) {
        if (known.has(name)) {
            return true;
        }
        faultAtKey(
                PolicyCode.UNKNOWN_NAME,
                object,
                name,
                unknown(what, name),
                Optional.of(Nearest.suggest(name, known.names())));
        return false;
    }

    private static String unknown(String what, String name) {
        return "unknown %s %s.".formatted(what, Quoted.of(name));
    }

    private static String words(Node node) {
        return node.kind() == Kind.NULL ? "nothing" : node.kind().words();
    }

    <E extends Enum<E> & Worded> Optional<E> word(Node node, Class<E> type) {
        Optional<String> text = text(node);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        List<String> words = new ArrayList<>();
        for (E constant : type.getEnumConstants()) {
            if (constant.word().equals(text.get())) {
                return Optional.of(constant);
            }
            words.add(constant.word());
        }
        fault(
                PolicyCode.WRONG_VALUE,
                node,
                "%s is none of the words there are here.".formatted(Quoted.of(text.get())),
                Optional.of(suggestWord(text.get(), words)));
        return Optional.empty();
    }

    Optional<Range> range(Node node) {
        return PolicyShapes.range().read(node, this);
    }

    Optional<Unit> unit(Node node, DeclaredNames known) {
        return PolicyShapes.unit(known).read(node, this);
    }

    Optional<Template> template(Node node, Language language) {
        return text(node).flatMap(text -> {
            try {
                return Optional.of(Template.parse(Typography.set(language, text)));
            } catch (IllegalArgumentException wrong) {
                fault(PolicyCode.WRONG_TEXT, node, String.valueOf(wrong.getMessage()), Optional.empty());
                return Optional.empty();
            }
        });
    }

    Map<String, String> words(Optional<Node> object) {
        Map<String, String> words = new LinkedHashMap<>();
        object.ifPresent(node ->
                entries(node).forEach((key, value) -> text(value).ifPresent(text -> words.put(key, text))));
        return words;
    }

    void wrong(Node node, String expected) {
        fault(
                PolicyCode.WRONG_VALUE,
                node,
                "%s should stand here, and there is %s.".formatted(expected, shown(node)),
                Written.likeKey(Written.key(node)));
    }

    /** Says what stands there, and quotes it where it is a text that fits the line. */
    private static String shown(Node node) {
        boolean isShort = node.kind() == Kind.TEXT && node.text().length() <= MOST_SHOWN;
        return isShort ? "the text %s".formatted(Quoted.of(node.text())) : words(node);
    }

    /** Guesses among words that may say the opposite of each other only where it begins alike, and lists them otherwise. */
    private static String suggestWord(String word, List<String> words) {
        return Nearest.to(word, words)
                .filter(nearest -> nearest.charAt(0) == word.charAt(0))
                .map(nearest -> "Did you mean `%s`?".formatted(nearest))
                .orElseGet(() -> Nearest.thereAre(words));
    }
}
