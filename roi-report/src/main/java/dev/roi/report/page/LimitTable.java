package dev.roi.report.page;

import dev.roi.core.Exact;
import dev.roi.core.Unit;
import dev.roi.core.text.Quantities;
import dev.roi.report.page.Page.Cell;
import dev.roi.report.page.Page.Content;
import dev.roi.report.page.Page.Disclosure;
import dev.roi.report.page.Page.Grouping;
import dev.roi.report.page.Page.Look;
import dev.roi.report.page.Page.Row;
import dev.roi.report.page.Page.Table;
import dev.roi.report.page.Page.Weight;
import dev.roi.rules.Dossier;
import dev.roi.rules.Series;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** How far each figure is from what it is held against, the nearest first. */
final class LimitTable {

    private static final int MOST = 6;
    private static final Unit POINTS = new Unit("points");

    private final Dossier dossier;
    private final Words words;
    private final Quantities quantities;

    LimitTable(Dossier dossier, Words words) {
        this.dossier = dossier;
        this.words = words;
        this.quantities = words.quantities();
    }

    /** A figure and the one of its limits that is nearest. */
    private record Held(Series series, Exact value, Exact limit) {

        /** How near, in shares of the limit. */
        Exact nearness() {
            Exact away = value.minus(limit).magnitude();
            return limit.isZero() ? away : away.dividedBy(limit.magnitude());
        }
    }

    List<Content> contents() {
        List<Held> held = dossier.series().values().stream()
                .flatMap(series -> held(series).stream())
                .sorted(Comparator.comparing(Held::nearness))
                .toList();
        List<Content> contents = new ArrayList<>();
        if (!held.isEmpty()) {
            contents.add(table(held.subList(0, Math.min(MOST, held.size()))));
        }
        if (held.size() > MOST) {
            contents.add(new Disclosure(
                    words.fill("limits.more", Map.of("count", String.valueOf(held.size() - MOST))),
                    List.of(table(held.subList(MOST, held.size())))));
        }
        return contents;
    }

    private static Optional<Held> held(Series series) {
        Optional<Exact> value = series.cell().value();
        if (value.isEmpty()) {
            return Optional.empty();
        }
        Stream<Exact> tolerated = series.cell().baseline().stream()
                .flatMap(base -> series.tolerance().stream()
                        .flatMap(tolerance -> Stream.of(base.minus(tolerance), base.plus(tolerance))));
        return Stream.concat(series.cell().limits().stream(), tolerated)
                // from none there is no distance worth a picture: what is none is said in words
                .filter(limit -> !limit.isZero())
                .min(Comparator.comparing(limit -> value.get().minus(limit).magnitude()))
                .map(limit -> new Held(series, value.get(), limit));
    }

    private Table table(List<Held> held) {
        return new Table(
                Look.TEXT,
                Grouping.NONE,
                Stream.of("indicator", "value", "distance")
                        .map(column -> words.get("limits." + column))
                        .toList(),
                Optional.of(words.get("limits.picture")),
                held.stream().map(this::row).toList());
    }

    private Row row(Held held) {
        Unit unit = held.series().cell().unit();
        Exact away = held.value().minus(held.limit());
        Unit distance = unit.equals(Unit.PERCENT) ? POINTS : unit;
        String key = away.isZero() ? "limits.at" : away.signum() > 0 ? "limits.above" : "limits.below";
        return new Row(
                List.of(
                        Cell.of(held.series().cell().name()),
                        Cell.of(held.series().cell().valueText()),
                        Cell.of(words.fill(
                                key,
                                Map.of(
                                        "distance", quantities.format(away.magnitude(), distance),
                                        "limit", quantities.limit(held.limit(), unit))))),
                Weight.PLAIN,
                Bullet.of(held.series(), words).<Picture>map(bullet -> bullet).stream()
                        .toList());
    }
}
