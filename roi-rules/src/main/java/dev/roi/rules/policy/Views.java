package dev.roi.rules.policy;

import dev.roi.core.Dimension;
import dev.roi.core.IndicatorId;
import dev.roi.core.ViewId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is shown, and in which order.
 *
 * @param dashboard the indicators of each row of the main view; a row has at least one
 * @param agenda the topics of the committee's agenda, in order
 * @param totals the indicators that a portfolio adds up
 * @param readers the view of each reader who needs less than the whole review, in order
 */
public record Views(
        List<List<IndicatorId>> dashboard,
        List<Topic> agenda,
        List<IndicatorId> totals,
        Map<ViewId, ReaderView> readers) {

    /** Copies the lists. {@inheritDoc} */
    public Views {
        dashboard = dashboard.stream().map(List::copyOf).toList();
        agenda = List.copyOf(agenda);
        totals = List.copyOf(totals);
        readers = Collections.unmodifiableMap(new LinkedHashMap<>(readers));
    }

    /**
     * What one reader sees of a review.
     *
     * @param rows the indicators of each row; a row has at least one
     * @param parts what is shown by its parts too, where a reading has them
     */
    public record ReaderView(List<List<IndicatorId>> rows, List<Dimension> parts) {

        /** Copies the lists. {@inheritDoc} */
        public ReaderView {
            rows = rows.stream().map(List::copyOf).toList();
            parts = List.copyOf(parts);
        }
    }

    /**
     * A topic of the agenda.
     *
     * @param name its name in kebab-case
     * @param shows what else it shows
     * @param indicators the indicators it goes through, with what was found about them
     */
    public record Topic(String name, Shows shows, List<IndicatorId> indicators) {

        /** Copies the list. {@inheritDoc} */
        public Topic {
            indicators = List.copyOf(indicators);
        }
    }

    /** What a topic shows besides indicators. */
    public enum Shows implements dev.roi.core.Keyword {
        /** Nothing else. */
        INDICATORS,
        /** The register of workflows, first. */
        REGISTER,
        /** The decision, its levers and what it needs, last. */
        DECISION
    }
}
