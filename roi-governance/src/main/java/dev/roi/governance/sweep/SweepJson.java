package dev.roi.governance.sweep;

import dev.roi.core.Decision;
import dev.roi.core.Exact;
import dev.roi.core.json.Json;
import dev.roi.governance.sweep.Sweep.Change;
import dev.roi.governance.sweep.Sweep.Interval;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes a sweep as {@code roi-sweep/1}. */
final class SweepJson {

    private static final String FORMAT = "roi-sweep/1";

    private SweepJson() {}

    static String of(Sweep sweep) {
        Map<String, Object> policy = new LinkedHashMap<>();
        policy.put("id", sweep.policy().id().value());
        policy.put("version", sweep.policy().version());
        policy.put("fingerprint", sweep.policy().fingerprint().value());
        Map<String, Object> range = new LinkedHashMap<>();
        range.put("least", sweep.range().least());
        range.put("most", sweep.range().most());
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("format", FORMAT);
        document.put("policy", policy);
        document.put("threshold", sweep.threshold().value());
        document.put("value", sweep.value());
        document.put("unit", sweep.unit().id());
        document.put("range", range);
        document.put(
                "intervals", sweep.intervals().stream().map(SweepJson::interval).toList());
        return Json.write(document);
    }

    private static Map<String, Object> interval(Interval interval) {
        Map<String, Object> fields = new LinkedHashMap<>();
        end(fields, "least", interval.least());
        fields.put("leastIncluded", interval.leastIncluded());
        end(fields, "most", interval.most());
        fields.put("mostIncluded", interval.mostIncluded());
        Map<String, Object> decisions = new LinkedHashMap<>();
        for (Map.Entry<Decision, Integer> count : interval.decisions().entrySet()) {
            decisions.put(count.getKey().word(), count.getValue());
        }
        fields.put("decisions", decisions);
        fields.put("changes", interval.changes().stream().map(SweepJson::change).toList());
        return fields;
    }

    /** What does not end within twelve decimals is rounded half even to them, with the fraction beside it. */
    private static void end(Map<String, Object> fields, String name, Exact value) {
        Exact written = value.roundedHalfEven(Exact.COMPARABLE_DECIMALS);
        fields.put(name, written);
        if (!written.equals(value)) {
            fields.put(name + "Exact", value.toString());
        }
    }

    private static Map<String, Object> change(Change change) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("level", change.scope().level().word());
        fields.put("id", change.scope().id());
        fields.put("month", change.month().toString());
        fields.put("from", change.from().word());
        fields.put("to", change.to().word());
        return fields;
    }
}
