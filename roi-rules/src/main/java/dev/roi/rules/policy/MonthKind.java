package dev.roi.rules.policy;

import dev.roi.core.BlockId;
import dev.roi.core.Names;
import java.util.List;
import java.util.stream.Stream;

/**
 * A kind of month that a policy counts runs of: months in which these blocks improved, or none of them did.
 *
 * <p>A month surely is of the kind, surely is not, or is undetermined, as its blocks are.
 *
 * @param name its name in kebab-case
 * @param improved the blocks that all improved
 * @param noneImproved the blocks of which none improved
 * @param oneWorse the blocks of which at least one was worse
 * @param afterMonths how many months from the first use are left out, as ramp-up; 0 for none
 * @param onUnknownMonth what a month does to a run that is undetermined
 */
public record MonthKind(
        String name,
        List<BlockId> improved,
        List<BlockId> noneImproved,
        List<BlockId> oneWorse,
        int afterMonths,
        OnUnknownMonth onUnknownMonth) {

    /** Checks the name and copies the lists. {@inheritDoc} */
    public MonthKind {
        if (!Names.isKebab(name)) {
            throw new IllegalArgumentException("kind of month (%s) must be in kebab-case".formatted(name));
        }
        improved = List.copyOf(improved);
        noneImproved = List.copyOf(noneImproved);
        oneWorse = List.copyOf(oneWorse);
    }

    /**
     * Returns the blocks that it looks at.
     *
     * @return each once, in order
     */
    public List<BlockId> blocks() {
        return Stream.of(improved, noneImproved, oneWorse)
                .flatMap(List::stream)
                .distinct()
                .toList();
    }

    /** What a missing, partial or unknown month does to a run. */
    public enum OnUnknownMonth implements dev.roi.core.Keyword {
        /** It ends the run. */
        ENDS,
        /** It neither ends nor lengthens the run. */
        SKIPS
    }
}
