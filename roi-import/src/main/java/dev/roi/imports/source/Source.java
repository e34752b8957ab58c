package dev.roi.imports.source;

import dev.roi.core.Fault;
import dev.roi.imports.Origin;
import dev.roi.imports.ScopeKey;
import dev.roi.imports.text.ImportFaults;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One entry of {@code sources}: what its reader was told, and what it works with. */
final class Source {

    /** What scopes and sources say, whichever reader it is. */
    record Terms(
            String reader,
            Origin origin,
            Optional<ScopeKey> scope,
            Map<String, String> definitions,
            Map<String, String> renamed,
            Set<String> gives,
            Set<String> wins,
            Optional<Instant> taken,
            Optional<String> currency) {}

    private final Terms terms;
    private final Settings settings;
    private final Claims claims;
    private final Moments moments;
    private final People people;
    private final ImportFaults faults;
    private final LeftOut leftOut = new LeftOut();
    private final LeftOut remarks = new LeftOut();
    private final Coverage coverage;
    private final Tally tally;
    private final Set<String> given = new HashSet<>();

    Source(Terms terms, Settings settings, Claims claims, Moments moments, People people, ImportFaults faults) {
        this.terms = terms;
        this.settings = settings;
        this.claims = claims;
        this.moments = moments;
        this.people = people;
        this.faults = faults;
        this.coverage = new Coverage(moments, terms.taken());
        this.tally = new Tally(this);
        Figure.of(terms.reader()).forEach(figure -> given.add(figure.name()));
    }

    String reader() {
        return terms.reader();
    }

    Origin origin() {
        return terms.origin();
    }

    Optional<Instant> taken() {
        return terms.taken();
    }

    Optional<String> currency() {
        return terms.currency();
    }

    Set<String> wins() {
        return terms.wins();
    }

    Settings settings() {
        return settings;
    }

    Moments moments() {
        return moments;
    }

    People people() {
        return people;
    }

    ImportFaults faults() {
        return faults;
    }

    LeftOut leftOut() {
        return leftOut;
    }

    /** What is no row left out, and worth knowing all the same. */
    LeftOut remarks() {
        return remarks;
    }

    Coverage coverage() {
        return coverage;
    }

    Tally tally() {
        return tally;
    }

    /** The scope of a row; nothing where none claims it, which is then counted as left out. */
    Optional<ScopeKey> scope(Claims.Kind kind, Fault.Place place, List<String> names) {
        Optional<ScopeKey> found = find(kind, names);
        if (found.isEmpty()) {
            leftOut.add("unassigned", place);
        }
        return found;
    }

    /** The scope of what has one of these names. */
    Optional<ScopeKey> find(Claims.Kind kind, List<String> names) {
        Optional<ScopeKey> found = terms.scope();
        for (String name : names) {
            found = found.isPresent() ? found : claims.find(kind, name);
        }
        return found.or(() -> claims.rest(kind));
    }

    /** The scopes that the source is about, if only with nothing. */
    Set<ScopeKey> scopes(Claims.Kind kind) {
        return terms.scope().map(Set::of).orElseGet(() -> claims.of(kind));
    }

    String indicator(Figure figure) {
        return terms.renamed().getOrDefault(figure.indicator(), figure.indicator());
    }

    Optional<String> definition(Figure figure) {
        return Optional.ofNullable(terms.definitions().get(indicator(figure))).or(figure::definition);
    }

    boolean wants(Figure figure) {
        return terms.gives().isEmpty() || terms.gives().contains(indicator(figure));
    }

    /** A figure that the export cannot give as it is told: nothing of it is not 0. */
    void withoutFigure(String name) {
        given.remove(name);
    }

    boolean gives(String name) {
        return given.contains(name);
    }
}
