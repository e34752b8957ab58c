package dev.roi.core;

import dev.roi.core.PolicyDiff.Aspect;
import dev.roi.core.PolicyDiff.Change;
import dev.roi.core.PolicyDiff.Flip;
import dev.roi.core.PolicyDiff.Happening;
import dev.roi.core.PolicyDiff.Kind;
import dev.roi.core.PolicyDiff.Mistake;
import dev.roi.core.PolicyDiff.Move;
import dev.roi.core.PolicyDiff.NoteChange;
import dev.roi.core.PolicyDiff.Past;
import dev.roi.core.PolicyDiff.Recency;
import dev.roi.core.PolicyDiff.Refusal;
import dev.roi.core.PolicyDiff.Side;
import dev.roi.core.PolicyDiff.Stay;
import dev.roi.core.PolicyDiff.Subject;
import dev.roi.core.PolicyDiff.Tally;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Comparisons of two policies that say everything a comparison can say. */
public final class SampleDiff {

    private static final PolicyRef BEFORE = ref("small", "1.0.0", "0");
    private static final PolicyRef AFTER = ref("pilot", "2.0.0", "1");
    private static final Subject HIGH = new Subject(Kind.THRESHOLD, "adoption.high");
    private static final Subject DISPERSED = new Subject(Kind.THRESHOLD, "usage.dispersed");
    private static final Subject RULE = new Subject(Kind.RULE, "low-adoption");
    private static final Subject MONTHS = new Subject(Kind.MONTHS, "delivery-improved");
    private static final YearMonth APRIL = YearMonth.of(2026, 4);
    private static final YearMonth MAY = YearMonth.of(2026, 5);

    private SampleDiff() {}

    private static PolicyRef ref(String id, String version, String digit) {
        return new PolicyRef(new PolicyId(id), version, new Fingerprint("sha256:" + digit.repeat(64)));
    }

    /** Two policies that are the same. */
    public static PolicyDiff same() {
        return new PolicyDiff(
                new Side(BEFORE, "Small"), new Side(BEFORE, "Small"), Language.ENGLISH, List.of(), Optional.empty());
    }

    /** Changes that were not held against past decisions. */
    public static PolicyDiff changesOnly() {
        PolicyDiff full = full(Language.ENGLISH);
        return new PolicyDiff(full.before(), full.after(), full.language(), full.changes(), Optional.empty());
    }

    /** Changes that change no decision, of a policy that kept its name and version. */
    public static PolicyDiff harmless() {
        Past past = new Past(
                2,
                7,
                Optional.of(APRIL),
                Optional.of(MAY),
                List.of(),
                stays(),
                List.of(),
                List.of(),
                Map.of(),
                Map.of(),
                List.of());
        return new PolicyDiff(
                new Side(BEFORE, "Small"),
                new Side(ref("small", "1.0.0", "2"), "Small"),
                Language.ENGLISH,
                List.of(threshold(HIGH, "70%", "75%", "dispersed-usage")),
                Optional.of(past));
    }

    /** Everything that a comparison can say. */
    public static PolicyDiff full(Language language) {
        return new PolicyDiff(
                new Side(BEFORE, "Small policy"),
                new Side(AFTER, "Pilot of the *payments* team"),
                language,
                List.of(
                        new Change(
                                new Subject(Kind.POLICY, ""),
                                Happening.CHANGED,
                                "",
                                List.of(changed("id", "small", "pilot"), changed("version", "1.0.0", "2.0.0")),
                                List.of()),
                        threshold(HIGH, "70%", "60%", "dispersed-usage"),
                        threshold(DISPERSED, "50%", "60%", "dispersed-usage"),
                        new Change(
                                RULE,
                                Happening.CHANGED,
                                "low adoption",
                                List.of(
                                        new Aspect(
                                                "condition",
                                                Optional.of("Latest( indicator == \"adoption-rate\", value <"
                                                        + " adoption.low )"),
                                                Optional.of(
                                                        "Latest( indicator == \"adoption-rate\", value <= adoption.low"
                                                                + " )"),
                                                Optional.of("Adoption, last known value: below 30% (adoption.low)"),
                                                Optional.of("Adoption, last known value: at most 30% (adoption.low)")),
                                        new Aspect(
                                                "condition",
                                                Optional.empty(),
                                                Optional.of("not Scope( level == \"team\" )"),
                                                Optional.empty(),
                                                Optional.of("there is not: the scope: level team")),
                                        new Aspect("law", Optional.of("7"), Optional.empty())),
                                List.of()),
                        new Change(
                                new Subject(Kind.RULE, "old-rule"),
                                Happening.REMOVED,
                                "an old rule",
                                List.of(new Aspect("says", Optional.of("note"), Optional.empty())),
                                List.of()),
                        new Change(
                                new Subject(Kind.INDICATOR, "deployments"),
                                Happening.ADDED,
                                "Deployments",
                                List.of(new Aspect("block", Optional.empty(), Optional.of("delivery"))),
                                List.of()),
                        new Change(
                                MONTHS,
                                Happening.CHANGED,
                                "",
                                List.of(changed("unknown-months", "ends", "skips")),
                                List.of()),
                        new Change(
                                new Subject(Kind.VIEW, "dashboard"),
                                Happening.CHANGED,
                                "",
                                List.of(new Aspect("item", Optional.of("review-time"), Optional.empty())),
                                List.of()),
                        new Change(
                                new Subject(Kind.TEXT, "en/rules/low-adoption/headline"),
                                Happening.CHANGED,
                                "",
                                List.of(changed("text", "low adoption", "few | people\u202e")),
                                List.of())),
                Optional.of(past()));
    }

    private static List<Stay> stays() {
        Scope team = new Scope(Level.TEAM, "claims", "Claims", Optional.empty());
        Lever training = new Lever(new LeverId("training"), "Training", "train");
        Lever workflow = new Lever(new LeverId("workflow"), "Workflow", "move");
        RuleId rule = new RuleId("low-adoption");
        return List.of(
                new Stay(
                        team,
                        APRIL,
                        Recency.EARLIER,
                        Decision.ADJUST,
                        List.of(training),
                        List.of(workflow),
                        List.of(),
                        List.of(),
                        List.of(rule)),
                new Stay(
                        team,
                        MAY,
                        Recency.LATEST,
                        Decision.MAINTAIN,
                        List.of(),
                        List.of(),
                        List.of(rule),
                        List.of(new RuleId("raised-now")),
                        List.of()));
    }

    private static Past past() {
        Scope tests = new Scope(Level.WORKFLOW, "api-tests", "API tests", Optional.empty());
        Scope team = new Scope(Level.TEAM, "payments", "Équipe Paiements", Optional.empty());
        return new Past(
                4,
                23,
                Optional.of(YearMonth.of(2025, 12)),
                Optional.of(MAY),
                List.of(
                        flip(tests, APRIL, Decision.EXTEND, Decision.ADJUST, List.of(List.of(HIGH))),
                        flip(tests, MAY, Decision.EXTEND, Decision.ADJUST, List.of(List.of(HIGH, DISPERSED))),
                        flip(team, APRIL, Decision.MAINTAIN, Decision.ADJUST, List.of(List.of(HIGH), List.of(RULE))),
                        flip(team, MAY, Decision.STOP, Decision.MAINTAIN, List.of())),
                stays(),
                List.of(new IndicatorId("deployments")),
                List.of(new Refusal(
                        new Scope(Level.PORTFOLIO, "all", "All teams", Optional.empty()),
                        AFTER,
                        List.of(new Fault(
                                "ROI-S21",
                                Fault.Severity.ERROR,
                                new Fault.Place("", 0, 0, "/snapshots/0/readings/budget-consumed"),
                                "value 72 is outside the range of `budget-consumed`, 0 to 60",
                                Optional.empty())))),
                Map.of(
                        Decision.STOP, new Tally(1, 0),
                        Decision.ADJUST, new Tally(12, 15),
                        Decision.MAINTAIN, new Tally(6, 6),
                        Decision.EXTEND, new Tally(4, 2)),
                Map.of(
                        new Move(Decision.EXTEND, Decision.ADJUST), new Mistake(Exact.of(2), Exact.of(6)),
                        new Move(Decision.MAINTAIN, Decision.ADJUST), new Mistake(Exact.ONE, Exact.of("2.5"))),
                List.of(new NoteChange(
                        MAY,
                        new RuleId("extends-a-stopped-scope"),
                        List.of(team, new Scope(Level.PORTFOLIO, "all", "All teams", Optional.empty())),
                        Happening.REMOVED,
                        "All teams should be extended, while Équipe Paiements, part of it, should stop.")));
    }

    private static Flip flip(
            Scope scope, YearMonth month, Decision before, Decision after, List<List<Subject>> causes) {
        return new Flip(
                scope,
                month,
                month.equals(MAY) ? Recency.LATEST : Recency.EARLIER,
                new Move(before, after),
                "%s: the first reason before".formatted(before.word()),
                "%s: the first reason after".formatted(after.word()),
                causes,
                List.of(new RuleId("silent-now")),
                List.of(new RuleId("dispersed-usage")));
    }

    private static Change threshold(Subject subject, String before, String after, String rule) {
        return new Change(
                subject,
                Happening.CHANGED,
                "",
                List.of(changed("value", before, after), changed("because", "so it is", "so it is now")),
                List.of(new RuleId(rule)));
    }

    private static Aspect changed(String name, String before, String after) {
        return new Aspect(name, Optional.of(before), Optional.of(after));
    }
}
