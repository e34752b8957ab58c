package dev.roi.core;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** A request names what is not there: a policy, a view, a threshold, a language. It says what there is. */
public final class UnknownName extends InvalidInput {

    private static final long serialVersionUID = 1L;

    private UnknownName(Fault fault) {
        super(List.of(fault));
    }

    /**
     * Says that there is nothing of a name.
     *
     * @param code a stable code
     * @param message what is not there, in one line
     * @param name the name
     * @param known the names of what there is
     * @return the exception, with the likely name, or else all of them
     */
    public static UnknownName of(String code, Message message, String name, Collection<String> known) {
        Optional<Message> all = Optional.of(
                known.isEmpty() ? Message.of("It has none.") : Message.of("There are: %s.", String.join(", ", known)));
        return new UnknownName(new Fault(
                code,
                Fault.Severity.ERROR,
                new Fault.Place("", 0, 0, ""),
                message,
                Nearest.didYouMean(name, List.copyOf(known)).or(() -> all)));
    }
}
