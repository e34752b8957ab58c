package dev.roi.cli;

import dev.roi.core.Language;
import dev.roi.core.Message;
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
final class ReplayCommand extends Speaking implements Command {

    @Mixin
    private LedgerOf ledger = new LedgerOf();

    @Override
    public Status run(Session session) throws IOException {
        List<Replay> replays = new ArrayList<>();
        Records recorded = Records.in(ledger.find());
        session.remarkTornEnd(recorded);
        recorded.replay(replays::add);
        StringBuilder text = new StringBuilder();
        replays.forEach(replay -> append(text, replay, session.language()));
        long same = replays.stream()
                .filter(replay -> replay.result() == Replay.Result.SAME)
                .count();
        Message records = replays.size() == 1 ? Message.of("1 record") : Message.of("%s records", replays.size());
        text.append((same == 1 ? Message.of("%s, 1 the same", records) : Message.of("%s, %s the same", records, same))
                        .in(session.language()))
                .append('\n');
        session.print(text.toString());
        return same == replays.size() ? Status.DONE : Status.FOUND;
    }

    private static void append(StringBuilder text, Replay replay, Language language) {
        PastDecision past = replay.decision();
        text.append(Message.of(
                                "Entry %s, %s %s, %s: %s",
                                past.entry(),
                                past.scope().level().word(),
                                past.scope().id(),
                                past.month(),
                                words(replay))
                        .in(language))
                .append('\n');
        replay.detail()
                .ifPresent(
                        detail -> text.append("  ").append(detail.in(language)).append('\n'));
    }

    private static Message words(Replay replay) {
        return switch (replay.result()) {
            case SAME -> Message.of("the same");
            case OTHER_VERSION ->
                Message.of(
                        "another version\n  Version %s of the library made the record, and this is version %s",
                        replay.library(), Engine.version());
            case DIFFERENT ->
                Message.of("DIFFERENT\n  The same version of the library, %s, makes another record", replay.library());
        };
    }
}
