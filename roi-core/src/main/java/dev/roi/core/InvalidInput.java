package dev.roi.core;

import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An input that cannot be used, with everything that is wrong with it. Where the policy is at fault it is an {@link
 * InvalidPolicy}; where a request asks by a name for what is not there, an {@link UnknownName}; otherwise what was to be
 * reviewed or recorded.
 */
public sealed class InvalidInput extends RuntimeException permits InvalidPolicy, UnknownName {

    private static final long serialVersionUID = 1L;
    private static final List<Language> SPOKEN = List.of(Language.ENGLISH, Language.FRENCH);

    private transient List<Fault> faults;

    /**
     * Gathers what is wrong.
     *
     * @param faults the faults; at least one
     */
    public InvalidInput(List<Fault> faults) {
        super(faults.stream().sorted().map(Fault::toString).collect(Collectors.joining("\n")));
        this.faults = faults.stream().sorted().toList();
    }

    /**
     * Returns what is wrong.
     *
     * @return every fault, sorted by place
     */
    public final List<Fault> faults() {
        return faults;
    }

    /**
     * Writes the faults, which are no objects that Java writes by itself.
     *
     * @param to where they are written
     * @throws IOException when that fails
     */
    private void writeObject(ObjectOutputStream to) throws IOException {
        to.defaultWriteObject();
        to.writeInt(faults.size());
        for (Fault fault : faults) {
            to.writeObject(fault.code());
            to.writeObject(fault.severity());
            to.writeObject(fault.place().source());
            to.writeInt(fault.place().line());
            to.writeInt(fault.place().column());
            to.writeObject(fault.place().pointer());
            for (Language language : SPOKEN) {
                to.writeObject(fault.message(language));
                to.writeObject(fault.help(language).orElse(""));
            }
        }
    }

    /**
     * Reads the faults.
     *
     * @param from where they are written
     * @throws IOException when they cannot be read
     * @throws ClassNotFoundException when a class is not there
     */
    private void readObject(ObjectInputStream from) throws IOException, ClassNotFoundException {
        from.defaultReadObject();
        int count = from.readInt();
        if (count < 0) {
            throw new InvalidObjectException("%s faults".formatted(count));
        }
        List<Fault> read = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String code = (String) from.readObject();
            Fault.Severity severity = (Fault.Severity) from.readObject();
            Fault.Place place = new Fault.Place(
                    (String) from.readObject(), from.readInt(), from.readInt(), (String) from.readObject());
            List<String> message = new ArrayList<>();
            List<String> help = new ArrayList<>();
            for (int j = 0; j < SPOKEN.size(); j++) {
                message.add((String) from.readObject());
                help.add((String) from.readObject());
            }
            read.add(new Fault(
                    code,
                    severity,
                    place,
                    translated(message),
                    Optional.of(help).filter(words -> !words.contains("")).map(InvalidInput::translated)));
        }
        faults = List.copyOf(read);
    }

    private static Message translated(List<String> words) {
        return Set.copyOf(words).size() == 1
                ? Message.verbatim(words.get(0))
                : Message.joined("", List.of(new Translated(words)));
    }

    /** What was said in each language, once it is no sentence with values any more. */
    private record Translated(List<String> words) implements Localized {

        @Override
        public String in(Language language) {
            return words.get(Math.max(0, SPOKEN.indexOf(language)));
        }
    }
}
