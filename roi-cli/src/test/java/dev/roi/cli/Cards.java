package dev.roi.cli;

import dev.roi.core.Scorecard;
import dev.roi.core.json.PolicyLookup;
import dev.roi.core.json.Scorecards;
import dev.roi.rules.Engine;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;

/** Scorecards for tests of the command line, which need not be rich. */
final class Cards {

    static final Engine ENGINE = Engine.builtIn("coding-agent");

    private Cards() {}

    /** A scorecard of three complete months and a partial one. */
    static String card(String id) {
        return """
                {
                  "format": "roi-scorecard/1",
                  "policy": "coding-agent",
                  "scope": { "level": "workflow", "id": "%s", "name": "Périmètre %s", "firstUse": "2025-10" },
                  "currency": "EUR",
                  "workflows": [ { "id": "api-tests", "authorised": true, "priority": true, "owner": "Zoé" } ],
                  "baselines": { "lead-time": { "value": 9.5, "method": "mean" }, "review-time": 7, "rework-rate": 12 },
                  "snapshots": [
                    { "month": "2026-03", "readings": { "monthly-cost": 10900, "lead-time": 8.4, "adoption-rate": 67 } },
                    { "month": "2026-04", "readings": { "monthly-cost": 11400, "lead-time": 8.2, "adoption-rate": 76 } },
                    { "month": "2026-05", "readings": {
                        "monthly-cost": 11800, "budget-consumed": 79, "lead-time": 8, "adoption-rate": 82,
                        "cost-by-workflow": { "value": 11800, "by": { "workflow": { "api-tests": 11800 } } },
                        "rework-rate": { "numerator": 14, "denominator": 120, "definition": "reopened / delivered" },
                        "escaped-defects": { "unknown": "not-instrumented", "note": "no flag in the tracker" } } },
                    { "month": "2026-06", "complete": false, "readings": { "lead-time": 7.5 } }
                  ]
                }
                """.formatted(id, id);
    }

    static String portfolio(String... ids) {
        return "{ \"format\": \"roi-portfolio/1\", \"scorecards\": [%s] }"
                .formatted(String.join(
                        ", ", java.util.Arrays.stream(ids).map(Cards::card).toList()));
    }

    static Scorecard read(String id) {
        return Scorecards.checkedAgainst(PolicyLookup.always(ENGINE.indicators()))
                .read(id, new ByteArrayInputStream(card(id).getBytes(StandardCharsets.UTF_8)))
                .scorecards()
                .get(0);
    }
}
