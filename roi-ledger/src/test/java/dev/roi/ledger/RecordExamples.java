package dev.roi.ledger;

import dev.roi.core.ActionId;
import dev.roi.core.Answer;
import dev.roi.core.Approval;
import dev.roi.core.Basis;
import dev.roi.core.Closing;
import dev.roi.core.Decision;
import dev.roi.core.DecisionRecord;
import dev.roi.core.Fault;
import dev.roi.core.Hash;
import dev.roi.core.IndicatorId;
import dev.roi.core.InvalidInput;
import dev.roi.core.Language;
import dev.roi.core.Level;
import dev.roi.core.LeverId;
import dev.roi.core.MonthAction;
import dev.roi.core.PolicyRef;
import dev.roi.core.Scope;
import dev.roi.core.json.LedgerEntry.OfPolicy;
import dev.roi.rules.Engine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Records and ledgers with the faults that the pages of their codes show, and without them. */
public final class RecordExamples {

    private static final YearMonth MAY = YearMonth.of(2026, 5);
    private static final Instant AT = Instant.parse("2026-06-05T09:30:00Z");
    private static final Closing TRAINING = new Closing.Adjustment(List.of(new LeverId("training")));
    private static final String SEAL = ",\"hash\":\"";

    private final Path file;

    /** Makes ledgers in a directory. */
    public RecordExamples(Path directory) {
        this.file = directory.resolve("decisions.jsonl");
    }

    /** What is said of the wrong example of a page. */
    public List<Fault> wrong(String code) {
        return code.startsWith("ROI-R") ? refused(() -> wrongRecord(code)) : ledger(code);
    }

    /** What is said of the right one. */
    public List<Fault> right(String code) {
        return code.startsWith("ROI-R") ? refused(() -> rightRecord(code)) : verified(lines -> {}, Optional.empty());
    }

    private void wrongRecord(String code) {
        switch (code) {
            case "ROI-R01" -> maintained(" ").build();
            case "ROI-R02" -> dropped(Optional.empty());
            case "ROI-R03" -> other().because("the pilot ends in June").build();
            case "ROI-R04" ->
                other().because("the pilot ends in June").secondedBy("ANA").build();
            case "ROI-R05" -> on(Decision.ADJUST, TRAINING, "Ana").build();
            case "ROI-R06" -> adjusted(MAY, "lead-time").build();
            case "ROI-R07" -> keep(adjusted(MAY.plusMonths(2), "leadtime").build(), "coding-agent");
            case "ROI-R08" -> answer(7);
            case "ROI-R09" -> keep(adjusted(MAY.plusMonths(2), "lead-time").build(), "assistant");
            case "ROI-R10" -> at(Instant.parse("2026-04-30T09:30:00Z"));
            case "ROI-R11" ->
                extended(List.of())
                        .because("the pilot ends in June")
                        .secondedBy("Jo")
                        .build();
            case "ROI-R12" -> again(MAY);
            case "ROI-R13" ->
                keep(
                        adjusted(new LeverId("trainings"), MAY.plusMonths(2), "lead-time")
                                .build(),
                        "coding-agent");
            case "ROI-R14" -> approved("ana");
            case "ROI-R15" -> approvedOther("1.0.0");
            default -> throw new IllegalArgumentException(code);
        }
    }

    private void rightRecord(String code) {
        switch (code) {
            case "ROI-R01" -> maintained("Ana").build();
            case "ROI-R02" -> dropped(Optional.of("the team was dissolved"));
            case "ROI-R03", "ROI-R04", "ROI-R11" ->
                other().because("the pilot ends in June").secondedBy("Jo").build();
            case "ROI-R05", "ROI-R06", "ROI-R07", "ROI-R09", "ROI-R13" ->
                keep(adjusted(MAY.plusMonths(2), "lead-time").build(), "coding-agent");
            case "ROI-R08" -> answer(2);
            case "ROI-R10" -> at(AT);
            case "ROI-R12" -> again(MAY.plusMonths(1));
            case "ROI-R14" -> approved("Jo");
            case "ROI-R15" -> approvedOther("1.1.0");
            default -> throw new IllegalArgumentException(code);
        }
    }

    private static void dropped(Optional<String> reason) {
        Answer answer = new Answer(ActionId.of(2), Answer.Outcome.DROPPED, reason, Optional.empty(), List.of());
        if (!answer.isEnd()) {
            throw new IllegalStateException("what is dropped has ended");
        }
    }

    private static DecisionRecord at(Instant when) {
        return DecisionRecord.on(basis(Decision.MAINTAIN), new Closing.Maintenance(), when, "Ana")
                .because("two months of gains are not three")
                .build();
    }

    private static DecisionRecord.Builder on(Decision recommended, Closing closing, String by) {
        return DecisionRecord.on(basis(recommended), closing, AT, by);
    }

    private static DecisionRecord.Builder maintained(String by) {
        return on(Decision.MAINTAIN, new Closing.Maintenance(), by).because("two months of gains are not three");
    }

    private static DecisionRecord.Builder extended(List<String> guardrails) {
        return on(Decision.MAINTAIN, new Closing.Extension("the payments teams", "Jo", guardrails), "Ana");
    }

    private static void again(YearMonth month) {
        Records records = Records.in(new MemoryLedger());
        records.append(Sample.record("Ana"), Sample.POLICY);
        records.decidedAlready(Sample.record("api-tests", month, "Ana", Optional.empty())
                        .basis())
                .ifPresent(fault -> {
                    throw new InvalidInput(List.of(fault));
                });
    }

    private static Basis basis(Decision recommended) {
        return new Basis(
                Scope.of(Level.WORKFLOW, "api-tests"),
                MAY,
                Language.ENGLISH,
                Engine.builtIn("coding-agent").policy().ref(),
                "0.1.0",
                recommended,
                "The headline",
                "{\"format\":\"roi-review/1\"}",
                "{\"format\":\"roi-scorecard/1\"}");
    }

    private static DecisionRecord.Builder other() {
        return extended(List.of("rework under 10 %"));
    }

    private static DecisionRecord.Builder adjusted(YearMonth due, String aim) {
        return adjusted(new LeverId("training"), due, aim);
    }

    private static DecisionRecord.Builder adjusted(LeverId lever, YearMonth due, String aim) {
        return on(Decision.ADJUST, new Closing.Adjustment(List.of(lever)), "Ana")
                .asking(new MonthAction("train the team", "Jo", due, List.of(new IndicatorId(aim))));
    }

    private static void keep(DecisionRecord record, String policy) {
        Records.in(new MemoryLedger()).append(record, Engine.builtIn(policy));
    }

    private static void answer(long entry) {
        Records records = Records.in(new MemoryLedger());
        records.append(Sample.record("Ana"), Sample.POLICY);
        Answer done = Answer.of(ActionId.of(entry), Answer.Outcome.DONE, "the team was trained");
        records.append(Sample.record("api-tests", MAY.plusMonths(1), "Ana", Optional.of(done)), Sample.POLICY);
    }

    /** Approves the version that Ana has approved. */
    private static void approved(String by) {
        Records records = Records.in(new MemoryLedger());
        records.append(approval("Ana", Sample.POLICY.policy()), Sample.POLICY);
        records.append(approval(by, Sample.POLICY.policy()), Sample.POLICY);
    }

    /** Approves another policy than the one that Ana has approved as version 1.0.0. */
    private static void approvedOther(String version) {
        Records records = Records.in(new MemoryLedger());
        records.append(approval("Ana", Sample.POLICY.policy()), Sample.POLICY);
        OfPolicy other = Sample.policy("1", version);
        records.append(approval("Ana", other.policy()), other);
    }

    private static Approval approval(String by, PolicyRef policy) {
        return Sample.approval(policy, by, MAY);
    }

    private static List<Fault> refused(Runnable attempt) {
        try {
            attempt.run();
            return List.of();
        } catch (InvalidInput refused) {
            return refused.faults();
        }
    }

    private interface Edit {
        void on(List<String> lines);
    }

    private List<Fault> ledger(String code) {
        return switch (code) {
            case "ROI-L01" ->
                verified(lines -> lines.set(1, lines.get(1).replace("\"Ana\"", "\"Eva\"")), Optional.empty());
            case "ROI-L02" -> verified(lines -> lines.remove(1), Optional.empty());
            case "ROI-L03" -> verified(lines -> lines.add(2, lines.get(1)), Optional.empty());
            case "ROI-L04" -> verified(lines -> lines.set(1, written("Eva").get(1)), Optional.empty());
            case "ROI-L05" -> verified(lines -> lines.add(1, "{\"format\":\"roi-dec#torn"), Optional.empty());
            case "ROI-L06" -> verified(lines -> lines.add("{\"format\":\"roi-dec"), Optional.empty());
            case "ROI-L07" -> verified(lines -> {}, Optional.of(new Hash("sha256:" + "0".repeat(64))));
            case "ROI-L08" ->
                verified(lines -> lines.set(1, sealed(lines.get(1).replaceFirst("/2\"", "/9\""))), Optional.empty());
            case "ROI-L09" ->
                verified(
                        lines -> lines.set(
                                1, sealed(lines.get(1).replace("\"decision\":\"adjust\"", "\"decision\":\"extend\""))),
                        Optional.empty());
            default -> throw new IllegalArgumentException(code);
        };
    }

    private static List<String> written(String by) {
        MemoryLedger ledger = new MemoryLedger();
        Records records = Records.in(ledger);
        for (String name : List.of(by, "Jo")) {
            records.append(Sample.record(name), Sample.POLICY);
        }
        return new ArrayList<>(ledger.lines.stream()
                .map(line -> new String(line, StandardCharsets.UTF_8))
                .toList());
    }

    private List<Fault> verified(Edit edit, Optional<Hash> head) {
        List<String> lines = written("Ana");
        int whole = lines.size();
        edit.on(lines);
        boolean isCut = lines.size() > whole && !lines.get(lines.size() - 1).endsWith("}");
        try {
            Files.writeString(file, String.join("\n", lines) + (isCut ? "" : "\n"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return Records.in(FileLedger.existing(file)).verify(head).faults();
    }

    /** A line whose hash is that of what it says now. */
    static String sealed(String line) {
        String body = line.substring(0, line.lastIndexOf(SEAL));
        return body + SEAL + Hash.of(body.getBytes(StandardCharsets.UTF_8)) + "\"}";
    }
}
