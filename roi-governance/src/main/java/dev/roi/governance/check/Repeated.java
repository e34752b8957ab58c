package dev.roi.governance.check;

import dev.roi.core.Fault;
import dev.roi.core.Message;
import dev.roi.rules.policy.PolicyCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One name that is said to be unknown wherever it stands is one slip, where it is declared. */
final class Repeated {

    /** So many places are listed each. */
    private static final int MOST_LISTED = 3;

    private Repeated() {}

    /** Keeps the first of many faults that say the same of one name, and says how many there are. */
    static List<Fault> gathered(List<Fault> findings) {
        Map<String, Integer> times = new HashMap<>();
        findings.stream().filter(Repeated::isOfName).forEach(fault -> times.merge(fault.message(), 1, Integer::sum));
        List<Fault> kept = new ArrayList<>();
        for (Fault fault : findings) {
            int many = isOfName(fault) ? times.getOrDefault(fault.message(), 0) : 0;
            if (many > MOST_LISTED) {
                kept.add(withOthers(fault, many - 1));
                times.put(fault.message(), 0);
            } else if (many > 0 || !isOfName(fault)) {
                kept.add(fault);
            }
        }
        return List.copyOf(kept);
    }

    private static boolean isOfName(Fault fault) {
        return fault.code().equals(PolicyCode.UNKNOWN_NAME.id());
    }

    private static Fault withOthers(Fault fault, int others) {
        Message all = Message.of(
                "It stands so at %s other places too; if they are right, it is misspelt where it is declared.", others);
        return new Fault(
                fault.code(),
                fault.severity(),
                fault.place(),
                fault.what(),
                Optional.of(
                        fault.fix().map(fix -> Message.of("%s %s", fix, all)).orElse(all)));
    }
}
