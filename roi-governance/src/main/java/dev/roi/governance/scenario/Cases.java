package dev.roi.governance.scenario;

import static dev.roi.core.format.Shape.object;

import dev.roi.core.Fault.Place;
import dev.roi.core.IndicatorSet;
import dev.roi.core.Message;
import dev.roi.core.format.Cursor;
import dev.roi.core.format.Field;
import dev.roi.core.format.Kind;
import dev.roi.core.format.Objection;
import dev.roi.core.format.Shape;
import dev.roi.core.format.Spot;
import dev.roi.rules.policy.DeclaredNames;
import dev.roi.rules.policy.PolicyCode;
import dev.roi.rules.policy.PolicyObjections;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The cases of all files, each of which may build on another one. For use by one thread. */
final class Cases {

    private static final String LIKE = "like";

    private final Map<String, Cursor> written = new LinkedHashMap<>();
    private final Map<String, BaseCase> made = new HashMap<>();
    private final Set<String> building = new LinkedHashSet<>();
    private final PolicyObjections objections;
    private final Shape<BaseCase> shape;

    Cases(IndicatorSet indicators, DeclaredNames known, PolicyObjections objections) {
        this.objections = objections;
        GivenFields<BaseCase> given = new GivenFields<>(LIKE, this, indicators, known, objections);
        List<Field<BaseCase, ?>> fields = new ArrayList<>(List.of(ScenarioFile.about()));
        fields.addAll(given.fields());
        this.shape = object("A case that scenarios build on.", read -> Optional.of(given.given(read)), fields);
    }

    Shape<BaseCase> shape() {
        return shape;
    }

    void add(String name, Cursor value) {
        Cursor before = written.putIfAbsent(name, value);
        if (before != null) {
            Place other = before.spot().keyPlace();
            objections.at(
                    value.spot(),
                    new Objection(
                            PolicyCode.REPEATED_NAME.id(),
                            Message.of(
                                    "case `%s` is there twice; the other one is at %s:%s.",
                                    name, other.source(), other.line()),
                            Message.of("Give one of the two another name.")));
        }
    }

    /** Returns the cases as they are written, by name and in order. */
    Map<String, Cursor> written() {
        return written;
    }

    /** Returns where a case says what it builds on. */
    Optional<Cursor> like(String name) {
        Map<String, Cursor> fields = new HashMap<>();
        Optional.ofNullable(written.get(name))
                .filter(value -> value.kind() == Kind.OBJECT)
                .ifPresent(value -> value.eachField(fields::put));
        return Optional.ofNullable(fields.get(LIKE));
    }

    /** Returns the case that another one builds on, where there is such a one; nothing is read for it. */
    Optional<String> baseOf(String name) {
        return like(name)
                .filter(like -> like.kind() == Kind.TEXT)
                .map(Cursor::text)
                .filter(written::containsKey);
    }

    BaseCase get(String name) {
        BaseCase known = made.get(name);
        if (known == null) {
            made.put(name, BaseCase.EMPTY);
            building.add(name);
            known = Optional.ofNullable(written.get(name))
                    .flatMap(value -> shape.read(value, objections))
                    .orElse(BaseCase.EMPTY);
            made.put(name, known);
            building.remove(name);
        }
        return known;
    }

    /** Returns the case that is named at a spot; one without anything where there is none, or it would build on itself. */
    BaseCase named(String name, Spot at) {
        Optional<Objection> wrong = DeclaredNames.of(written.keySet())
                .objection(Message.of("case"), name)
                .or(() -> Optional.of(name)
                        .filter(building::contains)
                        .map(circle -> new Objection(
                                PolicyCode.WRONG_VALUE.id(),
                                Message.of("case `%s` is like itself.", circle),
                                Message.of("Let one case begin: take this `like` out."))));
        wrong.ifPresent(known -> objections.at(at, known));
        return wrong.isPresent() ? BaseCase.EMPTY : get(name);
    }
}
