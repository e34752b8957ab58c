package dev.roi.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roi.core.Hash;
import dev.roi.core.InvalidInput;
import dev.roi.core.json.Json;
import dev.roi.rules.Engine;
import dev.roi.rules.ReviewRequest;
import dev.roi.rules.policy.PolicyFiles;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two processes review what the library reviews alone, to the byte, also when one of them dies on the way. */
class ClusterTest {

    private static final StructType DOCUMENTS = new StructType().add("scorecard", DataTypes.StringType);
    private static final int SCORECARDS = Integer.getInteger("spark.scorecards", 200);

    private static SparkSession spark;

    @BeforeAll
    static void begin() throws IOException {
        String directories = links(Path.of(System.getenv("SPARK_HOME"), "jars"));
        spark = SparkSession.builder()
                .master("local-cluster[2,1,1024]")
                .config("spark.ui.enabled", false)
                .config("spark.executor.extraClassPath", directories)
                .config("spark.task.maxFailures", 8)
                .getOrCreate();
    }

    /** Executors find Spark, and what else is on the class path, in its home; what is no jar is named to them. */
    private static String links(Path jars) throws IOException {
        Files.createDirectories(jars);
        List<String> directories = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            Path path = Path.of(entry);
            if (!Files.isRegularFile(path)) {
                directories.add(entry);
                continue;
            }
            try {
                Files.createSymbolicLink(jars.resolve(path.getFileName()), path.toAbsolutePath());
            } catch (FileAlreadyExistsException there) {
                // from the run before
            }
        }
        return String.join(File.pathSeparator, directories);
    }

    @AfterAll
    static void end() {
        spark.stop();
    }

    /** Every hundredth is no scorecard. */
    private static List<String> documents() {
        List<String> documents = new ArrayList<>(Drawn.documents(7, SCORECARDS));
        for (int i = 50; i < documents.size(); i += 100) {
            documents.set(i, "{\"format\": \"roi-scorecard/1\", \"scope\": %s}".formatted(i));
        }
        return documents;
    }

    /** Most documents in one of the partitions, and the others with next to nothing. */
    private static Dataset<Row> skewed(List<String> documents) {
        List<Row> rows = documents.stream().map(RowFactory::create).toList();
        int most = rows.size() * 3 / 4;
        Dataset<Row> large =
                spark.createDataFrame(rows.subList(0, most), DOCUMENTS).coalesce(1);
        return large.union(spark.createDataFrame(rows.subList(most, rows.size()), DOCUMENTS)
                .repartition(5));
    }

    private static String digest(Stream<String> lines) {
        return Hash.of(lines.sorted().collect(Collectors.joining("\n")).getBytes(StandardCharsets.UTF_8))
                .value();
    }

    private static String digest(Dataset<Row> reviews) {
        return digest(reviews.collectAsList().stream()
                .map(row -> row.isNullAt(row.fieldIndex("faults"))
                        ? row.getAs("review")
                        : row.getList(row.fieldIndex("faults")).toString()));
    }

    private static String alone(Engine engine, List<String> documents) {
        return digest(documents.stream().map(document -> {
            try {
                return Json.write(engine.review(
                        engine.read("scorecard", new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)))
                                .scorecards()
                                .get(0)));
            } catch (InvalidInput refused) {
                return Shipped.lines(
                                refused.faults(), engine.policy().languages().get(0))
                        .toString();
            }
        }));
    }

    @Test
    void two_processes_give_what_the_library_gives_whatever_the_partitions_are() {
        List<String> documents = documents();
        for (String policy : List.of("coding-agent", "assistant")) {
            PolicyFiles files = PolicyFiles.builtIn(policy).orElseThrow();
            assertThat(digest(RoiSpark.review(skewed(documents), files, ReviewRequest.LATEST)))
                    .as(policy)
                    .isEqualTo(alone(Engine.of(files), documents));
        }
    }

    /** Whoever comes to a partition first takes the process along. */
    private record Killing(String mark) implements MapPartitionsFunction<Row, Row> {

        @Override
        public Iterator<Row> call(Iterator<Row> rows) throws IOException {
            if (TaskContext.get().partitionId() == 2 && new File(mark).createNewFile()) {
                Runtime.getRuntime().halt(1);
            }
            return rows;
        }
    }

    @Test
    void a_process_that_dies_on_the_way_changes_nothing(@TempDir Path directory) {
        PolicyFiles files = PolicyFiles.builtIn("coding-agent").orElseThrow();
        List<String> documents = documents();
        Path mark = directory.resolve("died");
        Dataset<Row> dying = skewed(documents).mapPartitions(new Killing(mark.toString()), Encoders.row(DOCUMENTS));

        assertThat(digest(RoiSpark.review(dying, files, ReviewRequest.LATEST)))
                .isEqualTo(alone(Engine.of(files), documents));
        assertThat(mark).exists();
    }
}
