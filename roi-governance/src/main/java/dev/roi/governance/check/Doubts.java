package dev.roi.governance.check;

import dev.roi.core.Fault;
import dev.roi.core.Fault.Place;
import dev.roi.core.Fault.Severity;
import dev.roi.core.Message;
import dev.roi.core.json.Faults;
import dev.roi.rules.policy.PolicyCode;
import java.util.Optional;

/** Where doubts are put: what loads, is certainly so, and is likely not what was meant. */
final class Doubts {

    private final Faults faults;

    Doubts(Faults faults) {
        this.faults = faults;
    }

    void add(PolicyCode code, Place place, Message message, Message help) {
        faults.add(new Fault(code.id(), Severity.WARNING, place, message, Optional.of(help)));
    }

    void add(PolicyCode code, Place place, Message message) {
        faults.add(new Fault(code.id(), Severity.WARNING, place, message, Optional.empty()));
    }
}
