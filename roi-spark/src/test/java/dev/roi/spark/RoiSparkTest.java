package dev.roi.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roi.core.InvalidPolicy;
import dev.roi.core.Language;
import dev.roi.core.Portfolio;
import dev.roi.core.PortfolioReview;
import dev.roi.core.Review;
import dev.roi.core.Scope;
import dev.roi.core.Scorecard;
import dev.roi.core.UnknownName;
import dev.roi.core.json.Json;
import dev.roi.core.json.PolicyLookup;
import dev.roi.imports.Readings;
import dev.roi.imports.file.CellTables;
import dev.roi.rules.Engine;
import dev.roi.rules.ReviewRequest;
import dev.roi.rules.policy.PolicyFiles;
import java.math.BigDecimal;
import java.sql.Date;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Spark reviews as the library does, whatever rows look like. */
class RoiSparkTest {

    private static final PolicyFiles FILES = PolicyFiles.builtIn("coding-agent").orElseThrow();
    private static final Engine ENGINE = Engine.of(FILES);

    private static SparkSession spark;

    @BeforeAll
    static void begin() {
        spark = SparkSession.builder()
                .master("local[2]")
                .config("spark.ui.enabled", false)
                .config("spark.sql.shuffle.partitions", 2)
                .getOrCreate();
    }

    @AfterAll
    static void end() {
        spark.stop();
    }

    private static Dataset<Row> documents(List<String> documents) {
        return spark.createDataFrame(
                documents.stream().map(RowFactory::create).toList(),
                new StructType().add("scorecard", DataTypes.StringType));
    }

    @Test
    void documents_are_reviewed_to_the_byte_as_the_library_does() {
        List<Row> rows = RoiSpark.review(
                        documents(Drawn.documents(1, 40)), FILES, ReviewRequest.LATEST.in(Language.FRENCH))
                .collectAsList();

        List<Review> expected = Drawn.scorecards(1, 40).stream()
                .map(scorecard -> ENGINE.review(scorecard, ReviewRequest.LATEST.in(Language.FRENCH)))
                .toList();
        assertThat(rows)
                .extracting(row -> row.getAs("review"))
                .containsExactlyElementsOf(expected.stream().map(Json::write).toList());
        assertThat(rows)
                .extracting(row -> "%s %s %s %s %s %s"
                        .formatted(
                                row.getAs("level"),
                                row.getAs("id"),
                                row.getAs("month"),
                                row.getAs("decision"),
                                row.getAs("headline"),
                                row.getList(row.fieldIndex("levers"))))
                .containsExactlyElementsOf(expected.stream()
                        .map(review -> "%s %s %s %s %s %s"
                                .formatted(
                                        review.scope().level().word(),
                                        review.scope().id(),
                                        review.month(),
                                        review.decision().word(),
                                        review.headline(),
                                        review.levers().stream()
                                                .map(lever -> lever.id().value())
                                                .toList()))
                        .toList());
        assertThat(rows).allMatch(row -> row.isNullAt(row.fieldIndex("faults")));
    }

    @Test
    void a_row_that_is_wrong_says_so_and_the_others_are_reviewed() {
        List<String> documents = new ArrayList<>(Drawn.documents(2, 3));
        documents.add(1, "{\"format\": ");
        documents.add(3, null);

        List<Row> rows = RoiSpark.review(documents(documents), FILES, ReviewRequest.LATEST)
                .collectAsList();

        assertThat(rows).hasSize(5);
        for (int wrong : List.of(1, 3)) {
            Row row = rows.get(wrong);
            assertThat(row.<String>getList(row.fieldIndex("faults")))
                    .isNotEmpty()
                    .allMatch(line -> line.startsWith("ROI-"));
            assertThat(ReviewRow.SCHEMA.fieldNames())
                    .filteredOn(name -> !name.equals("faults"))
                    .allMatch(name -> row.isNullAt(row.fieldIndex(name)));
        }
        assertThat(rows)
                .filteredOn(row -> row.isNullAt(row.fieldIndex("faults")))
                .hasSize(3);
    }

    @Test
    void portfolios_are_reviewed_to_the_byte_with_what_their_rules_note() {
        List<Scorecard> scorecards = new ArrayList<>();
        List<Row> given = new ArrayList<>();
        for (Scorecard drawn : Drawn.scorecards(3, 12)) {
            int number = scorecards.size();
            scorecards.add(drawn.withScope(Scope.of(drawn.scope().level(), "scope-" + number)));
            given.add(RowFactory.create(number % 3 == 0 ? "north" : "south", Json.line(scorecards.get(number))));
        }
        given.add(RowFactory.create("west", "{\"format\": "));
        StructType columns =
                new StructType().add("portfolio", DataTypes.StringType).add("scorecard", DataTypes.StringType);

        Map<String, Row> rows = RoiSpark.reviewPortfolios(
                        spark.createDataFrame(given, columns), FILES, ReviewRequest.LATEST)
                .collectAsList()
                .stream()
                .collect(Collectors.toMap(row -> row.getAs("portfolio"), row -> row));

        for (String name : List.of("north", "south")) {
            List<Scorecard> own = new ArrayList<>();
            for (int i = 0; i < scorecards.size(); i++) {
                if ((i % 3 == 0) == name.equals("north")) {
                    own.add(scorecards.get(i));
                }
            }
            PortfolioReview review = ENGINE.review(new Portfolio(own), ReviewRequest.LATEST);
            Row row = rows.get(name);
            assertThat(row.<String>getAs("review")).isEqualTo(Json.write(review));
            assertThat(row.<String>getAs("headline")).isEqualTo(review.headline());
            assertThat(row.<String>getList(row.fieldIndex("notes")))
                    .isEqualTo(review.notes().stream()
                            .map(PortfolioReview.Note::text)
                            .toList());
            assertThat(row.isNullAt(row.fieldIndex("faults"))).isTrue();
        }
        Row wrong = rows.get("west");
        assertThat(wrong.<String>getList(wrong.fieldIndex("faults"))).isNotEmpty();
        assertThat(wrong.isNullAt(wrong.fieldIndex("review"))).isTrue();
    }

    private static final StructType READINGS = new StructType()
            .add("scope_level", DataTypes.StringType)
            .add("scope_id", DataTypes.StringType)
            .add("month", DataTypes.DateType)
            .add("indicator", DataTypes.StringType)
            .add("value", DataTypes.createDecimalType(20, 4))
            .add("unknown", DataTypes.StringType);

    private static Dataset<Row> readings() {
        List<Row> rows = new ArrayList<>();
        for (String team : List.of("billing", "search")) {
            for (int month = 1; month <= 6; month++) {
                Date date = Date.valueOf("2026-%02d-01".formatted(month));
                rows.add(RowFactory.create("team", team, date, "lead-time", new BigDecimal("9.2500"), null));
                rows.add(RowFactory.create("team", team, date, "monthly-cost", new BigDecimal("1200.0000"), null));
                rows.add(RowFactory.create("team", team, date, "incidents", null, "not-instrumented"));
            }
        }
        return spark.createDataFrame(rows, READINGS);
    }

    private static Dataset<Row> baselines() {
        return spark.createDataFrame(
                List.of(
                        RowFactory.create("team", "billing", "lead-time", 12.5, "days"),
                        RowFactory.create("team", "search", "lead-time", 8.0, "days")),
                new StructType()
                        .add("scope_level", DataTypes.StringType)
                        .add("scope_id", DataTypes.StringType)
                        .add("indicator", DataTypes.StringType)
                        .add("value", DataTypes.DoubleType)
                        .add("unit", DataTypes.StringType));
    }

    @Test
    void rows_of_tables_mean_what_they_mean_in_files() {
        Map<String, Dataset<Row>> tables = Map.of("readings", readings(), "baselines", baselines());

        Set<String> reviewed = RoiSpark.review(tables, FILES, ReviewRequest.LATEST).collectAsList().stream()
                .map(row -> row.<String>getAs("review"))
                .collect(Collectors.toSet());

        CellTables cells = new CellTables(Language.ENGLISH);
        cells.add(
                "readings",
                List.of("scope_level", "scope_id", "month", "indicator", "value", "unknown"),
                readings().collectAsList().stream()
                        .map(row -> List.of(
                                row.getString(0),
                                row.getString(1),
                                row.getDate(2).toString().substring(0, 7),
                                row.getString(3),
                                row.isNullAt(4) ? "" : row.getDecimal(4).toPlainString(),
                                row.isNullAt(5) ? "" : row.getString(5)))
                        .toList());
        cells.add(
                "baselines",
                List.of("scope_level", "scope_id", "indicator", "value", "unit"),
                List.of(
                        List.of("team", "billing", "lead-time", "12.5", "days"),
                        List.of("team", "search", "lead-time", "8.0", "days")));
        Readings expected = cells.build(PolicyLookup.always(ENGINE.indicators()));
        assertThat(reviewed)
                .isEqualTo(expected.scorecards().stream()
                        .map(ENGINE::review)
                        .map(Json::write)
                        .collect(Collectors.toSet()));
    }

    @Test
    void readings_that_are_together_already_are_not_shuffled_again() {
        Dataset<Row> together = readings().repartition(2, col("scope_id"));

        String plan = RoiSpark.review(together, FILES, ReviewRequest.LATEST)
                .queryExecution()
                .executedPlan()
                .toString();

        assertThat(plan.split("Exchange hashpartitioning", -1)).as(plan).hasSize(2);
    }

    @Test
    void what_cannot_be_reviewed_is_refused_before_a_job_begins() {
        Dataset<Row> readings = readings();
        assertThatThrownBy(() -> RoiSpark.review(readings, FILES.with("thresholds.yaml", "?"), ReviewRequest.LATEST))
                .isInstanceOf(InvalidPolicy.class);
        assertThatThrownBy(() -> RoiSpark.review(readings, FILES, ReviewRequest.LATEST.after(List.of())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("single scopes");
        assertThatThrownBy(() -> RoiSpark.review(readings, FILES, ReviewRequest.LATEST.in(new Language("de"))))
                .isInstanceOf(UnknownName.class)
                .hasMessageContaining("does not speak `de`");
        assertThatThrownBy(() -> RoiSpark.reviewPortfolios(readings, FILES, ReviewRequest.LATEST))
                .hasMessageContaining("no column `scorecard`");
        assertThatThrownBy(() -> RoiSpark.review(readings.drop("scope_id"), FILES, ReviewRequest.LATEST))
                .hasMessageContaining("no column `scope_id`");
        assertThatThrownBy(() -> RoiSpark.review(Map.of("reading", readings), FILES, ReviewRequest.LATEST))
                .hasMessageContaining("no table `readings`");
    }

    @Test
    void a_month_that_no_scope_has_is_a_fault_of_each() {
        List<Row> rows = RoiSpark.review(readings(), FILES, ReviewRequest.LATEST.forMonth(YearMonth.of(2020, 1)))
                .collectAsList();

        assertThat(rows)
                .hasSize(2)
                .allMatch(row ->
                        row.<String>getList(row.fieldIndex("faults")).get(0).contains("2020-01"));
    }

    @Test
    void a_row_of_a_table_that_is_wrong_names_its_scope() {
        Dataset<Row> wrong = readings().filter("scope_id = 'billing'").withColumn("indicator", lit("leadtime"));

        List<Row> rows = RoiSpark.review(
                        wrong.union(readings().filter("scope_id = 'search'")), FILES, ReviewRequest.LATEST)
                .collectAsList();

        assertThat(rows)
                .filteredOn(row -> row.isNullAt(row.fieldIndex("faults")))
                .hasSize(1);
        assertThat(rows)
                .filteredOn(row -> !row.isNullAt(row.fieldIndex("faults")))
                .singleElement()
                .satisfies(row -> assertThat(row.<String>getList(row.fieldIndex("faults")))
                        .allMatch(line -> line.contains(" readings of billing:"))
                        .anyMatch(line -> line.contains("Did you mean `lead-time`?")));
    }
}
