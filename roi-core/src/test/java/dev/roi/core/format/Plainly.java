package dev.roi.core.format;

import dev.roi.core.Exact;
import dev.roi.core.Fault;
import dev.roi.core.Language;
import dev.roi.core.Message;
import dev.roi.core.Nearest;
import dev.roi.core.json.Documents;
import dev.roi.core.json.Faults;
import dev.roi.core.json.Limits;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is wrong with a document of a test, said plainly, and what was read of it all the same. */
final class Plainly extends Objections {

    private final Faults faults;

    private Plainly(Faults faults) {
        super(faults::add);
        this.faults = faults;
    }

    /** What was read of a document: its value, and a line for each fault. */
    record Result<T>(Optional<T> value, List<String> faults) {}

    static <T> Result<T> read(Shape<T> shape, String json) {
        Plainly plainly = new Plainly(new Faults());
        Optional<T> value = Documents.json("f", json.getBytes(StandardCharsets.UTF_8), Limits.SCORECARD, plainly.faults)
                .flatMap(root -> shape.read(root, plainly));
        return new Result<>(
                value, plainly.faults.list().stream().map(Plainly::line).toList());
    }

    private static String line(Fault fault) {
        return "%s:%s %s: %s%s"
                .formatted(
                        fault.place().line(),
                        fault.place().column(),
                        fault.place().pointer(),
                        fault.message(),
                        fault.help().map(help -> " " + help).orElse(""));
    }

    private static Objection objection(String message, Optional<Message> help) {
        return new Objection("ROI-T01", Message.verbatim(message), help);
    }

    @Override
    protected Objection unfit(Cursor value, Shape<?> wanted) {
        String kinds =
                wanted.kinds().stream().map(kind -> kind.in(Language.ENGLISH)).collect(Collectors.joining(" or "));
        return objection(
                "%s wanted, %s found".formatted(kinds, value.kind().in(Language.ENGLISH)),
                wanted.example().map(example -> Message.of("such as %s", example)));
    }

    @Override
    protected Objection unlike(String text, Spot at, Text<?> wanted) {
        return objection("unlike: " + text, Nearest.didYouMean(text, wanted.words()));
    }

    @Override
    protected Objection outside(Exact number, Spot at, Message wanted) {
        return objection("%s wanted, %s found".formatted(wanted, number), Optional.empty());
    }

    @Override
    protected Optional<Objection> unknownKey(String key, List<String> known) {
        return Optional.of(objection("unknown: " + key, Nearest.didYouMean(key, known)));
    }

    @Override
    protected Optional<Objection> missing(Field<?, ?> field, boolean isMisspelt) {
        return isMisspelt
                ? Optional.empty()
                : Optional.of(objection(
                        "missing: " + field.key(), field.shape().example().map(Message::verbatim)));
    }
}
