package dev.roi.imports.source;

import dev.roi.core.Fault;
import java.util.List;

/**
 * What became of one source.
 *
 * @param reader the name of its reader
 * @param place where it stands in {@code sources.yaml}
 * @param files how many files it has
 * @param records how many records or rows were read
 * @param leftOut what could not be used, and why
 * @param remarks what was used, and is worth knowing
 */
public record SourceReport(
        String reader,
        Fault.Place place,
        int files,
        long records,
        List<LeftOut.Reason> leftOut,
        List<LeftOut.Reason> remarks) {

    /** Copies the lists. {@inheritDoc} */
    public SourceReport {
        leftOut = List.copyOf(leftOut);
        remarks = List.copyOf(remarks);
    }
}
