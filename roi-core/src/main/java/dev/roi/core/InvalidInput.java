package dev.roi.core;

import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An input that cannot be used, with everything that is wrong with it. Where the policy is at fault it is an {@link
 * InvalidPolicy}; where a request asks by a name for what is not there, an {@link UnknownName}; otherwise what was to be
 * reviewed or recorded.
 */
public sealed class InvalidInput extends RuntimeException permits InvalidPolicy, UnknownName {

    private static final long serialVersionUID = 1L;

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
            to.writeObject(fault.message());
            to.writeObject(fault.help().orElse(""));
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
            read.add(new Fault(
                    (String) from.readObject(),
                    (Fault.Severity) from.readObject(),
                    new Fault.Place(
                            (String) from.readObject(), from.readInt(), from.readInt(), (String) from.readObject()),
                    (String) from.readObject(),
                    Optional.of((String) from.readObject()).filter(help -> !help.isEmpty())));
        }
        faults = List.copyOf(read);
    }
}
