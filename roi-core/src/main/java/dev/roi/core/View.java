package dev.roi.core;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * What one reader sees of a review: the rows, reasons and answers of a view that the policy declares. It selects and
 * orders what the review knows, and decides nothing of its own. Immutable and safe for use by several threads.
 *
 * @param id the view
 * @param title what people call it
 * @param policy the policy it was made with
 * @param scope what was reviewed
 * @param month the reviewed month
 * @param language the language of its texts
 * @param decision the review's decision
 * @param decided the review's headline
 * @param headline the view in one line
 * @param levers what an adjustment acts on, in the policy's order
 * @param lines its rows, in order
 * @param questions what its reader asks, answered
 * @param reasons the review's reasons that rest on the view's indicators first of all, in order
 * @param unknown the view's indicators that are not known, in the policy's order
 * @param stopped since when the committee has had the scope stopped; nothing where it has not
 */
public record View(
        ViewId id,
        String title,
        PolicyRef policy,
        Scope scope,
        YearMonth month,
        Language language,
        Decision decision,
        String decided,
        String headline,
        List<Lever> levers,
        List<Line> lines,
        List<Answer> questions,
        List<Justification> reasons,
        List<UnknownIndicator> unknown,
        Optional<Stopped> stopped) {

    /** Copies the lists. {@inheritDoc} */
    public View {
        requireNonNull(id, "id");
        levers = List.copyOf(levers);
        lines = List.copyOf(lines);
        questions = List.copyOf(questions);
        reasons = List.copyOf(reasons);
        unknown = List.copyOf(unknown);
    }

    /**
     * Returns the view as a document, for Jackson: any of its mappers writes it from this.
     *
     * @return the document, as {@code dev.roi.core.json.Json} writes it
     */
    @JsonValue
    public Object document() {
        return Documented.document(this);
    }

    /**
     * A row, with the parts that the view asks for.
     *
     * @param row the row, as the dashboard has it
     * @param parts the parts of this month's readings, by indicator, dimension and name; may be empty
     */
    public record Line(Dashboard.Row row, List<Part> parts) {

        /** Copies the list. {@inheritDoc} */
        public Line {
            parts = List.copyOf(parts);
        }
    }

    /**
     * A part of a reading.
     *
     * @param indicator the indicator
     * @param dimension what its parts are
     * @param part the part
     * @param name what people call it
     * @param value its value
     * @param valueText its value with its unit, in the view's language
     */
    public record Part(
            IndicatorId indicator, Dimension dimension, String part, String name, Exact value, String valueText) {}

    /**
     * A question of the view's reader.
     *
     * @param question the question
     * @param answer its answer
     */
    public record Answer(String question, String answer) {}
}
