package dev.roi.cli;

import dev.roi.core.PastDecision;
import dev.roi.ledger.Records;
import dev.roi.ledger.Replay;
import dev.roi.rules.Engine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;

/** {@code replay}: reviews recorded scorecards again. */
@CommandLine.Command(
        name = "replay",
        header = "Review every recorded scorecard again, and compare.",
        customSynopsis = "roi replay LEDGER",
        description = {
            "Reviews each recorded scorecard again with its recorded policy, and compares",
            "the record that comes of it with the one in the ledger, byte by byte. Nothing",
            "outside the ledger is read.",
            "",
            "A record names the version of the library that made it. Where the review",
            "differs and so does the version, that is what is said: a library may write a",
            "sentence otherwise. Where only the review differs, the ledger was written by",
            "other means than the library."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  roi replay decisions.jsonl"})
final class ReplayCommand implements Command {

    @Mixin
    private LedgerOf ledger = new LedgerOf();

    @Override
    public Status run(Session session) throws IOException {
        List<Replay> replays = new ArrayList<>();
        Records records = Records.in(ledger.find());
        session.remarkTornEnd(records);
        records.replay(replays::add);
        StringBuilder text = new StringBuilder();
        replays.forEach(replay -> append(text, replay));
        long same = replays.stream()
                .filter(replay -> replay.result() == Replay.Result.SAME)
                .count();
        text.append("%s, %s the same\n".formatted(VerifyCommand.counted(replays.size(), "record", "records"), same));
        session.print(text.toString());
        return same == replays.size() ? Status.DONE : Status.FOUND;
    }

    private static void append(StringBuilder text, Replay replay) {
        PastDecision past = replay.decision();
        text.append("Entry %s, %s %s, %s: %s\n"
                .formatted(
                        past.entry(), past.scope().level().word(), past.scope().id(), past.month(), words(replay)));
        replay.detail().ifPresent(detail -> text.append("  ").append(detail).append('\n'));
    }

    private static String words(Replay replay) {
        return switch (replay.result()) {
            case SAME -> "the same";
            case OTHER_VERSION ->
                "another version\n  Version %s of the library made the record, and this is version %s"
                        .formatted(replay.library(), Engine.version());
            case DIFFERENT ->
                "DIFFERENT\n  The same version of the library, %s, makes another record".formatted(replay.library());
        };
    }
}
