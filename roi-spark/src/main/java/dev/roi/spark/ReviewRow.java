package dev.roi.spark;

import dev.roi.core.Fault;
import dev.roi.core.Language;
import dev.roi.core.Review;
import dev.roi.core.json.Json;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** A review, or what is wrong, as a row. */
final class ReviewRow {

    static final StructType SCHEMA = new StructType()
            .add("level", DataTypes.StringType)
            .add("id", DataTypes.StringType)
            .add("month", DataTypes.StringType)
            .add("decision", DataTypes.StringType)
            .add("headline", DataTypes.StringType)
            .add("levers", DataTypes.createArrayType(DataTypes.StringType))
            .add("fingerprint", DataTypes.StringType)
            .add("review", DataTypes.StringType)
            .add("faults", DataTypes.createArrayType(DataTypes.StringType));

    private ReviewRow() {}

    static Row of(Review review) {
        return RowFactory.create(
                review.scope().level().word(),
                review.scope().id(),
                review.month().toString(),
                review.decision().word(),
                review.headline(),
                review.levers().stream().map(lever -> lever.id().value()).toArray(String[]::new),
                review.policy().fingerprint().toString(),
                Json.write(review),
                null);
    }

    static Row of(List<Fault> faults, Language language) {
        String[] lines = Shipped.lines(faults, language).toArray(String[]::new);
        return RowFactory.create(null, null, null, null, null, null, null, null, lines);
    }
}
