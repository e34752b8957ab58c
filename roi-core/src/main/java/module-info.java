/**
 * The nouns of a monthly review and their documents. Begin with {@link dev.roi.core.Scorecard} and {@link
 * dev.roi.core.Review}; {@link dev.roi.core.json.Scorecards} reads, {@link dev.roi.core.json.Json} writes.
 */
module dev.roi.core {
    requires static org.jspecify;
    requires com.fasterxml.jackson.annotation;
    requires com.fasterxml.jackson.core;
    requires com.fasterxml.jackson.databind;
    requires com.fasterxml.jackson.dataformat.yaml;

    uses dev.roi.core.DocumentWriter;

    provides dev.roi.core.DocumentWriter with
            dev.roi.core.json.NounDocuments;

    exports dev.roi.core;
    exports dev.roi.core.format;
    exports dev.roi.core.json;
    exports dev.roi.core.text;
    exports dev.roi.core.trend;
}
