package dev.roi.spring;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What can be set.
 *
 * @param policy which policy reviews
 * @param ledger where decisions are recorded
 */
@ConfigurationProperties("roi")
public record RoiProperties(
        @DefaultValue Policy policy, @DefaultValue Ledger ledger) {

    /**
     * Which policy reviews: one that comes with the library, or one in a directory, which is followed while the application
     * runs.
     *
     * @param builtIn the name of a policy that comes with the library
     * @param directory a policy directory, also a mounted ConfigMap; wins over {@code built-in}
     * @param watch how often the directory is looked at; zero for never
     * @param approvals how many people have to approve the directory, exactly as its files say, in the ledger of
     *     {@code roi.ledger}; none unless said, and then no ledger is asked
     */
    public record Policy(
            @DefaultValue("coding-agent") String builtIn,
            @Nullable Path directory,
            @DefaultValue("10s") Duration watch,
            @DefaultValue("0") int approvals) {}

    /**
     * Where decisions are recorded.
     *
     * @param enabled whether they are, in the application's database
     * @param table the table, which somebody made with {@code JdbcLedger.script()}
     * @param patience how long a statement is waited for
     */
    public record Ledger(
            @DefaultValue("false") boolean enabled,
            @DefaultValue("roi_ledger") String table,
            @DefaultValue("20s") Duration patience) {}
}
