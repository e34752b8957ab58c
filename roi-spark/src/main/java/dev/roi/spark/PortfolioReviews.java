package dev.roi.spark;

import dev.roi.core.InvalidInput;
import dev.roi.core.Language;
import dev.roi.core.Portfolio;
import dev.roi.core.PortfolioReview;
import dev.roi.core.json.Json;
import dev.roi.core.json.PolicyLookup;
import dev.roi.core.json.Scorecards;
import dev.roi.core.json.Source;
import dev.roi.rules.Engine;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * Reviews the documents of a row together.
 *
 * @param shipped the policy, and what was asked for
 */
record PortfolioReviews(Shipped shipped) implements MapFunction<Row, Row> {

    static final StructType SCHEMA = new StructType()
            .add(RoiSpark.PORTFOLIO, DataTypes.StringType)
            .add("headline", DataTypes.StringType)
            .add("notes", DataTypes.createArrayType(DataTypes.StringType))
            .add("review", DataTypes.StringType)
            .add("faults", DataTypes.createArrayType(DataTypes.StringType));

    @Override
    public Row call(Row row) {
        String portfolio = row.isNullAt(0) ? null : row.getString(0);
        Engine engine = shipped.policy().value().engine();
        Language spoken = shipped.spoken(engine);
        try {
            return row(portfolio, engine.review(read(engine, row.getList(1)), shipped.request()));
        } catch (InvalidInput refused) {
            String[] lines = Shipped.lines(refused.faults(), spoken).toArray(String[]::new);
            return RowFactory.create(portfolio, null, null, null, lines);
        }
    }

    private static Portfolio read(Engine engine, List<String> documents) {
        List<Source> sources = new ArrayList<>();
        for (String document : documents) {
            String name = documents.size() == 1 ? RoiSpark.SCORECARD : RoiSpark.SCORECARD + " " + (sources.size() + 1);
            String there = document == null ? "" : document;
            sources.add(Source.of(name, new ByteArrayInputStream(there.getBytes(StandardCharsets.UTF_8))));
        }
        return new Portfolio(Scorecards.checkedAgainst(PolicyLookup.always(engine.indicators()))
                .read(sources)
                .scorecards());
    }

    private static Row row(@Nullable String portfolio, PortfolioReview review) {
        return RowFactory.create(
                portfolio,
                review.headline(),
                review.notes().stream().map(PortfolioReview.Note::text).toArray(String[]::new),
                Json.write(review),
                null);
    }
}
