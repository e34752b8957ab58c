package dev.roi.core.json;

import static java.util.Objects.requireNonNull;

import dev.roi.core.Fault;
import dev.roi.core.InputFault;
import dev.roi.core.InvalidInput;
import dev.roi.core.Message;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * Everything that is wrong with an input, gathered so that it is reported together. For use by one thread.
 *
 * <p>Of more than {@value #MOST} faults the first by place are kept, and one last line says how many more there were.
 */
public final class Faults {

    /** The most faults that are listed. */
    public static final int MOST = 1_000;

    private final PriorityQueue<Fault> kept = new PriorityQueue<>(Collections.reverseOrder());
    private int dropped;
    private Optional<Fault> lastDropped = Optional.empty();
    private boolean errors;

    /** Begins without a fault. */
    public Faults() {}

    /**
     * Adds a fault.
     *
     * @param fault the fault
     */
    public void add(Fault fault) {
        requireNonNull(fault, "fault");
        errors |= fault.severity() == Fault.Severity.ERROR;
        kept.add(fault);
        if (kept.size() > MOST) {
            Fault last = kept.remove();
            if (lastDropped.isEmpty() || lastDropped.get().compareTo(last) < 0) {
                lastDropped = Optional.of(last);
            }
            dropped++;
        }
    }

    /**
     * Adds an error at a value.
     *
     * @param code its stable code
     * @param node the value
     * @param message what is wrong, in one line
     */
    public void add(String code, Node node, Message message) {
        add(code, node, message, Optional.empty());
    }

    /**
     * Adds an error at a value.
     *
     * @param code its stable code
     * @param node the value
     * @param message what is wrong, in one line
     * @param help the likely fix, where one can be guessed
     */
    public void add(String code, Node node, Message message, Optional<Message> help) {
        add(new Fault(code, Fault.Severity.ERROR, node.place(), message, help));
    }

    /**
     * Tells whether nothing was found.
     *
     * @return whether there is neither an error nor a warning
     */
    public boolean isEmpty() {
        return kept.isEmpty();
    }

    /**
     * Tells whether an error was found.
     *
     * @return whether there is one; warnings are none
     */
    public boolean hasErrors() {
        return errors;
    }

    /**
     * Returns what was found.
     *
     * @return the faults, sorted by place; where some are left out, the last says how many
     */
    public List<Fault> list() {
        List<Fault> faults = new ArrayList<>(kept);
        lastDropped.ifPresent(last -> faults.add(new Fault(
                InputFault.MORE_FAULTS.code(),
                errors ? Fault.Severity.ERROR : Fault.Severity.WARNING,
                last.place(),
                Message.of("%s more faults up to here are not listed", Message.grouped(dropped)),
                Optional.empty())));
        Collections.sort(faults);
        return Collections.unmodifiableList(faults);
    }

    /**
     * Refuses the input if an error was found; warnings alone do not refuse it.
     *
     * @throws InvalidInput when there is an error, with everything that was found
     */
    public void throwIfAny() {
        if (errors) {
            throw new InvalidInput(list());
        }
    }
}
