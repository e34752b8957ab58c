package dev.roi.benchmarks;

import dev.roi.benchmarks.peers.Peers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** The figures as tables of Markdown, which are plain enough for a terminal. */
final class Table {

    private final Results results;
    private final StringBuilder text = new StringBuilder();

    private Table(Results results) {
        this.results = results;
    }

    static String of(Results results) {
        Table table = new Table(results);
        table.machine();
        table.goals();
        table.peers();
        table.measures();
        return table.text.toString();
    }

    private void machine() {
        results.machine().forEach((name, value) -> text.append("- %s: %s%n".formatted(name, value)));
        text.append("- all peers decided alike on %s scorecards before; %s were left out%n"
                .formatted(results.compared().alike(), results.compared().leftOut()));
    }

    private void goals() {
        List<List<String>> rows = new ArrayList<>();
        for (Goals.Goal goal : Goals.of(results)) {
            rows.add(List.of(
                    goal.name(),
                    number(goal.ratio()),
                    "at most " + number(goal.most()),
                    goal.isReached() ? "yes" : "**no**"));
        }
        append("Goals", List.of("ratio", "is", "goal", "reached"), rows);
    }

    private void peers() {
        List<List<String>> rows = new ArrayList<>();
        for (Peers peer : Peers.values()) {
            OptionalDouble time = results.find(Goals.LOGIC, Map.of("peer", peer.name()));
            if (time.isPresent()) {
                rows.add(List.of(
                        peer.title(),
                        number(time.getAsDouble()),
                        results.error(Goals.LOGIC, Map.of("peer", peer.name())).stream()
                                .mapToObj(error -> "± " + number(error))
                                .collect(Collectors.joining()),
                        against(peer, Goals.fasterDrools(results)),
                        against(peer, Peers.BY_HAND),
                        results.find(Goals.LOGIC + Jmh.GARBAGE, Map.of("peer", peer.name())).stream()
                                .mapToObj(Table::number)
                                .collect(Collectors.joining())));
            }
        }
        append("Decision logic", List.of("who", "µs", "error", "of Drools", "of plain Java", "garbage, kB"), rows);
    }

    private String against(Peers peer, Peers other) {
        return results
                .ratio(Goals.LOGIC, Map.of("peer", peer.name()), Goals.LOGIC, Map.of("peer", other.name()))
                .stream()
                .mapToObj(Table::number)
                .collect(Collectors.joining());
    }

    private void measures() {
        List<List<String>> rows = new ArrayList<>();
        for (Measure measure : results.measures()) {
            if (!measure.name().startsWith(Goals.LOGIC)) {
                rows.add(List.of(
                        measure.name(),
                        measure.of().entrySet().stream()
                                .map(entry -> entry.getKey() + " " + entry.getValue())
                                .collect(Collectors.joining(", ")),
                        number(measure.value()),
                        measure.error() == 0 ? "" : "± " + number(measure.error()),
                        measure.unit().replace("us", "µs")));
            }
        }
        append("All figures", List.of("what", "of", "figure", "error", "unit"), rows);
    }

    /** Three digits that count; all of those before the point. */
    private static String number(double value) {
        double size = Math.abs(value);
        int decimals = size >= 100 || size == 0 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3;
        return String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }

    private void append(String title, List<String> head, List<List<String>> rows) {
        if (rows.isEmpty()) {
            return;
        }
        int[] widths = head.stream().mapToInt(String::length).toArray();
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        text.append("%n## %s%n%n".formatted(title));
        line(head, widths);
        line(Collections.nCopies(head.size(), "-"), widths);
        rows.forEach(row -> line(row, widths));
    }

    private void line(List<String> cells, int[] widths) {
        for (int i = 0; i < widths.length; i++) {
            String cell = cells.get(i);
            text.append("| ")
                    .append(cell)
                    .append((cell.equals("-") ? "-" : " ").repeat(widths[i] - cell.length()))
                    .append(' ');
        }
        text.append("|").append(System.lineSeparator());
    }
}
