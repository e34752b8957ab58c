package dev.roi.rules.policy;

import dev.roi.core.Message;
import dev.roi.core.Nearest;
import dev.roi.core.Quoted;
import dev.roi.core.format.Objection;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The names of one kind that a policy declares, whether what they name could be read or not. A fault in an item is a
 * fault of that item alone: whoever refers to it refers to something that is there.
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class DeclaredNames {

    private static final Pattern NO_NAME = Pattern.compile("[^A-Za-z0-9._-]+");
    private static final Pattern DIGITS = Pattern.compile("[0-9]+%?");
    private static final DeclaredNames UNREAD = new DeclaredNames(List.of(), Set.of(), false);

    private final List<String> names;
    private final Set<String> possible;
    private final boolean isRead;

    private DeclaredNames(Collection<String> names, Set<String> possible, boolean isRead) {
        this.names = List.copyOf(new LinkedHashSet<>(names));
        this.possible = Set.copyOf(possible);
        this.isRead = isRead;
    }

    /**
     * Returns names that are all there are.
     *
     * @param names the names, in order
     * @return them
     */
    public static DeclaredNames of(Collection<String> names) {
        return new DeclaredNames(names, Set.of(), true);
    }

    /**
     * Returns names that are all there are. One that is not written as such names are may be meant by what it was most
     * likely meant to be.
     *
     * @param names the names, in order
     * @param likely what a name was most likely meant to be
     * @return them
     */
    static DeclaredNames of(Collection<String> names, Function<String, Optional<String>> likely) {
        Set<String> meant =
                names.stream().flatMap(name -> likely.apply(name).stream()).collect(Collectors.toSet());
        return new DeclaredNames(names, meant, true);
    }

    /**
     * Returns the names of a file that could not be read, which may be any.
     *
     * @return names among which every name is
     */
    public static DeclaredNames unread() {
        return UNREAD;
    }

    /**
     * Returns these names, and others that a text may declare which cannot be understood.
     *
     * @param text the text; every word of it may be a name
     * @return the names
     */
    public DeclaredNames orAnyOf(String text) {
        Set<String> words = NO_NAME.splitAsStream(text)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        words.addAll(possible);
        return new DeclaredNames(names, words, isRead);
    }

    /**
     * Returns these names and others.
     *
     * @param others the others
     * @return all of them, in order
     */
    public DeclaredNames and(DeclaredNames others) {
        Set<String> all = new LinkedHashSet<>(names);
        all.addAll(others.names);
        Set<String> words = new LinkedHashSet<>(possible);
        words.addAll(others.possible);
        return new DeclaredNames(all, words, isRead && others.isRead);
    }

    /**
     * Tells whether a name is declared, as far as that can be told.
     *
     * @param name the name
     * @return whether it is one of these, or may be
     */
    public boolean has(String name) {
        return !isRead || names.contains(name) || possible.contains(name);
    }

    /**
     * Says which name was meant, or which there are.
     *
     * @param name a name that is none of these
     * @return one sentence, such as {@code Did you mean `lead-time`?}
     */
    public Message suggest(String name) {
        return Nearest.suggest(name, names);
    }

    /**
     * Says what is wrong with a name that is none of these.
     *
     * @param what what it should be the name of
     * @param name the name
     * @return what is wrong; nothing where it is declared, or may be
     */
    public Optional<Objection> objection(Message what, String name) {
        return has(name)
                ? Optional.empty()
                : Optional.of(new Objection(
                        PolicyCode.UNKNOWN_NAME.id(),
                        Message.of("unknown %s %s.", what, Quoted.of(name)),
                        DIGITS.matcher(name).matches() ? PolicyObjections.AFTER_A_COMMA : suggest(name)));
    }

    /**
     * Returns the names that are surely declared.
     *
     * @return the names, each once, in order
     */
    public List<String> names() {
        return names;
    }
}
