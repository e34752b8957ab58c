package dev.roi.imports;

import dev.roi.core.Dimension;
import dev.roi.core.Exact;
import dev.roi.core.Fault;
import dev.roi.core.Indicator;
import dev.roi.core.InputFault;
import dev.roi.core.Names;
import dev.roi.core.Quoted;
import dev.roi.core.Reading;
import dev.roi.core.Reading.Bound;
import dev.roi.core.Reading.Correction;
import dev.roi.core.Reading.Days;
import dev.roi.core.Reading.Status;
import dev.roi.core.ScorecardCheck;
import dev.roi.core.Unit;
import dev.roi.core.UnknownReason;
import dev.roi.imports.ReadingRow.Counts;
import dev.roi.imports.ReadingRow.Said;
import dev.roi.imports.ReadingRow.Value;
import dev.roi.imports.text.ImportFault;
import dev.roi.imports.text.ImportFaults;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The rows of one reading, the whole and its parts, as a reading. */
final class RowReading {

    /** As many as a scorecard is read with; a review says that it rounds them to twelve. */
    private static final int DECIMALS = 17;

    private final Indicator indicator;
    private final Optional<String> currency;
    private final ImportFaults faults;

    RowReading(Indicator indicator, Optional<String> currency, ImportFaults faults) {
        this.indicator = indicator;
        this.currency = currency;
        this.faults = faults;
    }

    /** The reading; nothing where it is wrong. */
    Optional<Reading> of(List<ReadingRow> rows) {
        Optional<ReadingRow> whole =
                rows.stream().filter(row -> row.part().isEmpty()).findFirst();
        List<ReadingRow> parts =
                rows.stream().filter(row -> row.part().isPresent()).toList();
        ReadingRow first = whole.orElseGet(() -> rows.get(0));
        if (!isSound(rows)) {
            return Optional.empty();
        }
        if (first.figure() instanceof ReadingRow.Unknown unknown) {
            return unknown(unknown.reason(), first, parts);
        }
        Optional<ReadingRow.Figure> figure = whole.map(ReadingRow::figure).or(() -> total(parts));
        if (figure.isEmpty()) {
            return Optional.empty();
        }
        return known(figure.get(), saidOfAll(rows, first), first.month(), parts);
    }

    private Optional<Reading> unknown(UnknownReason reason, ReadingRow whole, List<ReadingRow> parts) {
        if (!parts.isEmpty() || whole.part().isPresent()) {
            faults.add(
                    ImportFault.CONTRADICTION,
                    whole.origin().place("unknown"),
                    whole.part().isPresent() ? "unknown-part" : "unknown-with-parts",
                    "indicator",
                    Quoted.of(whole.indicator()));
            return Optional.empty();
        }
        return Optional.of(new Reading.Unknown(reason, whole.said().note()));
    }

    /** What one of its parts says of itself is so of a sum, too; what the whole says counts first. */
    private static Said saidOfAll(List<ReadingRow> rows, ReadingRow first) {
        Said said = first.said();
        for (ReadingRow row : rows) {
            Said other = row.said();
            if (other.status() == Status.PROVISIONAL && said.status() != Status.PROVISIONAL) {
                said = said.status(Status.PROVISIONAL);
            }
            if (said.bound() == Bound.EXACT) {
                said = said.bound(other.bound());
            }
            if (other.correction() == Correction.CREDIT) {
                said = said.corrected();
            }
            Optional<Days> days = other.covers(row.month());
            if (days.isPresent() && !said.isPartial(row.month())) {
                said = said.covering(days.get().from(), days.get().to());
            }
        }
        return said;
    }

    private Optional<Reading> known(ReadingRow.Figure figure, Said said, YearMonth month, List<ReadingRow> parts) {
        Optional<Reading.Rate> rate = Optional.empty();
        Exact value = Exact.ZERO;
        if (figure instanceof Counts counts) {
            if (counts.denominator().isZero()) {
                return Optional.of(new Reading.Unknown(UnknownReason.NO_CASES, said.note()));
            }
            rate = Optional.of(new Reading.Rate(counts.numerator(), counts.denominator()));
            value = rate.get().percent();
        } else if (figure instanceof Value number) {
            value = number.number().roundedHalfEven(DECIMALS);
        }
        Map<Dimension, Map<String, Reading.Part>> by = new EnumMap<>(Dimension.class);
        for (ReadingRow row : parts) {
            part(row.figure())
                    .ifPresent(
                            part -> by.computeIfAbsent(row.part().orElseThrow().dimension(), none -> new TreeMap<>())
                                    .put(row.part().orElseThrow().name(), part));
        }
        return Optional.of(new Reading.Known(
                value,
                rate,
                by,
                said.definition(),
                unit(said),
                said.source(),
                said.sample(),
                said.uncertainty(),
                said.status(),
                said.bound(),
                said.covers(month),
                said.correction(),
                said.note()));
    }

    private static Optional<Reading.Part> part(ReadingRow.Figure figure) {
        if (figure instanceof Counts counts) {
            // a part without cases says nothing of the whole
            return counts.denominator().isZero()
                    ? Optional.empty()
                    : Optional.of(Reading.Part.of(new Reading.Rate(counts.numerator(), counts.denominator())));
        }
        return figure instanceof Value value
                ? Optional.of(Reading.Part.of(value.number().roundedHalfEven(DECIMALS)))
                : Optional.empty();
    }

    private Optional<Unit> unit(Said said) {
        return said.unit()
                .filter(unit -> !unit.equals(indicator.unit().id()))
                .filter(unit -> !(indicator.unit().equals(Unit.CURRENCY)
                        && currency.filter(unit::equals).isPresent()))
                .map(Unit::new);
    }

    /** Parts without a whole add up to it. */
    private Optional<ReadingRow.Figure> total(List<ReadingRow> parts) {
        Dimension dimension = parts.get(0).part().orElseThrow().dimension();
        List<ReadingRow> added = parts.stream()
                .filter(row -> row.part().orElseThrow().dimension() == dimension)
                .toList();
        boolean amounts = added.stream().allMatch(row -> row.figure() instanceof Value);
        boolean counts = added.stream().allMatch(row -> row.figure() instanceof Counts);
        if (counts) {
            Exact numerator = Exact.ZERO;
            Exact denominator = Exact.ZERO;
            for (ReadingRow row : added) {
                numerator = numerator.plus(((Counts) row.figure()).numerator());
                denominator = denominator.plus(((Counts) row.figure()).denominator());
            }
            return Optional.of(new Counts(numerator, denominator));
        }
        if (!amounts || indicator.additivity() != Indicator.Additivity.ADDS_UP) {
            ReadingRow first = parts.get(0);
            faults.add(
                    ImportFault.NO_TOTAL,
                    first.origin().place("value"),
                    "no-total",
                    "indicator",
                    Quoted.of(first.indicator()),
                    "month",
                    Quoted.of(first.month().toString()));
            return Optional.empty();
        }
        Exact sum = Exact.ZERO;
        for (ReadingRow row : added) {
            sum = sum.plus(((Value) row.figure()).number());
        }
        return Optional.of(new Value(sum));
    }

    private boolean isSound(List<ReadingRow> rows) {
        boolean sound = true;
        for (ReadingRow row : rows) {
            sound &= isSound(row);
        }
        return sound;
    }

    private boolean isSound(ReadingRow row) {
        boolean sound = true;
        Said said = row.said();
        if (said.sample()
                .filter(cases -> cases.signum() < 0 || !cases.isWhole())
                .isPresent()) {
            sound = refuse(
                    InputFault.NEGATIVE, row, "sample", "sample", said.sample().orElseThrow());
        }
        if (said.uncertainty().filter(distance -> distance.signum() < 0).isPresent()) {
            sound = refuse(
                    InputFault.NEGATIVE,
                    row,
                    "uncertainty",
                    "uncertainty",
                    said.uncertainty().orElseThrow());
        }
        if (row.figure() instanceof Counts counts) {
            boolean negative =
                    counts.numerator().signum() < 0 || counts.denominator().signum() < 0;
            if (negative
                    || (counts.denominator().isZero() && !counts.numerator().isZero())) {
                sound = refuse(
                        InputFault.WRONG_RATE, row, "numerator", negative ? "negative-rate" : "rate-of-none", counts);
            }
        }
        Optional<String> unit = said.unit();
        boolean mayBeUnit = unit.isEmpty()
                || Names.isKebab(unit.get())
                || ScorecardCheck.currencies().contains(unit.get());
        if (!mayBeUnit) {
            sound = refuse(InputFault.UNKNOWN_UNIT, row, "unit", "unit", unit.orElseThrow());
        }
        return sound;
    }

    private boolean refuse(InputFault fault, ReadingRow row, String column, String key, Object what) {
        Fault.Place place = row.origin().place(column);
        String message = faults.words().say("fault." + key, "what", Quoted.of(what.toString()));
        faults.list().add(new Fault(fault.code(), Fault.Severity.ERROR, place, message, Optional.empty()));
        return false;
    }
}
