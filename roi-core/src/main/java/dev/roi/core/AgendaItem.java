package dev.roi.core;

import java.util.List;

/**
 * One item of the committee's agenda.
 *
 * @param topic its name in kebab-case, such as {@code quality-and-risk}
 * @param title what people call it
 * @param points what there is to say, in order
 */
public record AgendaItem(String topic, String title, List<String> points) {

    /** Checks the name and copies the points. {@inheritDoc} */
    public AgendaItem {
        Names.requireKebab("agenda topic", topic);
        points = List.copyOf(points);
    }
}
