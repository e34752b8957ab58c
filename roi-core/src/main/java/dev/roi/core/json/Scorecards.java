package dev.roi.core.json;

import static java.util.Objects.requireNonNull;

import dev.roi.core.InvalidInput;
import dev.roi.core.Scorecard;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads scorecards and portfolios from JSON, strictly: what is not a scorecard that its policy allows is refused, with
 * every fault and its place. One bad document refuses all.
 *
 * <p>Documents are held to {@link Limits#SCORECARD}. A portfolio is read one scorecard at a time. Unchanging, and safe
 * for use by several threads where its {@link PolicyLookup} is.
 */
public final class Scorecards {

    private final PolicyLookup policies;
    private final Limits limits;
    private final Optional<YearMonth> month;

    private Scorecards(PolicyLookup policies, Limits limits, Optional<YearMonth> month) {
        this.policies = requireNonNull(policies, "policies");
        this.limits = requireNonNull(limits, "limits");
        this.month = requireNonNull(month, "month");
    }

    /**
     * Returns a reader.
     *
     * @param policies where it learns what the policy of a scorecard measures
     * @return the reader
     */
    public static Scorecards checkedAgainst(PolicyLookup policies) {
        return new Scorecards(policies, Limits.SCORECARD, Optional.empty());
    }

    /**
     * Returns the same reader with other limits.
     *
     * @param other how large a document may be
     * @return the reader
     */
    public Scorecards within(Limits other) {
        return new Scorecards(policies, other, month);
    }

    /**
     * Returns the same reader for the review of a month: a scorecard where it is absent, partial or before the first use
     * is refused with its place. A scorecard without any month to review is refused in any case.
     *
     * @param asked the month, or nothing for each scope's latest complete one
     * @return the reader
     */
    public Scorecards forReviewOf(Optional<YearMonth> asked) {
        return new Scorecards(policies, limits, asked);
    }

    /**
     * Reads a file, or a directory's {@code *.json} files as a portfolio.
     *
     * @param path the file or directory
     * @return what was read
     * @throws InvalidInput when it cannot be read or is not allowed, with every fault
     */
    public Input read(Path path) {
        return read(List.of(Source.of(path)));
    }

    /**
     * Reads a stream to its end, and leaves it open.
     *
     * @param name what messages call it
     * @param stream the document
     * @return what was read
     * @throws InvalidInput when it cannot be read or is not allowed, with every fault
     */
    public Input read(String name, InputStream stream) {
        return read(List.of(Source.of(name, stream)));
    }

    /**
     * Reads one scorecard after the other and keeps none, so that it takes no more memory for a large portfolio than for a
     * small one. The limits hold for each scorecard of a portfolio, and for what stands beside them, instead of for the
     * whole. Everything is refused that is refused otherwise, at the same places and in the same words, but for a scope that
     * is there twice: to find that out takes all scopes.
     *
     * <p>What is wrong with a document is known when it was read to its end. So scorecards are handed over until the first
     * fault is found; from there on the rest is only checked, for the other faults.
     *
     * @param source where the portfolio, or the scorecard, is
     * @param consumer who takes each scorecard, in the order in which they stand there; what it throws ends the reading
     * @return how many there were
     * @throws InvalidInput when it cannot be read or is not allowed, with every fault; some scorecards may have been handed
     *     over by then
     */
    public int readEach(Source source, Consumer<? super Scorecard> consumer) {
        requireNonNull(consumer, "consumer");
        return new ScorecardLoader(policies, limits, month, Optional.of(consumer))
                .handOver(requireNonNull(source, "source"));
    }

    /**
     * Reads several documents, which together are a portfolio; one that is a scorecard remains one.
     *
     * @param sources where they are; at least one
     * @return what was read
     * @throws InvalidInput when one cannot be read or is not allowed, with every fault of all of them
     * @throws IllegalArgumentException when there is no source
     */
    public Input read(List<Source> sources) {
        if (requireNonNull(sources, "sources").isEmpty()) {
            throw new IllegalArgumentException("nothing to read");
        }
        return new ScorecardLoader(policies, limits, month).read(sources);
    }
}
