package dev.roi.core.json;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.roi.core.Exact;
import dev.roi.core.Indicator;
import dev.roi.core.IndicatorId;
import dev.roi.core.IndicatorSet;
import dev.roi.core.PolicyDiff;
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
import java.math.BigDecimal;
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

    private static final ObjectWriter REVIEWS = writer(JsonInclude.Include.ALWAYS);
    private static final Format<Scorecard> SCORECARD = ScorecardFormat.in(Comparator.naturalOrder());
    private static final Format<Portfolio> PORTFOLIO = ScorecardFormat.portfolio();
    private static final ObjectWriter REVIEW_LINES =
            mapper(JsonInclude.Include.ALWAYS).writer();

    private Json() {}

    /**
     * Writes a review in the format {@code roi-review/1}.
     *
     * @param review the review
     * @return the document
     */
    public static String write(Review review) {
        return write(REVIEWS, ReviewDocument.of(requireNonNull(review, "review")));
    }

    /**
     * Writes a reader's view of a review in the format {@code roi-view/1}.
     *
     * @param view the view
     * @return the document
     */
    public static String write(View view) {
        return write(REVIEWS, ViewDocument.of(requireNonNull(view, "view")));
    }

    /**
     * Writes the reviews of a portfolio in the format {@code roi-portfolio-review/1}.
     *
     * @param review the reviews
     * @return the document
     */
    public static String write(PortfolioReview review) {
        return write(REVIEWS, PortfolioReviewDocument.of(requireNonNull(review, "review")));
    }

    /**
     * Writes the comparison of two policies in the format {@code roi-diff/1}.
     *
     * @param diff the comparison
     * @return the document
     */
    public static String write(PolicyDiff diff) {
        return write(REVIEWS, PolicyDiffDocument.of(requireNonNull(diff, "diff")));
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
        return write(SCORECARD, requireNonNull(scorecard, "scorecard"));
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
        return text(REVIEW_LINES, ReviewDocument.of(requireNonNull(review, "review")));
    }

    /**
     * Writes a scorecard in the format {@code roi-scorecard/1} on one line, as the record of a decision keeps it.
     *
     * @param scorecard the scorecard
     * @return the document, without spaces between its parts and without an end of line
     */
    public static String line(Scorecard scorecard) {
        return JsonSink.line(to -> SCORECARD.write(requireNonNull(scorecard, "scorecard"), to));
    }

    /** Writes an entry of a ledger on one line. */
    static String line(Object document) {
        return text(REVIEW_LINES, document);
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
        return JsonSink.lines(to -> shape.write(document, to)) + "\n";
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
        return JsonSink.lines(to -> write(document, to)) + "\n";
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

    /**
     * Writes what a check of a policy found in the format {@code roi-check/1}.
     *
     * @param report what was found
     * @return the document
     */
    public static String write(CheckReport report) {
        return write(REVIEWS, CheckDocument.of(requireNonNull(report, "report")));
    }

    private static String write(ObjectWriter writer, Object document) {
        return text(writer, document) + "\n";
    }

    private static String text(ObjectWriter writer, Object document) {
        try {
            return writer.writeValueAsString(document);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a document of our own can always be written", impossible);
        }
    }

    private static ObjectWriter writer(JsonInclude.Include inclusion) {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        Separators separators = Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withObjectEmptySeparator("")
                .withArrayEmptySeparator("");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(separators);
        printer.indentObjectsWith(lines);
        printer.indentArraysWith(lines);
        return mapper(inclusion).writer(printer);
    }

    private static JsonMapper mapper(JsonInclude.Include inclusion) {
        return JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .addModule(
                        new SimpleModule().addSerializer(new ExactSerializer()).addSerializer(new OptionalSerializer()))
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .defaultPropertyInclusion(JsonInclude.Value.construct(inclusion, JsonInclude.Include.ALWAYS))
                .build();
    }

    private static final class ExactSerializer extends StdSerializer<Exact> {

        private static final long serialVersionUID = 1L;

        ExactSerializer() {
            super(Exact.class);
        }

        @Override
        public void serialize(Exact number, JsonGenerator generator, SerializerProvider provider) throws IOException {
            BigDecimal exact = number.rounded(Limits.NUMBER_DECIMALS);
            boolean ends = Exact.of(exact).equals(number);
            generator.writeNumber((ends ? exact : number.rounded(ROUNDED_DECIMALS)).toPlainString());
        }
    }

    private static final class OptionalSerializer extends StdSerializer<Optional<?>> {

        private static final long serialVersionUID = 1L;

        OptionalSerializer() {
            super(Optional.class, false);
        }

        @Override
        public boolean isEmpty(SerializerProvider provider, Optional<?> value) {
            return value.isEmpty();
        }

        @Override
        public void serialize(Optional<?> value, JsonGenerator generator, SerializerProvider provider)
                throws IOException {
            if (value.isPresent()) {
                provider.defaultSerializeValue(value.get(), generator);
            } else {
                generator.writeNull();
            }
        }
    }
}
