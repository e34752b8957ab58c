package dev.roi.governance.scenario;

import static dev.roi.core.format.Field.field;
import static dev.roi.core.format.Shape.anyText;
import static dev.roi.core.format.Shape.object;

import dev.roi.core.Fault.Place;
import dev.roi.core.Message;
import dev.roi.core.format.Field;
import dev.roi.core.format.Objection;
import dev.roi.core.format.Shape;
import dev.roi.core.format.Spot;
import dev.roi.rules.policy.DeclaredNames;
import dev.roi.rules.policy.PolicyDraft;
import java.util.List;
import java.util.Optional;

/**
 * A mutant that no scenario has to notice, or several.
 *
 * @param mutant its name, or what their names begin with and an asterisk
 * @param because why not
 * @param at where that is written
 */
record AcceptedMutant(String mutant, String because, Place at) {

    /** What the names of mutants begin with. */
    private static final DeclaredNames KINDS = DeclaredNames.of(List.of("threshold", "rule", "comparison", "nested"));

    private static final Field<AcceptedMutant, String> BECAUSE =
            field("because", "Why not.", anyText().also("minLength", 1).suchAs("trends are only shown"));

    static Shape<AcceptedMutant> shape(PolicyDraft.Names known) {
        Field<AcceptedMutant, String> mutant = field(
                "mutant",
                "Its name in the test report, such as threshold/adoption.low/up.",
                anyText()
                        .unless((name, at) -> unknown(name, known))
                        .also("minLength", 1)
                        .suchAs("threshold/trend.*"));
        return object(
                "What no scenario has to notice.",
                read -> read.isSound()
                        ? Optional.of(new AcceptedMutant(read.get(mutant), read.get(BECAUSE), place(read.spot(mutant))))
                        : Optional.empty(),
                mutant,
                BECAUSE);
    }

    private static Place place(Spot at) {
        Place place = at.place();
        return new Place(place.source(), place.line(), place.column(), "");
    }

    /** Says what is unknown of a mutant's name; the test of the policy tells whether there is such a mutant. */
    private static Optional<Objection> unknown(String name, PolicyDraft.Names known) {
        String[] parts = name.split("/", -1);
        Optional<Objection> ofKind = unknown(Message.of("kind of mutant"), parts[0], parts[0].endsWith("*"), KINDS);
        if (ofKind.isPresent() || parts.length == 1 || parts[0].endsWith("*")) {
            return ofKind;
        }
        boolean isThreshold = parts[0].equals("threshold");
        return unknown(
                isThreshold ? Message.of("threshold") : Message.of("rule"),
                parts[1],
                parts.length == 2 && parts[1].endsWith("*"),
                isThreshold ? known.thresholds() : known.rules());
    }

    private static Optional<Objection> unknown(Message what, String name, boolean isStem, DeclaredNames names) {
        return isStem && names.names().stream().anyMatch(one -> Scenarios.covers(name, one))
                ? Optional.empty()
                : names.objection(what, name);
    }
}
