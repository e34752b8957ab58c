package dev.roi.rules.policy;

import static dev.roi.core.format.Field.maybe;
import static dev.roi.core.format.Shape.number;
import static dev.roi.core.format.Shape.object;
import static dev.roi.core.format.Shape.text;
import static dev.roi.rules.policy.PolicyObjections.objection;

import dev.roi.core.Exact;
import dev.roi.core.Names;
import dev.roi.core.Nearest;
import dev.roi.core.Quoted;
import dev.roi.core.Range;
import dev.roi.core.Unit;
import dev.roi.core.format.Field;
import dev.roi.core.format.Objection;
import dev.roi.core.format.Read;
import dev.roi.core.format.Shape;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** How what several files of a policy have is written. */
final class PolicyShapes {

    private static final String TWO_LINES =
            "A line of the list is indented further than the one before it; let all begin in one column.";

    private static final Field<Range, Optional<Exact>> LEAST =
            maybe("least", "The least of them; any where there is none.", number().suchAs("0"));
    private static final Field<Range, Optional<Exact>> MOST =
            maybe("most", "The greatest of them; any where there is none.", number().suchAs("100"));

    private PolicyShapes() {}

    /** From a least to a most number. */
    static Shape<Range> range() {
        return object("Both ends are included.", PolicyShapes::range, LEAST, MOST)
                .suchAs("{ least: 0, most: 100 }");
    }

    private static Optional<Range> range(Read<Range> read) {
        Optional<Exact> least = read.get(LEAST);
        Optional<Exact> most = read.get(MOST);
        if (least.isPresent() && most.isPresent() && least.get().isAbove(most.get())) {
            read.object(objection(
                    PolicyCode.WRONG_VALUE,
                    "`least` is above `most`.",
                    "Did you mean `{ least: %s, most: %s }`?".formatted(most.get(), least.get())));
            return Optional.empty();
        }
        return Optional.of(new Range(least, most));
    }

    /** A name that is declared somewhere. */
    static Shape<String> known(String what, DeclaredNames names) {
        return text().unless((name, at) -> names.objection(what, name)
                .map(wrong -> name.contains(" - ") ? new Objection(wrong.code(), wrong.message(), TWO_LINES) : wrong));
    }

    /** What a declared name stands for; nothing where it is not written as its likes are, which its own place says. */
    static <I> Shape<I> known(String what, DeclaredNames names, Predicate<String> isOne, Function<String, I> id) {
        return known(what, names)
                .taken((name, at, to) -> Optional.of(name).filter(isOne).map(id));
    }

    /** A unit; where its name is misspelt, the one that was meant, so that nothing else is blamed for it. */
    static Shape<Unit> unit(DeclaredNames known) {
        return text().<Unit>taken((name, at, to) -> {
                    if (known.has(name)) {
                        return Optional.of(name).filter(Names::isKebab).map(Unit::new);
                    }
                    Optional<String> meant = Written.unit(name, known.names());
                    if (meant.isEmpty() && Names.isKebab(name)) {
                        return Optional.of(new Unit(name)); // a unit of the policy's own, which is written by its name
                    }
                    String help = meant.map(
                                    "Did you mean `%s`? A unit of your own has its words under `units` in texts/."
                                            ::formatted)
                            .orElseGet(() -> Nearest.thereAre(known.names()));
                    to.at(at, objection(PolicyCode.UNKNOWN_NAME, "unknown unit %s.".formatted(Quoted.of(name)), help));
                    return meant.map(Unit::new);
                })
                .suchAs("percent");
    }
}
