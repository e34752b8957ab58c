package dev.roi.rules.policy;

import dev.roi.core.Dimension;
import dev.roi.core.IndicatorId;
import dev.roi.core.ViewId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is shown, and in which order.
 *
 * @param dashboard the indicators of each row of the main view; a row has at least one
 * @param agenda the topics of the committee's agenda, in order
 * @param totals the indicators that a portfolio adds up
 * @param readers the view of each reader who needs less than the whole review, in order
 * @param money which indicators say what the month costs; nothing where none does
 */
public record Views(
        List<List<IndicatorId>> dashboard,
        List<Topic> agenda,
        List<IndicatorId> totals,
        Map<ViewId, ReaderView> readers,
        Optional<MoneyView> money) {

    /** Nothing is shown. */
    public static final Views NONE = new Views(List.of(), List.of(), List.of(), Map.of(), Optional.empty());

    /** Copies the lists. {@inheritDoc} */
    public Views {
        dashboard = dashboard.stream().map(List::copyOf).toList();
        agenda = List.copyOf(agenda);
        totals = List.copyOf(totals);
        readers = Collections.unmodifiableMap(new LinkedHashMap<>(readers));
    }

    /**
     * Which indicators say what the month costs.
     *
     * @param cost the cost of the month, an amount
     * @param budget how much of the month's budget is consumed, in percent
     * @param forecast what the next month is expected to cost, an amount
     */
    public record MoneyView(IndicatorId cost, Optional<IndicatorId> budget, Optional<IndicatorId> forecast) {}

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
     * @param minutes how many minutes a meeting gives it
     */
    public record Topic(String name, Shows shows, List<IndicatorId> indicators, int minutes) {

        /** What a topic takes where nothing is said: six of them make half an hour. */
        public static final int USUAL_MINUTES = 5;

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
