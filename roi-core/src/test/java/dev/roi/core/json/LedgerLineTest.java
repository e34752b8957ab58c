package dev.roi.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roi.core.Hash;
import dev.roi.core.InvalidInput;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LedgerLineTest {

    static Stream<String> hostileTexts() {
        return Stream.of(
                "<script>alert(1)</script>",
                "\u202Eכותרת\u202C של שורה",
                "👩‍👩‍👧‍👦 🏳️‍🌈",
                "n".repeat(297),
                "one\ntwo\r\nthree\tfour",
                "\",\"hash\":\"sha256:" + "0".repeat(64) + "\"}",
                "line\u2028separator\u2029and \\u0000 \\n",
                "e\u0301 is not \u00e9, and \ufffd stays",
                "'; DROP TABLE roi_ledger; --",
                "ends with #torn");
    }

    @ParameterizedTest
    @MethodSource("hostileTexts")
    void whatever_people_are_called_is_read_as_it_was_written(String text) {
        for (LedgerEntry entry : List.of(
                Entries.decision(text),
                Entries.maintained(text),
                Entries.adjusted(text),
                Entries.stopped(text),
                Entries.first(text),
                Entries.action(text),
                Entries.approval(text),
                Entries.firstApproval(text),
                Entries.policy(text))) {
            LedgerLine line = LedgerLine.of(entry);

            assertThat(line.text()).doesNotContain("\n").doesNotContain("\r");
            assertThat(LedgerLine.find(line.bytes())).contains(line);
            assertThat(LedgerLine.find(line.bytes()).orElseThrow().entry("it")).isEqualTo(entry);
        }
    }

    @Test
    void a_line_ends_with_the_hash_of_everything_before_it() {
        LedgerLine line = LedgerLine.of(Entries.torn());

        assertThat(line.text())
                .isEqualTo(
                        "{\"format\":\"roi-decision-torn/1\",\"entry\":3,\"previous\":\"%s\",\"torn\":\"%s\",\"bytes\":312,\"hash\":\"%s\"}"
                                .formatted(Entries.BEFORE, Entries.BEFORE, line.hash()));
        String body = line.text().substring(0, line.text().indexOf(",\"hash\":"));
        assertThat(line.hash()).isEqualTo(Hash.of(body.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void every_change_of_any_byte_is_found() {
        byte[] line = LedgerLine.of(Entries.torn()).bytes();
        for (int at = 0; at < line.length; at++) {
            for (int value = 0; value < 256; value++) {
                byte[] changed = line.clone();
                changed[at] = (byte) value;
                if (!Arrays.equals(changed, line)) {
                    assertThat(LedgerLine.find(changed))
                            .as("byte %s as %s", at, value)
                            .isEmpty();
                }
            }
        }
    }

    @Test
    void a_space_that_means_nothing_in_json_counts_as_any_other_byte() {
        String line = LedgerLine.of(Entries.decision("Ana")).text();

        assertThat(LedgerLine.find(line.replaceFirst(":", ": ").getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
        assertThat(LedgerLine.find((line + " ").getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
        assertThat(LedgerLine.find(line.replace("}\"", "} \"").getBytes(StandardCharsets.UTF_8)))
                .as("nothing to replace")
                .isPresent();
    }

    @Test
    void a_line_is_what_its_schema_says() {
        for (LedgerEntry entry : List.of(
                Entries.decision("Ana"), Entries.maintained("Ana"), Entries.adjusted("Ana"), Entries.stopped("Ana"))) {
            assertThat(Schemas.faults(Schema.DECISION, LedgerLine.of(entry).text()))
                    .isEmpty();
        }
        assertThat(Schemas.faults(
                        Schema.DECISION_FIRST,
                        LedgerLine.of(Entries.first("Ana")).text()))
                .isEmpty();
        assertThat(Schemas.faults(
                        Schema.DECISION_ACTION,
                        LedgerLine.of(Entries.action("Ana")).text()))
                .isEmpty();
        assertThat(Schemas.faults(
                        Schema.DECISION_POLICY,
                        LedgerLine.of(Entries.policy("id: a")).text()))
                .isEmpty();
        for (LedgerEntry entry : List.of(Entries.approval("Ana"), Entries.firstApproval("Ana"))) {
            assertThat(Schemas.faults(Schema.APPROVAL, LedgerLine.of(entry).text()))
                    .isEmpty();
        }
        assertThat(Schemas.faults(
                        Schema.DECISION_TORN, LedgerLine.of(Entries.torn()).text()))
                .isEmpty();
        assertThat(Schemas.faults(Schema.DECISION, LedgerLine.of(Entries.torn()).text()))
                .isNotEmpty();
    }

    @Test
    void keys_that_a_later_version_adds_are_let_be() {
        String body = LedgerLine.of(Entries.torn()).text().replaceFirst(",\"hash\":.*", "") + ",\"more\":[1]";
        Hash hash = Hash.of(body.getBytes(StandardCharsets.UTF_8));
        byte[] line = "%s,\"hash\":\"%s\"}".formatted(body, hash).getBytes(StandardCharsets.UTF_8);

        assertThat(LedgerLine.find(line).orElseThrow().entry("it")).isEqualTo(Entries.torn());
    }

    @Test
    void an_entry_that_cannot_be_read_says_where_and_why() {
        String body = "{\"format\":\"roi-decision/9\",\"entry\":1,\"previous\":null";
        Hash hash = Hash.of(body.getBytes(StandardCharsets.UTF_8));
        LedgerLine line = LedgerLine.find(
                        "%s,\"hash\":\"%s\"}".formatted(body, hash).getBytes(StandardCharsets.UTF_8))
                .orElseThrow();

        assertThatThrownBy(() -> line.entry("decisions.jsonl:7"))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("ROI-S04 decisions.jsonl:7:1:11: /format: `roi-decision/9` is no format of an entry");
    }

    @Test
    void a_decision_that_nothing_closes_was_never_written_in_the_format_that_asks_for_it() {
        for (LedgerEntry entry : List.of(Entries.decision("Ana"), Entries.adjusted("Ana"), Entries.stopped("Ana"))) {
            String body = LedgerLine.of(entry)
                    .text()
                    .replaceFirst("\"(extension|ending)\":\\{[^}]*},|\"levers\":\\[[^\\]]*],", "")
                    .replaceFirst(",\"hash\":.*", "");
            Hash hash = Hash.of(body.getBytes(StandardCharsets.UTF_8));
            LedgerLine line = LedgerLine.find(
                            "%s,\"hash\":\"%s\"}".formatted(body, hash).getBytes(StandardCharsets.UTF_8))
                    .orElseThrow();

            assertThatThrownBy(() -> line.entry("it")).isInstanceOf(InvalidInput.class);
        }
    }

    @Test
    void documents_that_are_not_on_one_line_are_refused_before_they_are_kept() {
        LedgerEntry entry = Entries.decision("Ana");
        LedgerEntry spread = entry.content()
                .fold(
                        decision -> {
                            var basis = decision.record().basis();
                            var other = new dev.roi.core.Basis(
                                    basis.scope(),
                                    basis.month(),
                                    basis.language(),
                                    basis.policy(),
                                    basis.library(),
                                    basis.recommended(),
                                    basis.headline(),
                                    Json.write(JsonTest.review()),
                                    basis.scorecard());
                            var record = decision.record();
                            return new LedgerEntry(
                                    2,
                                    entry.previous(),
                                    new LedgerEntry.OfDecision(
                                            new dev.roi.core.DecisionRecord(
                                                    other, record.resolution(), record.actions(), record.answers()),
                                            1));
                        },
                        policy -> entry,
                        action -> entry,
                        approval -> entry,
                        torn -> entry);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> LedgerLine.of(spread))
                .withMessage("entry (2) would not be read again as it is");
    }
}
