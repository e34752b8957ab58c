package dev.roi.core;

import dev.roi.core.Fault.Place;
import dev.roi.core.Fault.Severity;
import java.util.Optional;

/** The faults that a record of a ledger can have, each with a stable code. */
public enum RecordFault {
    /** A name or another text is blank or too long, or has characters that it may not have. */
    WRONG_TEXT("ROI-R01"),
    /** The decision is not the recommended one, is to maintain, or gives up or moves an action, and no reason is given. */
    NO_REASON("ROI-R02"),
    /** The decision is not the recommended one, and no second person stands for it. */
    NO_SECOND("ROI-R03"),
    /** The second person is the first. */
    SAME_PERSON("ROI-R04"),
    /** An adjustment has no action. */
    NO_ACTION("ROI-R05"),
    /** The action is due before the decision was made on its month. */
    DUE_TOO_EARLY("ROI-R06"),
    /** The action aims at an indicator that the policy does not have. */
    UNKNOWN_AIM("ROI-R07"),
    /** An answer is to something that has no open action of the same scope. */
    NOTHING_TO_ANSWER("ROI-R08"),
    /** The record was made with another policy than the one it is to be kept with. */
    OTHER_POLICY("ROI-R09"),
    /** The decision was made before the month that it is on. */
    DECIDED_TOO_EARLY("ROI-R10"),
    /** What closes the decision is missing: what it acts on, what it covers, what has to hold, what stops. */
    NOT_CLOSED("ROI-R11"),
    /** The month was decided on already, which one decision of several at once may not do again. */
    DECIDED_ALREADY("ROI-R12"),
    /** An adjustment acts on a lever that the policy does not have. */
    UNKNOWN_LEVER("ROI-R13"),
    /** The same person has approved the same version from the same month on already. */
    APPROVED_ALREADY("ROI-R14"),
    /** Another policy was approved under the same version. */
    SAME_VERSION("ROI-R15");

    /** What messages call a record; it is no file. */
    static final String WHERE = "the record";

    private final String code;

    RecordFault(String code) {
        this.code = code;
    }

    /**
     * Returns the code that stands before the message.
     *
     * @return the code, such as {@code ROI-R02}; it never changes its meaning
     */
    public String code() {
        return code;
    }

    /**
     * Returns this fault of a record.
     *
     * @param message what is wrong, in one line
     * @param help the likely fix
     * @return the fault
     */
    public Fault of(Message message, Message help) {
        return new Fault(code, Severity.ERROR, new Place(WHERE, 0, 0, ""), message, Optional.of(help));
    }
}
