package dev.roi.governance.live;

import dev.roi.core.Approval;
import dev.roi.core.Approvals;
import dev.roi.core.Fault;
import dev.roi.rules.Engine;
import dev.roi.rules.policy.PolicyFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Policies in use with what the pages of the codes show, and without it. */
public final class ReloadExamples {

    private final PolicyDirectory directory;

    /** Begins with a whole policy in a directory. */
    public ReloadExamples(Path path) {
        try {
            this.directory = PolicyDirectory.copiedTo(path);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** What is said of the wrong example of a page. */
    public List<Fault> wrong(String code) {
        AtomicInteger reads = new AtomicInteger();
        return switch (code) {
            case "ROI-U01" ->
                reloaded(LivePolicy.of(directory.path())
                        .readBy(path -> {
                            if (reads.incrementAndGet() > 2) {
                                throw new UncheckedIOException(new IOException("stale file handle"));
                            }
                            return PolicyFiles.read(path);
                        })
                        .open());
            case "ROI-U02" ->
                reloaded(LivePolicy.of(directory.path())
                        .readBy(path -> {
                            int read = reads.incrementAndGet();
                            PolicyFiles files = PolicyFiles.read(path);
                            return read <= 2 ? files : files.with("scenarios/x.yaml", "about: %s".formatted(read));
                        })
                        .open());
            case "ROI-U03" -> {
                LivePolicy live = LivePolicy.open(directory.path());
                directory.write(
                        PolicyDirectory.THRESHOLDS,
                        directory
                                .read(PolicyDirectory.THRESHOLDS)
                                .replaceFirst("(adoption\\.low:\\s+value: )30", "$120"));
                yield live.reload().faults();
            }
            case "ROI-U04" -> {
                LivePolicy live = LivePolicy.open(directory.path());
                reloaded(live);
                live.rollBack();
                yield live.reload().faults();
            }
            case "ROI-U05" -> overtaken();
            case "ROI-U06" -> LivePolicy.open(directory.path()).rollBack().faults();
            case "ROI-U07" -> {
                List<Approvals.Recorded> approved = new ArrayList<>();
                LivePolicy.Settings settings =
                        LivePolicy.of(directory.path()).requireApproval(() -> new Approvals(approved), 2);
                approve(approved, "Ana Silva");
                approve(approved, "Jo Berg");
                LivePolicy live = settings.open();
                directory.setHighAdoption(60);
                approve(approved, "Ana Silva");
                yield live.reload().faults();
            }
            case "ROI-U99" ->
                reloaded(LivePolicy.of(directory.path())
                        .admitting((files, candidate) -> {
                            if (reads.incrementAndGet() > 1) {
                                IllegalStateException failure = new IllegalStateException("no answer");
                                failure.setStackTrace(new StackTraceElement[] {
                                    new StackTraceElement("com.example.Approvals", "ask", "Approvals.java", 12)
                                });
                                throw failure;
                            }
                            return List.of();
                        })
                        .open());
            default -> throw new IllegalArgumentException(code);
        };
    }

    private void approve(List<Approvals.Recorded> approved, String by) {
        approved.add(new Approvals.Recorded(
                approved.size() + 2L,
                new Approval(
                        Engine.load(directory.path()).policy().ref(),
                        Instant.parse("2026-06-02T09:30:00Z"),
                        by,
                        "Agreed",
                        YearMonth.of(2026, 6),
                        "0.1.0",
                        Optional.empty())));
    }

    private List<Fault> overtaken() {
        AtomicReference<Runnable> meanwhile = new AtomicReference<>(() -> {});
        LivePolicy live = LivePolicy.of(directory.path())
                .admitting((files, candidate) -> {
                    meanwhile.getAndSet(() -> {}).run();
                    return List.of();
                })
                .open();
        reloaded(live);
        meanwhile.set(live::rollBack);
        directory.setHighAdoption(65);
        return live.reload().faults();
    }

    /** What is said of the right one: a change that is put in use, and can be rolled back from. */
    public List<Fault> right() {
        LivePolicy live = LivePolicy.open(directory.path());
        List<Fault> faults = reloaded(live);
        return faults.isEmpty() ? live.rollBack().faults() : faults;
    }

    private List<Fault> reloaded(LivePolicy live) {
        directory.setHighAdoption(60);
        return live.reload().faults();
    }
}
