/**
 * Scorecards from what people have. Begin with {@link dev.roi.imports.Readings}, which makes them of rows, or with {@link
 * dev.roi.imports.file.Import}, which reads tables, workbooks and exports of tools.
 */
@SuppressWarnings("module") // the command line is built later
module dev.roi.imports {
    requires static org.jspecify;
    requires transitive dev.roi.core;
    requires transitive dev.roi.rules;
    requires de.siegmar.fastcsv;
    requires org.apache.commons.compress;
    requires org.dhatim.fastexcel;
    requires org.dhatim.fastexcel.reader;

    exports dev.roi.imports;
    exports dev.roi.imports.file;
    exports dev.roi.imports.table to
            dev.roi.cli;
    exports dev.roi.imports.text to
            dev.roi.cli;

    // its words
    opens dev.roi.imports.text to
            dev.roi.core;
}
