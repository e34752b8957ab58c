package dev.roi.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roi.core.ActionId;
import dev.roi.core.Answer;
import dev.roi.core.Closing;
import dev.roi.core.Decision;
import dev.roi.core.Dissent;
import dev.roi.core.Exact;
import dev.roi.core.FollowUp;
import dev.roi.core.Hash;
import dev.roi.core.IndicatorId;
import dev.roi.core.Language;
import dev.roi.core.Level;
import dev.roi.core.LeverId;
import dev.roi.core.Minutes;
import dev.roi.core.MonthAction;
import dev.roi.core.PastAction;
import dev.roi.core.PastDecision;
import dev.roi.core.Resolution;
import dev.roi.core.Scope;
import dev.roi.core.Unit;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MinutesReportTest {

    private static final YearMonth APRIL = YearMonth.of(2026, 4);
    private static final YearMonth MAY = YearMonth.of(2026, 5);
    private static final Hash HEAD = new Hash("sha256:" + "ab".repeat(32));
    private static final IndicatorId LEAD_TIME = new IndicatorId("lead-time");

    private static PastDecision decided(
            long entry, String scope, YearMonth month, Closing closing, Optional<String> committee, String... actions) {
        return new PastDecision(
                entry,
                new Scope(Level.TEAM, scope, "Team <" + scope + ">", Optional.empty()),
                month,
                Decision.ADJUST,
                "Adjust: review time worse than before",
                new Resolution(
                        closing,
                        Instant.parse("2026-06-01T09:30:00Z"),
                        "Ana Silva",
                        Optional.of("The pilot ends"),
                        Optional.of("Jo Berg"),
                        committee,
                        List.of("Zoé"),
                        List.of(new Dissent("Max", "Too early"))),
                IntStream.range(0, actions.length)
                        .mapToObj(at -> new PastAction(
                                new ActionId(entry, at + 1),
                                new MonthAction(
                                        actions[at], "Jo, and; others", month.plusMonths(2), List.of(LEAD_TIME)),
                                List.of()))
                        .toList());
    }

    private static PastAction.Answered answered(long entry, Answer answer) {
        return new PastAction.Answered(entry, APRIL, Instant.parse("2026-05-20T09:30:00Z"), "Zoé", answer);
    }

    private static List<PastDecision> ledger() {
        FollowUp.Movement same = new FollowUp.Movement(
                LEAD_TIME,
                "Lead time",
                FollowUp.Course.SAME,
                Optional.of(Exact.of("8")),
                Optional.of(Exact.of("8.1")),
                Optional.of(new Unit("days")),
                "8 days",
                "8.1 days",
                Optional.empty());
        PastDecision april = decided(
                        2,
                        "payments",
                        APRIL,
                        new Closing.Adjustment(List.of(new LeverId("training"), new LeverId("of-their-own"))),
                        Optional.of("Investments"),
                        "Train the team",
                        "Tie every use to a ticket",
                        "Later")
                .answered(answered(
                        3,
                        Answer.of(ActionId.of(2), Answer.Outcome.DONE, "All of them came")
                                .with(List.of(same))))
                .answered(answered(
                        4,
                        new Answer(
                                new ActionId(2, 2),
                                Answer.Outcome.MOVED,
                                Optional.of("Holidays"),
                                Optional.of(YearMonth.of(2026, 8)),
                                List.of())))
                .answered(answered(9, Answer.of(new ActionId(2, 3), Answer.Outcome.DROPPED, "After the meeting")));
        return List.of(
                april,
                decided(
                        5,
                        "payments",
                        MAY,
                        new Closing.Extension("All teams", "Eva", List.of("Rework under 10%", "Budget under 80%")),
                        Optional.of("Investments"),
                        "Tell them\nsoon"),
                decided(
                        6,
                        "search",
                        MAY,
                        new Closing.Ending("The agent", "Review is the limit"),
                        Optional.of("Other")));
    }

    private static Minutes minutes(YearMonth month, Optional<String> committee) {
        return Minutes.of(ledger(), month, committee, HEAD, 9);
    }

    @Test
    void minutes_say_who_what_why_by_whom_and_where_the_ledger_ends() {
        assertThat(Report.of(minutes(MAY, Optional.empty()), Language.ENGLISH).text())
                .isEqualTo("""
                        Minutes: decisions on May 2026
                        ==============================
                        Decided on:  1 June 2026
                        Present:     Ana Silva, Jo Berg, Zoé and Max

                        Decisions
                        ---------
                        - Team <payments> (team payments): Extend; the recommendation was: Adjust
                          - Recommended: Adjust: review time worse than before
                          - Reason: The pilot ends
                          - Countersigned by Jo Berg
                          - Extends to: All teams; Eva answers for it
                          - Guardrail: Rework under 10%
                          - Guardrail: Budget under 80%
                          - Max disagreed: Too early
                          - Entry 5, recorded by Ana Silva, 1 June 2026, 09:30 UTC
                        - Team <search> (team search): Stop; the recommendation was: Adjust
                          - Recommended: Adjust: review time worse than before
                          - Reason: The pilot ends
                          - Countersigned by Jo Berg
                          - Stops: The agent
                          - Learned: Review is the limit
                          - Max disagreed: Too early
                          - Entry 6, recorded by Ana Silva, 1 June 2026, 09:30 UTC

                        Actions agreed
                        --------------
                        - 5: Team <payments> (team payments): Tell them soon - Jo, and; others, due July
                          2026

                        What became of earlier actions
                        ------------------------------
                        - 2: Team <payments> (team payments): Train the team - Jo, and; others, due June
                          2026
                          - Done (entry 3, 20 May 2026): All of them came
                          - Lead time: 8 days, now 8.1 days - unchanged
                          - Warning: nothing that it aimed at has improved
                        - 2.2: Team <payments> (team payments): Tie every use to a ticket - Jo, and;
                          others, due August 2026, moved from June 2026
                          - Moved to August 2026 (entry 4, 20 May 2026): Holidays

                        Still open from earlier meetings
                        --------------------------------
                        - Open: Team <payments> (team payments): Tie every use to a ticket - Jo, and;
                          others, due August 2026, moved from June 2026 (entry 2.2)

                        Head of the ledger:
                        sha256:abababababababababababababababababababababababababababababababab (entry
                        9). Whoever keeps these minutes can tell with it whether the ledger was changed.
                        """);
    }

    @Test
    void the_same_in_french_as_markdown_and_as_a_page() {
        Report french = Report.of(minutes(APRIL, Optional.empty()), Language.FRENCH);

        assertThat(french.markdown())
                .contains(
                        "# Compte rendu\u00a0: décisions pour avril 2026",
                        "- Présents\u00a0: Ana Silva, Jo Berg, Zoé et Max",
                        "Agit sur\u00a0: formation et of-their-own",
                        "Désaccord de Max\u00a0: Too early")
                .doesNotContain("<payments>");
        assertThat(french.html())
                .contains("<html lang=\"fr\"", "Actions décidées")
                .doesNotContain("<payments>");
        assertThat(Report.of(minutes(MAY, Optional.empty()), Language.FRENCH).text())
                .contains("1er juin 2026", "Reporté à août 2026", "Attention\u00a0: rien de ce qu’elle visait");
    }

    @Test
    void a_committee_reads_its_own_decisions_only() {
        assertThat(Report.of(minutes(MAY, Optional.of("Investments")), Language.ENGLISH)
                        .text())
                .contains("Committee:   Investments", "Team <payments>")
                .doesNotContain("Team <search>");
    }

    private static List<String> calendar() {
        return Stream.of(ActionCalendar.of(minutes(MAY, Optional.empty()), Language.ENGLISH)
                        .split("\r\n", -1))
                .toList();
    }

    @Test
    void open_actions_are_events_of_a_calendar_that_move_with_them() {
        assertThat(calendar())
                .startsWith("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//roi//actions//EN", "METHOD:PUBLISH")
                .endsWith("END:VCALENDAR", "")
                .containsSubsequence(
                        "BEGIN:VEVENT",
                        "UID:team-payments-2026-05-5-1@roi",
                        "SEQUENCE:0",
                        "DTSTART;VALUE=DATE:20260731",
                        "DTEND;VALUE=DATE:20260801",
                        "SUMMARY:Jo\\, and\\; others: Tell them\\nsoon",
                        "END:VEVENT",
                        "BEGIN:VEVENT",
                        "UID:team-payments-2026-04-2-2@roi",
                        "DTSTAMP:20260520T093000Z",
                        "SEQUENCE:1",
                        "DTSTART;VALUE=DATE:20260831",
                        "END:VEVENT");
    }

    @Test
    void lines_of_a_calendar_are_folded_between_characters_at_75_bytes() {
        PastDecision past =
                decided(2, "payments", APRIL, new Closing.Maintenance(), Optional.empty(), "é👩‍👩‍👧‍👦\\".repeat(80));
        String calendar =
                ActionCalendar.of(Minutes.of(List.of(past), APRIL, Optional.empty(), HEAD, 2), Language.FRENCH);

        for (String line : calendar.split("\r\n", -1)) {
            byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
            assertThat(bytes).hasSizeLessThanOrEqualTo(75);
            assertThat(new String(bytes, StandardCharsets.UTF_8))
                    .as("no character is cut")
                    .doesNotContain("\ufffd");
            assertThat(line.codePoints()).noneMatch(Character::isISOControl);
        }
        assertThat(calendar.replace("\r\n ", ""))
                .contains("SUMMARY:Jo\\, and\\; others\u00a0: " + "é👩‍👩‍👧‍👦\\\\".repeat(80) + "\r\n");
        assertThat(calendar.replace("\r\n", "")).doesNotContain("\n").doesNotContain("\r");
    }
}
