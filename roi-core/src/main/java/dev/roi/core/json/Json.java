package dev.roi.core.json;

import static java.util.Objects.requireNonNull;

import dev.roi.core.Exact;
import dev.roi.core.Indicator;
import dev.roi.core.IndicatorId;
import dev.roi.core.IndicatorSet;
import dev.roi.core.InvalidInput;
import dev.roi.core.PolicyDiff;
import dev.roi.core.PolicyLog;
import dev.roi.core.Portfolio;
import dev.roi.core.PortfolioReview;
import dev.roi.core.Review;
import dev.roi.core.Scorecard;
import dev.roi.core.View;
import dev.roi.core.format.Cursor;
import dev.roi.core.format.Format;
import dev.roi.core.format.Shape;
import dev.roi.core.format.Sink;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes reviews, comparisons and scorecards as JSON, the same bytes for equal objects: keys in the order of the format, two spaces
 * of indentation, a line feed after every line and after the last, characters beyond ASCII as they are.
 *
 * <p>Numbers are written plainly, never with an exponent, and exactly where {@value Limits#NUMBER_DECIMALS} decimals
 * suffice; otherwise they are {@linkplain Exact#rounded(int) rounded} to {@value #ROUNDED_DECIMALS}. In a review and a
 * comparison every key is always there, and null where there is nothing to say; in a scorecard it is left out.
 */
public final class Json {

    /** The decimals of a number that does not end within {@value Limits#NUMBER_DECIMALS}. */
    public static final int ROUNDED_DECIMALS = 6;

    private static final Format<Portfolio> PORTFOLIO = ScorecardFormat.portfolio();

    /** What was written may be long; nesting and names may not. */
    private static final Limits WRITTEN =
            new Limits(256L * 1024 * 1024, 40, 16_000_000, 2_000_000, 1_000, Limits.DECIMALS_KEPT);

    private Json() {}

    /**
     * Writes a review in the format {@code roi-review/1}.
     *
     * @param review the review
     * @return the document
     */
    public static String write(Review review) {
        return write(ReviewFormat.REVIEW, requireNonNull(review, "review"));
    }

    /**
     * Writes a review in the format {@code roi-review/1} as UTF-8, without a text in between. The stream stays open.
     *
     * @param review the review
     * @param stream where to
     * @throws IOException when the stream cannot be written to
     */
    public static void write(Review review, OutputStream stream) throws IOException {
        requireNonNull(review, "review");
        JsonSink.lines(to -> ReviewFormat.REVIEW.write(review, to), requireNonNull(stream, "stream"));
    }

    /**
     * Writes the reviews of a portfolio in the format {@code roi-portfolio-review/1} as UTF-8, without a text in between. The
     * stream stays open.
     *
     * @param review the reviews
     * @param stream where to
     * @throws IOException when the stream cannot be written to
     */
    public static void write(PortfolioReview review, OutputStream stream) throws IOException {
        requireNonNull(review, "review");
        JsonSink.lines(to -> PortfolioFormat.PORTFOLIO.write(review, to), requireNonNull(stream, "stream"));
    }

    /**
     * Writes a reader's view of a review in the format {@code roi-view/1}.
     *
     * @param view the view
     * @return the document
     */
    public static String write(View view) {
        return write(ViewFormat.VIEW, requireNonNull(view, "view"));
    }

    /**
     * Writes the reviews of a portfolio in the format {@code roi-portfolio-review/1}.
     *
     * @param review the reviews
     * @return the document
     */
    public static String write(PortfolioReview review) {
        return write(PortfolioFormat.PORTFOLIO, requireNonNull(review, "review"));
    }

    /**
     * Writes the comparison of two policies in the format {@code roi-diff/1}.
     *
     * @param diff the comparison
     * @return the document
     */
    public static String write(PolicyDiff diff) {
        return write(DiffFormat.FORMAT, requireNonNull(diff, "diff"));
    }

    /**
     * Writes the log of a policy.
     *
     * @param log the log
     * @return a document {@code roi-policy-log/1}
     */
    public static String write(PolicyLog log) {
        return write(ApprovalFormat.LOG, requireNonNull(log, "log"));
    }

    /**
     * Writes a scorecard in the format {@code roi-scorecard/1}. What was read and is written is equal when it is read
     * again. Of what was built in Java, numbers that do not end within {@value Limits#NUMBER_DECIMALS} decimals are
     * rounded, and a reading that is unknown for another unit's sake is written as not reported.
     *
     * @param scorecard the scorecard
     * @return the document
     */
    public static String write(Scorecard scorecard) {
        return write(ScorecardFormat.WRITTEN, requireNonNull(scorecard, "scorecard"));
    }

    /**
     * Writes a scorecard in the format {@code roi-scorecard/1}, for people to fill in: its indicators come in the order of
     * their set rather than of their names.
     *
     * @param scorecard the scorecard
     * @param indicators what the policy measures
     * @return the document
     */
    public static String write(Scorecard scorecard, IndicatorSet indicators) {
        List<IndicatorId> order =
                indicators.indicators().stream().map(Indicator::id).toList();
        Comparator<IndicatorId> byPlace =
                Comparator.comparing(id -> order.contains(id) ? order.indexOf(id) : order.size());
        return write(ScorecardFormat.in(byPlace.thenComparing(Comparator.naturalOrder())), scorecard);
    }

    /**
     * Writes a portfolio in the format {@code roi-portfolio/1}.
     *
     * @param portfolio the portfolio
     * @return the document
     */
    public static String write(Portfolio portfolio) {
        return write(PORTFOLIO, requireNonNull(portfolio, "portfolio"));
    }

    /**
     * Writes a review in the format {@code roi-review/1} on one line, as the record of a decision keeps it.
     *
     * @param review the review
     * @return the document, without spaces between its parts and without an end of line
     */
    public static String line(Review review) {
        return JsonSink.line(to -> ReviewFormat.REVIEW.write(requireNonNull(review, "review"), to));
    }

    /**
     * Writes a scorecard in the format {@code roi-scorecard/1} on one line, as the record of a decision keeps it.
     *
     * @param scorecard the scorecard
     * @return the document, without spaces between its parts and without an end of line
     */
    public static String line(Scorecard scorecard) {
        return JsonSink.line(to -> ScorecardFormat.WRITTEN.write(requireNonNull(scorecard, "scorecard"), to));
    }

    /**
     * Reads a review that {@link #write(Review)}, {@link #line(Review)} or any Jackson wrote. Written again it is the same
     * document; it is equal to the review that was written, but for numbers that had been rounded, and for what it
     * follows up on, which stands whole in the ledger and is not read from here. Keys that are not known are let be: later
     * versions may add some.
     *
     * @param document a document {@code roi-review/1}
     * @return the review
     * @throws InvalidInput when it is none, with every fault and its place
     */
    public static Review readReview(String document) {
        return read("the review", document, ReviewFormat.REVIEW);
    }

    /**
     * Reads the reviews of a portfolio, as {@link #readReview} reads one.
     *
     * @param document a document {@code roi-portfolio-review/1}
     * @return the reviews
     * @throws InvalidInput when it is none, with every fault and its place
     */
    public static PortfolioReview readPortfolioReview(String document) {
        return read("the portfolio review", document, PortfolioFormat.PORTFOLIO);
    }

    private static <T> T read(String source, String document, Format<T> format) {
        Faults faults = new Faults();
        Optional<T> read = Documents.json(source, document.getBytes(StandardCharsets.UTF_8), WRITTEN, faults)
                .flatMap(root -> format.read(root, new LaterKeys(faults)));
        faults.throwIfAny();
        return read.orElseThrow();
    }

    /**
     * Puts a document of another format together for any Jackson to write, of either generation: keys in their order, nulls
     * too, numbers without an exponent.
     *
     * @param shape the format, or another shape
     * @param document what is written
     * @param <T> what the document stands for
     * @return the document
     */
    public static <T> Object tree(Shape<T> shape, T document) {
        requireNonNull(document, "document");
        return TreeSink.tree(to -> shape.write(document, to));
    }

    /**
     * Puts a document of another format together for any Jackson to write, as {@link #tree(Shape, Object)} does.
     *
     * @param document the document, made as {@link #write(Map)} takes it
     * @return the document
     */
    public static Object tree(Map<String, ?> document) {
        requireNonNull(document, "document");
        return TreeSink.tree(to -> write(document, to));
    }

    /** Writes what was read on one line. */
    static String line(Cursor value) {
        return JsonSink.line(to -> to.copy(value));
    }

    /**
     * Writes a document of another format.
     *
     * @param shape the format, or another shape
     * @param document what is written
     * @param <T> what the document stands for
     * @return the document
     */
    public static <T> String write(Shape<T> shape, T document) {
        requireNonNull(document, "document");
        return JsonSink.lines(to -> shape.write(document, to));
    }

    /**
     * Writes a document of another format, put together from maps with texts as keys, lists, texts, booleans, whole
     * numbers, {@link Exact} numbers, and optionals of these, which are null where they are empty.
     *
     * @param document the document; its keys are written in the map's order
     * @return the document
     */
    public static String write(Map<String, ?> document) {
        requireNonNull(document, "document");
        return JsonSink.lines(to -> write(document, to));
    }

    private static void write(Object value, Sink to) {
        if (value instanceof Map<?, ?> fields) {
            to.beginObject();
            fields.forEach((key, field) -> {
                to.key(String.valueOf(key));
                write(field, to);
            });
            to.endObject();
        } else if (value instanceof Iterable<?> items) {
            to.beginList();
            items.forEach(item -> write(item, to));
            to.endList();
        } else if (value instanceof Optional<?> maybe) {
            maybe.ifPresentOrElse(there -> write(there, to), to::nothing);
        } else if (value instanceof Boolean flag) {
            to.flag(flag);
        } else if (value instanceof Exact number) {
            to.number(number);
        } else if (value instanceof Number whole) {
            to.number(Exact.of(whole.longValue()));
        } else {
            to.text((String) value);
        }
    }
}
