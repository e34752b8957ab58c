package dev.roi.cli;

import dev.roi.core.Dashboard;
import dev.roi.core.Decision;
import dev.roi.core.FollowUp;
import dev.roi.core.Justification;
import dev.roi.core.Language;
import dev.roi.core.Lever;
import dev.roi.core.Message;
import dev.roi.core.PastAction;
import dev.roi.core.Review;
import dev.roi.core.UnknownIndicator;
import dev.roi.imports.table.TableText;
import dev.roi.imports.table.WorkbookText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reviews for who works in spreadsheets. The first table is prepared for {@code roi decide --decisions}: a row for each
 * scope, to be filled in; what a column whose name begins with # says is for people, and is not read.
 */
final class ReviewSheets {

    private static final List<String> WHOSE = List.of("scope_level", "scope_id", "scope_name", "month");

    private final List<Review> reviews;
    private final Language language;

    ReviewSheets(List<Review> reviews, Language language) {
        this.reviews = List.copyOf(reviews);
        this.language = language;
    }

    /** Writes the table of decisions, to be filled in. */
    byte[] csv() {
        return TableText.csv(prepared(), decisions()).getBytes(StandardCharsets.UTF_8);
    }

    /** Writes a workbook: the decisions to be filled in, the dashboard, reasons, what is unknown, and open actions. */
    byte[] workbook() {
        return new WorkbookText("roi-review/1")
                .choice(
                        "decision",
                        Stream.of(Decision.values())
                                .map(decision -> decision.said().in(language))
                                .toList())
                .numbers("value")
                .numbers("baseline")
                .numbers("entry")
                .sheet("decisions", prepared(), decisions())
                .sheet(
                        "dashboard",
                        whose("block", "indicator", "name", "value", "unit", "baseline", "trend", "note"),
                        rows(ReviewSheets::dashboard))
                .sheet("reasons", whose("effect", "rule", "lever", "text"), rows(ReviewSheets::reasons))
                .sheet("unknown", whose("indicator", "name", "reason", "note"), rows(ReviewSheets::unknown))
                .sheet("actions", whose("action", "text", "action_owner", "due"), rows(ReviewSheets::actions))
                .bytes();
    }

    /** What was recommended stands beside where the decision belongs. */
    private List<String> prepared() {
        List<String> columns = new ArrayList<>(DecisionRows.COLUMNS);
        columns.addAll(
                columns.indexOf("decision"),
                List.of(remark(Message.of("scope")), remark(Message.of("recommended")), remark(Message.of("because"))));
        return columns;
    }

    private String remark(Message name) {
        return "# " + name.in(language);
    }

    private List<List<String>> decisions() {
        List<String> columns = prepared();
        return reviews.stream()
                .map(review -> {
                    Map<String, String> cells = Map.of(
                            "scope_level",
                            review.scope().level().word(),
                            "scope_id",
                            review.scope().id(),
                            "month",
                            review.month().toString(),
                            remark(Message.of("scope")),
                            review.scope().name(),
                            remark(Message.of("recommended")),
                            review.decision().said().in(language),
                            remark(Message.of("because")),
                            review.headline(),
                            "lever",
                            review.levers().stream()
                                    .map(lever -> lever.id().value())
                                    .collect(Collectors.joining("; ")));
                    return columns.stream()
                            .map(column -> cells.getOrDefault(column, ""))
                            .toList();
                })
                .toList();
    }

    private static List<String> whose(String... more) {
        return Stream.concat(WHOSE.stream(), Stream.of(more)).toList();
    }

    private interface Rows {
        Stream<List<String>> of(Review review);
    }

    private List<List<String>> rows(Rows rows) {
        return reviews.stream()
                .flatMap(review -> rows.of(review)
                        .map(row -> Stream.concat(
                                        Stream.of(
                                                review.scope().level().word(),
                                                review.scope().id(),
                                                review.scope().name(),
                                                review.month().toString()),
                                        row.stream())
                                .toList()))
                .toList();
    }

    private static Stream<List<String>> dashboard(Review review) {
        return review.dashboard().rows().stream()
                .flatMap(row -> row.cells().stream().map(cell -> cell(row, cell)));
    }

    private static List<String> cell(Dashboard.Row row, Dashboard.Cell cell) {
        return List.of(
                row.blockName(),
                cell.indicator().value(),
                cell.name(),
                cell.value().map(value -> value.rounded(6).toPlainString()).orElse(cell.valueText()),
                cell.unit().id(),
                cell.baseline().map(value -> value.rounded(6).toPlainString()).orElse(cell.baselineText()),
                cell.trend().course().word(),
                row.note());
    }

    private static Stream<List<String>> reasons(Review review) {
        return review.justifications().stream().map(ReviewSheets::reason);
    }

    private static List<String> reason(Justification reason) {
        return List.of(
                reason.effect().word(),
                reason.rule().value(),
                reason.lever().map(Lever::name).orElse(""),
                reason.text());
    }

    private static Stream<List<String>> unknown(Review review) {
        return review.unknown().stream().map(ReviewSheets::unknown);
    }

    private static List<String> unknown(UnknownIndicator unknown) {
        return List.of(
                unknown.indicator().value(),
                unknown.name(),
                unknown.reason().word(),
                unknown.note().orElse(""));
    }

    private static Stream<List<String>> actions(Review review) {
        return review.followUps().stream()
                .map(FollowUp::action)
                .flatMap(Optional::stream)
                .filter(PastAction::isOpen)
                .map(action -> List.of(
                        action.id().toString(),
                        action.asked().text(),
                        action.asked().owner(),
                        action.due().toString()));
    }
}
