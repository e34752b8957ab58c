package dev.roi.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.roi.core.Fault;
import dev.roi.core.IndicatorSet;
import dev.roi.core.InvalidInput;
import dev.roi.core.PolicyId;
import dev.roi.core.SmallPolicy;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ScorecardsTest {

    private static final Scorecards READER = Scorecards.checkedAgainst(new PolicyLookup() {
        @Override
        public Optional<IndicatorSet> find(Optional<PolicyId> id) {
            return id.filter(name -> name.value().equals("small")).map(name -> SmallPolicy.indicators());
        }

        @Override
        public Collection<String> known() {
            return List.of("small", "other");
        }
    });

    private static Input read(String text) {
        return READER.read("f.json", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String refusal(String text) {
        InvalidInput refused = catchThrowableOfType(InvalidInput.class, () -> read(text));
        assertThat(refused).as(text).isNotNull();
        return refused.faults().stream().map(Fault::toString).collect(Collectors.joining("\n"));
    }

    static String card(String rest) {
        return "{\"format\":\"roi-scorecard/1\",\"policy\":\"small\",\"scope\":{\"level\":\"team\",\"id\":\"a\"}," + rest + "}";
    }

    static String month(String readings) {
        return card("\"snapshots\":[{\"month\":\"2026-01\",\"readings\":{" + readings + "}}]");
    }

    @Test
    void show() {
        String[] all = {
            "[]", "{}", "{\"format\":\"roi-scorecard/2\"}", card("\"snapshots\":[]"), card("\"snapshots\":3"),
            card("\"snapshts\":[]"), "{\"format\":\"roi-portfolio/1\"}", "{\"format\":\"roi-portfolio/1\",\"scorecards\":[]}",
            "{\"format\":\"roi-portfolio/1\",\"scorecards\":[1,{}]}", "{\"scorecards\":[" + month("") + "]}",
            "{\"format\":\"roi-portfolio/1\",\"scorecards\":[" + month("") + ",\n" + month("") + "]}",
            month("\"lead-tme\":1"), month("\"Lead time\":1"), month("\"lead-time\":\"9\""), month("\"lead-time\":-1"),
            month("\"lead-time\":1e15"), month("\"escaped-defects\":1.5"), month("\"adoption-rate\":100.1"),
            month("\"lead-time\":{\"value\":1,\"unknown\":\"not-due\"}"), month("\"lead-time\":{\"unknown\":\"no-cases\"}"),
            month("\"lead-time\":{\"unknown\":\"not-du\"}"), month("\"lead-time\":{}"), month("\"lead-time\":{\"numerator\":1,\"denominator\":2}"),
            month("\"rework-rate\":{\"numerator\":1,\"denominator\":0}"), month("\"rework-rate\":{\"numerator\":-1,\"denominator\":2}"),
            month("\"rework-rate\":{\"numerator\":3,\"denominator\":2}"), month("\"rework-rate\":{\"numerator\":1}"),
            month("\"rework-rate\":{\"numerator\":1,\"denominator\":4,\"value\":25}"),
            month("\"lead-time\":{\"value\":1,\"uncertainty\":-1,\"sample\":-2}"), month("\"lead-time\":{\"value\":1,\"sample\":2.5}"),
            month("\"lead-time\":{\"value\":1,\"unit\":\"dys\"}"), month("\"lead-time\":{\"value\":1,\"unit\":\"Euro\"}"), month("\"lead-time\":{\"value\":1,\"unit\":\"EUX\"}"),
            month("\"lead-time\":{\"value\":-1,\"unit\":\"hours\"}"),
            month("\"monthly-cost\":10,\"cost-by-workflow\":{\"value\":12,\"by\":{\"workflow\":{\"x\":5,\"y\":6}}}"),
            month("\"reallocated-hours\":{\"value\":12,\"by\":{\"destination\":{\"debt-reducd\":12}}}"),
            month("\"reallocated-hours\":{\"value\":12,\"by\":{\"destinaton\":{\"debt-reduced\":12}}}"),
            month("\"reallocated-hours\":{\"value\":12,\"by\":{\"destination\":{}}}"),
            month("\"adoption-rate\":{\"value\":50,\"by\":{\"department\":{\"x\":10,\"y\":20}}}"),
            month("\"adoption-rate\":{\"numerator\":5,\"denominator\":10,\"by\":{\"department\":{\"x\":{\"numerator\":1,\"denominator\":2}}}}"),
            month("\"reallocated-hours\":{\"value\":12,\"by\":{\"team\":{\"x\":{\"numerator\":1,\"denominator\":2}}}}"),
            month("\"lead-time\":{\"value\":1,\"vaule\":2,\"note\":null,\"definition\":\" \"}"),
            card("\"currency\":\"eur\",\"snapshots\":[{\"month\":\"2026-13\"},{\"month\":\"2026-01\"},{\"month\":\"2026-01\",\"complete\":\"yes\"}]"),
            card("\"workflows\":[{\"id\":\"x\"},{\"id\":\"x\"},{\"name\":\"\"},{\"id\":\"unassigned\"},{\"id\":\"a\\nb\"}],\"snapshots\":[{\"month\":\"2026-01\"}]"),
            card("\"baselines\":{\"lead-time\":-1,\"escaped-defects\":1.5,\"adoption-rate\":{\"value\":1,\"unknown\":\"scattered\"},\"nope\":1,\"nps\":{}},\"snapshots\":[{\"month\":\"2026-01\"}]"),
            "{\"format\":\"roi-scorecard/1\",\"policy\":\"smal\",\"scope\":{\"level\":\"teem\",\"id\":\"A b\",\"nam\":1},\"snapshots\":[{\"month\":\"2026-01\"}]}",
            "{\"format\":\"roi-scorecard/1\",\"scope\":{\"level\":\"team\",\"id\":\"a\"},\"snapshots\":[{\"month\":\"2026-01\"}]}",
            month("\"lead-time\":{\"value\":1,\"value\":2}"),
        };
        for (String text : all) {
            System.out.println(text + "\n    " + refusal(text).replace("\n", "\n    "));
        }
        System.out.println(read(month("\"lead-time\":null,\"rework-rate\":{\"numerator\":0,\"denominator\":0},\"monthly-cost\":{\"value\":3,\"unit\":\"USD\"},\"adoption-rate\":{\"value\":33.3,\"by\":{\"team\":{\"a\":{\"numerator\":1,\"denominator\":3},\"b\":{\"numerator\":0,\"denominator\":0}}}}")));
    }
}
