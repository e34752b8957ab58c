package dev.roi.rules.drools;

import dev.roi.core.Exact;
import dev.roi.rules.facts.Fact;
import dev.roi.rules.facts.Field;
import dev.roi.rules.facts.Figure;
import dev.roi.rules.facts.Question;
import dev.roi.rules.language.Accumulate.Function;
import dev.roi.rules.language.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;

/**
 * What an {@code accumulate} matched, in no particular order.
 *
 * @param rows the facts of each match
 * @param question what was asked of numbers that are not certain
 */
record Tally(List<Row> rows, Question question) {

    Tally {
        rows = List.copyOf(rows);
    }

    /** Returns the facts of all matches. */
    Stream<Fact> facts() {
        return rows.stream().flatMap(row -> row.facts().stream());
    }

    /** Works out how many matches there are, from those that surely are and those that possibly are. */
    static Optional<Span> count(Tally surely, Tally possibly) {
        return Optional.of(Span.of(Exact.of(surely.rows.size()), Exact.of(possibly.rows.size())));
    }

    /**
     * Works out a number of all matches.
     *
     * @param function how
     * @param column which fact of each
     * @param field which number of it
     * @param surely the matches that surely are
     * @param possibly those that possibly are, which the others are some of
     * @param question what is asked of each number
     * @return the number; nothing where there are no matches that it could be worked out from
     */
    static Optional<Span> of(
            Function function, int column, Field field, Tally surely, Tally possibly, Question question) {
        List<Figure> sure = surely.figures(column, field, question);
        List<Figure> all = possibly.figures(column, field, question);
        return switch (function) {
            case COUNT -> count(surely, possibly);
            case SUM -> Optional.of(sum(sure, all));
            case AVERAGE -> average(sure, all);
            case MIN -> extreme(sure, all, Tally::lesser);
            case MAX -> extreme(sure, all, Tally::greater);
        };
    }

    /** What is not given is left out, as it would be by whoever adds it up. */
    private List<Figure> figures(int column, Field field, Question question) {
        List<Figure> figures = new ArrayList<>();
        for (Row row : rows) {
            field.number(row.facts().get(column))
                    .map(figure -> question == Question.AS_MEASURED ? Figure.of(figure.estimate()) : figure)
                    .ifPresent(figures::add);
        }
        return figures;
    }

    /** What possibly is there adds to either end only what moves it. */
    private static Span sum(List<Figure> sure, List<Figure> all) {
        Exact least = Exact.ZERO;
        Exact most = Exact.ZERO;
        for (Figure figure : sure) {
            least = least.plus(greater(figure.least(), Exact.ZERO));
            most = most.plus(lesser(figure.most(), Exact.ZERO));
        }
        for (Figure figure : all) {
            least = least.plus(lesser(figure.least(), Exact.ZERO));
            most = most.plus(greater(figure.most(), Exact.ZERO));
        }
        return Span.of(least, most);
    }

    private static Optional<Span> extreme(List<Figure> sure, List<Figure> all, BinaryOperator<Exact> further) {
        if (all.isEmpty()) {
            return Optional.empty();
        }
        boolean isLeast = further.apply(Exact.ZERO, Exact.ONE).isZero();
        List<Figure> near = sure.isEmpty() ? all : sure;
        Exact least = isLeast ? furthest(all, further, true) : nearest(near, sure.isEmpty(), further, true);
        Exact most = isLeast ? nearest(near, sure.isEmpty(), further, false) : furthest(all, further, false);
        return Optional.of(new Span(Optional.of(least), Optional.of(most), !sure.isEmpty()));
    }

    private static Exact furthest(List<Figure> all, BinaryOperator<Exact> further, boolean isLeast) {
        return all.stream()
                .map(figure -> isLeast ? figure.least() : figure.most())
                .reduce(further)
                .orElseThrow();
    }

    /** Of what surely is there, all counts; of what only possibly is, it may be any one alone. */
    private static Exact nearest(List<Figure> near, boolean isAny, BinaryOperator<Exact> further, boolean isLeast) {
        BinaryOperator<Exact> chosen =
                isAny ? (one, other) -> further.apply(one, other).equals(one) ? other : one : further;
        return near.stream()
                .map(figure -> isLeast ? figure.least() : figure.most())
                .reduce(chosen)
                .orElseThrow();
    }

    /** A match that may be missing moves the mean as long as it is on the far side of it. */
    private static Optional<Span> average(List<Figure> sure, List<Figure> all) {
        if (all.isEmpty()) {
            return Optional.empty();
        }
        List<Figure> possible = new ArrayList<>(all);
        sure.forEach(possible::remove);
        Exact least = mean(
                sure.stream().map(Figure::least).toList(),
                possible.stream().map(Figure::least).sorted().toList(),
                Exact::isBelow);
        Exact most = mean(
                sure.stream().map(Figure::most).toList(),
                possible.stream()
                        .map(Figure::most)
                        .sorted(Comparator.reverseOrder())
                        .toList(),
                Exact::isAbove);
        return Optional.of(new Span(Optional.of(least), Optional.of(most), !sure.isEmpty()));
    }

    private static Exact mean(List<Exact> sure, List<Exact> possible, Side side) {
        Exact sum = sure.stream().reduce(Exact.ZERO, Exact::plus);
        int count = sure.size();
        for (Exact one : possible) {
            if (count == 0 || side.isOf(one, sum.dividedBy(Exact.of(count)))) {
                sum = sum.plus(one);
                count++;
            }
        }
        return sum.dividedBy(Exact.of(count));
    }

    private interface Side {
        boolean isOf(Exact one, Exact other);
    }

    private static Exact lesser(Exact one, Exact other) {
        return one.isAbove(other) ? other : one;
    }

    private static Exact greater(Exact one, Exact other) {
        return one.isBelow(other) ? other : one;
    }
}
