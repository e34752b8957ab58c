package dev.roi.imports.file;

import dev.roi.imports.Readings;
import dev.roi.imports.source.LeftOut;
import java.util.List;

/**
 * What came of an import.
 *
 * @param readings the scorecards, and the rows they were made of
 * @param sources what became of each source of a {@code sources.yaml}, in its order
 */
public record Imported(Readings readings, List<SourceOutcome> sources) {

    /** Copies the list. {@inheritDoc} */
    public Imported {
        sources = List.copyOf(sources);
    }

    /**
     * What became of one source.
     *
     * @param reader the name of its reader
     * @param place where it stands
     * @param files how many files it has
     * @param records how many records or rows were read
     * @param leftOut what could not be used
     * @param remarks what was used, and is worth knowing
     */
    public record SourceOutcome(
            String reader, String place, int files, long records, List<Counted> leftOut, List<Counted> remarks) {

        /** Copies the lists. {@inheritDoc} */
        public SourceOutcome {
            leftOut = List.copyOf(leftOut);
            remarks = List.copyOf(remarks);
        }
    }

    /**
     * Records that have something in common.
     *
     * @param reason what that is, as a key that does not change
     * @param count how many there are
     * @param example the place of the first
     */
    public record Counted(String reason, long count, String example) {

        static Counted of(LeftOut.Reason reason) {
            return new Counted(reason.key(), reason.count(), reason.example().toString());
        }
    }
}
