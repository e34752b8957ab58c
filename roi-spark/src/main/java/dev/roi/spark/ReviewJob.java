package dev.roi.spark;

import dev.roi.core.InvalidInput;
import dev.roi.core.Language;
import dev.roi.rules.ReviewRequest;
import dev.roi.rules.policy.PolicyFiles;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The program for {@code spark-submit}: reads scorecards or tables, and writes a row for each review. */
@Command(
        name = "roi-spark",
        mixinStandardHelpOptions = true,
        description = "Reviews scorecards, or the scopes of tables, and writes a row for each of them.")
public final class ReviewJob implements Callable<Integer> {

    private static final int REFUSED = 2;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--policy",
            required = true,
            paramLabel = "ID|DIR",
            description = "A policy that comes with the library, or a directory with one, where the driver runs.")
    private String policy = "";

    @ArgGroup(multiplicity = "1")
    private Input input = new Input();

    @Option(
            names = "--output",
            required = true,
            paramLabel = "PATH",
            description = "Where to write; there may be nothing yet.")
    private String output = "";

    @Option(
            names = "--output-format",
            paramLabel = "FORMAT",
            defaultValue = "parquet",
            description = "How to write: parquet, json, or what the cluster has besides; ${DEFAULT-VALUE} unless said.")
    private String outputFormat = "parquet";

    @Option(
            names = "--month",
            paramLabel = "YYYY-MM",
            description = "The month to review; the latest complete one of each scope unless said.")
    private @Nullable YearMonth month;

    @Option(
            names = "--lang",
            paramLabel = "LANGUAGE",
            description = "The language of reviews and faults; the policy's first unless said.")
    private @Nullable String language;

    /** What is reviewed: one of these. */
    private static final class Input {

        @Option(
                names = "--scorecards",
                paramLabel = "PATH",
                description = "Files with the document of a scorecard in each line.")
        private @Nullable String scorecards;

        @Option(
                names = "--portfolios",
                paramLabel = "PATH",
                description =
                        "Files with the document of a portfolio in each line: a row for each portfolio, with what its"
                                + " rules note of several scopes.")
        private @Nullable String portfolios;

        @Option(
                names = "--table",
                paramLabel = "NAME=PATH",
                description =
                        "A table as Parquet, or as CSV with a header where PATH ends in .csv: readings, and as far as"
                                + " there are any scopes, workflows, baselines, dates and budgets.")
        private Map<String, String> tables = new TreeMap<>();
    }

    /**
     * Runs the job, and ends the virtual machine: with 0 when all rows were written, whatever they say, and with 2 where
     * what was asked for cannot be done.
     *
     * @param arguments the options
     */
    public static void main(String... arguments) {
        int status = new CommandLine(new ReviewJob()).execute(arguments);
        if (status != 0) {
            System.exit(status);
        }
    }

    @Override
    public Integer call() throws Exception {
        PrintWriter err = spec.commandLine().getErr();
        SparkSession spark = SparkSession.builder().appName(spec.name()).getOrCreate();
        try {
            PolicyFiles files = PolicyFiles.builtIn(policy).orElseGet(() -> PolicyFiles.read(Path.of(policy)));
            reviews(spark, files).write().format(outputFormat).save(output);
            Dataset<Row> written = spark.read().format(outputFormat).load(output);
            long all = written.count();
            long wrong = all == 0 ? 0 : written.filter("faults is not null").count();
            spec.commandLine().getOut().printf("%s reviews, %s rows with faults%n", all - wrong, wrong);
            return 0;
        } catch (InvalidInput refused) {
            refused.faults().forEach(fault -> err.println(fault.in(spoken().orElse(Language.ENGLISH))));
            return REFUSED;
        } catch (IllegalArgumentException refused) {
            err.println(refused.getMessage());
            return REFUSED;
        } catch (Exception failed) { // Spark says so of a path, though none of its methods declares it
            if (failed instanceof AnalysisException refused) {
                err.println(String.valueOf(refused.getMessage()).lines().findFirst().orElse(""));
                return REFUSED;
            }
            throw failed;
        } finally {
            spark.stop();
        }
    }

    private Dataset<Row> reviews(SparkSession spark, PolicyFiles files) {
        String scorecards = input.scorecards;
        if (scorecards != null) {
            return RoiSpark.review(spark.read().text(scorecards).toDF(RoiSpark.SCORECARD), files, request());
        }
        String portfolios = input.portfolios;
        if (portfolios != null) {
            return RoiSpark.reviewPortfolios(spark.read().text(portfolios).toDF(RoiSpark.SCORECARD), files, request());
        }
        Map<String, Dataset<Row>> tables = new TreeMap<>();
        input.tables.forEach((name, path) -> tables.put(
                name,
                path.endsWith(".csv")
                        ? spark.read().option("header", true).csv(path)
                        : spark.read().parquet(path)));
        return RoiSpark.review(tables, files, request());
    }

    private ReviewRequest request() {
        ReviewRequest request =
                Optional.ofNullable(month).map(ReviewRequest.LATEST::forMonth).orElse(ReviewRequest.LATEST);
        return spoken().map(request::in).orElse(request);
    }

    private Optional<Language> spoken() {
        return Optional.ofNullable(language).map(Language::new);
    }
}
