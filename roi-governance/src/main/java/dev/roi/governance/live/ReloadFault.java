package dev.roi.governance.live;

import dev.roi.core.Fault;
import dev.roi.core.Fault.Place;
import dev.roi.core.Fault.Severity;
import dev.roi.core.Message;
import java.util.List;
import java.util.Optional;

/** The stable codes of what keeps a policy from being taken up, besides what is wrong with its files. */
public enum ReloadFault {
    /** The directory cannot be read. */
    NOT_READABLE("ROI-U01"),
    /** The directory kept changing while it was read. */
    UNSETTLED("ROI-U02"),
    /** A scenario of the policy came out otherwise than it expects. */
    SCENARIO_FAILED("ROI-U03"),
    /** The policy was rolled back from, and the directory has not changed since. */
    ROLLED_BACK("ROI-U04"),
    /** Another policy was put in use while this one was being made ready. */
    OVERTAKEN("ROI-U05"),
    /** There is no such previous policy. */
    NO_PREVIOUS("ROI-U06"),
    /** Too few people have approved the policy, or the approvals cannot be read. */
    NOT_APPROVED("ROI-U07"),
    /** A failure of the library or of a check of the host, and no fault of the policy. */
    UNEXPECTED("ROI-U99");

    private final String code;

    ReloadFault(String code) {
        this.code = code;
    }

    /**
     * Returns the code that stands before the message.
     *
     * @return the code, such as {@code ROI-U03}; it never changes its meaning
     */
    public String code() {
        return code;
    }

    Fault at(Place place, Message message, Message help) {
        return new Fault(code, Severity.ERROR, place, message, Optional.of(help));
    }

    List<Fault> of(String source, Message message, Message help) {
        return List.of(at(new Place(source, 0, 0, ""), message, help));
    }
}
