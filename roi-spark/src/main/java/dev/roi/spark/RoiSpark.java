package dev.roi.spark;

import static java.util.Objects.requireNonNull;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;

import dev.roi.core.InvalidPolicy;
import dev.roi.core.UnknownName;
import dev.roi.rules.ReviewRequest;
import dev.roi.rules.policy.PolicyFiles;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Reviews scopes on Apache Spark, from version 3.5: as many as there are, each by itself, with the same bytes as {@link
 * dev.roi.rules.Engine#review}. The policy's files are sent to each machine once; there they become one engine for each
 * fingerprint and virtual machine. What is wrong with a scope becomes a row, and ends no job.
 *
 * <p>A row of a result has the columns {@code level}, {@code id}, {@code month}, {@code decision}, {@code headline},
 * {@code levers} (an array), {@code fingerprint}, {@code review} (a document of {@code roi-review/1}) and {@code faults},
 * which is null, or an array of what is wrong, one line each; then everything else is null.
 *
 * <p>Nothing is shuffled for scorecards. Rows of tables are brought together by {@code scope_id}, unless the readings are
 * partitioned by it already.
 */
public final class RoiSpark {

    /** The column that holds the document of a scorecard, or of a portfolio, which gives a row for each of its scopes. */
    public static final String SCORECARD = "scorecard";

    /** The column that says which portfolio a scorecard belongs to. */
    public static final String PORTFOLIO = "portfolio";

    /** The table that every scope has rows in. */
    public static final String READINGS = "readings";

    static final String SCOPE_ID = "scope_id";

    private static final Set<String> TABLES =
            new TreeSet<>(Set.of(READINGS, "scopes", "workflows", "baselines", "dates", "budgets"));

    private RoiSpark() {}

    /**
     * Reviews scopes.
     *
     * @param scorecards rows with a document in the column {@link #SCORECARD}, or the rows of a readings table
     * @param policy the policy's files
     * @param request which month, and in which language; without a ledger
     * @return a row for each scope
     * @throws InvalidPolicy when anything is wrong with the policy, before a job is started
     * @throws UnknownName when the policy does not speak the language; it names those it does
     * @throws IllegalArgumentException when the request holds what was decided or recorded before, which is of single
     *     scopes; or when the columns are neither of the two
     */
    public static Dataset<Row> review(Dataset<Row> scorecards, PolicyFiles policy, ReviewRequest request) {
        requireNonNull(scorecards, "scorecards");
        if (!hasColumn(scorecards, SCORECARD)) {
            return review(Map.of(READINGS, scorecards), policy, request);
        }
        return scorecards
                .select(col(SCORECARD).cast("string"))
                .mapPartitions(
                        new DocumentReviews(shipped(scorecards.sparkSession(), policy, request)),
                        Encoders.row(ReviewRow.SCHEMA));
    }

    /**
     * Reviews the scopes of tables, as an import reads them from files: {@code readings}, and as far as there are any
     * {@code scopes}, {@code workflows}, {@code baselines}, {@code dates} and {@code budgets}. A workflow without a scope is
     * one of every scope.
     *
     * @param tables the tables, by these names
     * @param policy the policy's files
     * @param request which month, and in which language; without a ledger
     * @return a row for each scope that has a reading
     * @throws InvalidPolicy when anything is wrong with the policy, before a job is started
     * @throws UnknownName when the policy does not speak the language; it names those it does
     * @throws IllegalArgumentException when the request holds what was decided or recorded before; when there are no
     *     readings; or when a table has another name, or no column {@code scope_id}
     */
    public static Dataset<Row> review(Map<String, Dataset<Row>> tables, PolicyFiles policy, ReviewRequest request) {
        Dataset<Row> readings = tables.get(READINGS);
        if (readings == null) {
            throw new IllegalArgumentException("there is no table `%s` among %s".formatted(READINGS, tables.keySet()));
        }
        Shipped shipped = shipped(readings.sparkSession(), policy, request);
        Dataset<Row> scopes = gathered(READINGS, readings);
        Map<String, Dataset<Row>> others = new TreeMap<>(tables);
        others.remove(READINGS);
        for (Map.Entry<String, Dataset<Row>> other : others.entrySet()) {
            scopes = scopes.join(gathered(other.getKey(), other.getValue()), columns(List.of(SCOPE_ID)), "left_outer");
        }
        List<Row> ofAll = tables.containsKey("workflows")
                ? tables.get("workflows").filter(col(SCOPE_ID).isNull()).collectAsList()
                : List.of();
        return scopes.mapPartitions(new TableReviews(shipped, CellRows.of(ofAll)), Encoders.row(ReviewRow.SCHEMA));
    }

    /**
     * Reviews portfolios: the scopes of each together, with totals and with what the policy's portfolio rules say of several
     * of them, such as conflicts. The scopes of one portfolio are read and reviewed by one task, which holds them in memory.
     *
     * <p>A row of the result has the columns {@code portfolio}, {@code headline}, {@code notes} (an array of sentences),
     * {@code review} (a document of {@code roi-portfolio-review/1}) and {@code faults}, which is null, or an array of what is
     * wrong, one line each; then everything else but {@code portfolio} is null.
     *
     * @param scorecards rows with a document in the column {@link #SCORECARD}; the rows with the same value in the column
     *     {@link #PORTFOLIO} are one portfolio; without that column each document is one
     * @param policy the policy's files
     * @param request which month, and in which language; without a ledger
     * @return a row for each portfolio
     * @throws InvalidPolicy when anything is wrong with the policy, before a job is started
     * @throws UnknownName when the policy does not speak the language; it names those it does
     * @throws IllegalArgumentException when the request holds what was decided or recorded before, which is of single
     *     scopes; or when there is no column {@link #SCORECARD}
     */
    public static Dataset<Row> reviewPortfolios(Dataset<Row> scorecards, PolicyFiles policy, ReviewRequest request) {
        requireNonNull(scorecards, "scorecards");
        if (!hasColumn(scorecards, SCORECARD)) {
            throw new IllegalArgumentException(
                    "there is no column `%s`, but %s".formatted(SCORECARD, Arrays.asList(scorecards.columns())));
        }
        Column document = col(SCORECARD).cast("string");
        Dataset<Row> portfolios = hasColumn(scorecards, PORTFOLIO)
                ? scorecards
                        .groupBy(col(PORTFOLIO).cast("string").as(PORTFOLIO))
                        .agg(sort_array(collect_list(document)).as(SCORECARD))
                : scorecards.select(
                        lit(null).cast("string").as(PORTFOLIO), array(document).as(SCORECARD));
        return portfolios.map(
                new PortfolioReviews(shipped(scorecards.sparkSession(), policy, request)),
                Encoders.row(PortfolioReviews.SCHEMA));
    }

    private static Dataset<Row> gathered(String name, Dataset<Row> table) {
        if (!TABLES.contains(name)) {
            throw new IllegalArgumentException("there is no table `%s`; there are %s".formatted(name, TABLES));
        }
        if (!hasColumn(table, SCOPE_ID)) {
            throw new IllegalArgumentException(
                    "table `%s` has no column `%s`, but %s".formatted(name, SCOPE_ID, Arrays.asList(table.columns())));
        }
        Column[] all = Arrays.stream(table.columns())
                .map(column -> col("`" + column + "`"))
                .toArray(Column[]::new);
        return table.groupBy(col(SCOPE_ID)).agg(collect_list(struct(all)).as(name));
    }

    private static boolean hasColumn(Dataset<Row> table, String name) {
        return Arrays.asList(table.columns()).contains(name);
    }

    private static scala.collection.immutable.Seq<String> columns(Collection<String> names) {
        return scala.jdk.javaapi.CollectionConverters.asScala(names).toSeq();
    }

    private static Shipped shipped(SparkSession session, PolicyFiles policy, ReviewRequest request) {
        if (request.ledger().isPresent() || !request.recorded().isEmpty()) {
            throw new IllegalArgumentException(
                    "request (%s) holds what was decided or recorded before, which is of single scopes"
                            .formatted(request));
        }
        ShippedPolicy checked = ShippedPolicy.of(policy, request);
        @SuppressWarnings("resource") // the session is the caller's to close
        Broadcast<ShippedPolicy> broadcast =
                JavaSparkContext.fromSparkContext(session.sparkContext()).broadcast(checked);
        return Shipped.of(broadcast, request);
    }
}
