package dev.roi.imports.source;

import static dev.roi.core.format.Field.field;
import static dev.roi.core.format.Field.maybe;
import static dev.roi.core.format.Shape.flag;
import static dev.roi.core.format.Shape.list;
import static dev.roi.core.format.Shape.map;
import static dev.roi.core.format.Shape.month;
import static dev.roi.core.format.Shape.number;
import static dev.roi.core.format.Shape.object;
import static dev.roi.core.format.Shape.text;
import static dev.roi.core.format.Shape.word;

import dev.roi.core.Level;
import dev.roi.core.format.Field;
import dev.roi.core.format.Format;
import dev.roi.core.format.Shape;
import dev.roi.core.format.Text;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a {@code sources.yaml} looks like, whatever exports it names: each key once, which is all that the file may say, and
 * what an editor tells of it.
 */
final class SourcesFormat {

    /** The format's name and version. */
    static final String NAME = "roi-sources/1";

    private static final String KEBAB = "^[a-z0-9]+(-[a-z0-9]+)*$";
    private static final String PERIOD = "^[0-9]{4}-[0-9]{2}(/[0-9]{4}-[0-9]{2})?$";

    private static final List<Field<Object, ?>> BUDGET = List.of(
            field("amount", "The money that there is.", figure()),
            field("period", "The months that it is for, ends included.", period()),
            maybe("currency", "Its ISO 4217 code; the scope's unless said.", text()));

    private static final List<Field<Object, ?>> OF_SCOPE = List.of(
            field("level", "How wide it is.", word(Level.class)),
            maybe("name", "What people call it; its id unless said.", text()),
            maybe("first-use", "The month in which the tool was first used.", month()),
            maybe("former-ids", "Ids that it had before.", names()),
            maybe("currency", "The ISO 4217 code of its money.", text()),
            maybe("policy", "The policy that it is reviewed with.", text()),
            maybe("budget", "What may be spent.", object("A budget.", BUDGET).named("budget")),
            maybe("dates", "Months with a name, that rules count to.", dates()),
            maybe("repositories", "Repositories that are its own; `*` claims the rest.", names()),
            maybe("projects", "Projects that are its own; `*` claims the rest.", names()),
            maybe("cost-centres", "Cost centres or accounts that are its own; `*` claims the rest.", names()),
            maybe("teams", "Teams of the tools that are its own; `*` claims the rest.", names()),
            maybe("services", "Services that are its own; `*` claims the rest.", names()),
            maybe("organisations", "Organisations that are its own; `*` claims the rest.", names()));

    private static final List<Field<Object, ?>> OF_WORKFLOW = List.of(
            field("id", "Its name, once in the file.", text()),
            maybe("name", "What people call it; its id unless said.", text()),
            field("authorised", "Whether an agent may be used for it.", flag()),
            maybe("priority", "Whether it is one that matters most.", flag()),
            maybe("owner", "Who answers for it.", text()),
            maybe("scope", "The scope that it belongs to; all unless said.", text()));

    private static final List<Field<Object, ?>> OF_BASELINES =
            List.of(field("period", "The months before the tool was used, ends included.", period()));

    private static final List<Field<Object, ?>> OF_PEOPLE =
            List.of(maybe("bots", "Names of programs, where `*` stands for any characters.", names()));

    private static final List<Field<Object, ?>> OF_EVERY_SOURCE = List.of(
            field("files", "The exports, by the file's own directory; `*` stands for any characters.", names()),
            maybe("scope", "The scope of everything in its files, where no row says it.", text()),
            maybe("definition", "How an indicator is measured, where the reader's own definition is not it.", texts()),
            maybe("as", "Other names for indicators that it gives.", texts()),
            maybe("gives", "The only indicators that are taken from it.", names()),
            maybe("wins", "The indicators that count from here where two sources give them.", names()),
            maybe("extracted-at", "When it was exported.", moment()),
            maybe("currency", "The ISO 4217 code of its money.", text()),
            maybe("time-zone", "The time zone that its days and months are of.", text()));

    /** Which part of a whole each row belongs to. */
    static final List<Field<Object, ?>> OF_PART_MAP = List.of(
            maybe("tag", "The tag that says it; this or `column`.", text()),
            maybe("column", "The column that says it; this or `tag`.", text()),
            maybe("is", "What its values stand for; themselves unless said.", texts()));

    private SourcesFormat() {}

    /** Made when asked for: the readers say what is theirs, in terms of this class. */
    private static List<Field<Object, ?>> all() {
        return List.of(
                field("format", "What the file is, and of which version.", Text.constant(NAME)),
                maybe("time-zone", "Which month a moment belongs to; UTC unless said.", text()),
                maybe("currency", "The ISO 4217 code of the money of scopes that name none.", text()),
                maybe("policy", "The policy of scopes that name none.", text()),
                maybe("extracted-at", "When the exports were taken.", moment()),
                maybe("months", "The months that are wanted; all from the first use on unless said.", period()),
                field(
                        "scopes",
                        "What is reviewed, by id.",
                        map(
                                kebab(),
                                object("A workflow, a team or a portfolio.", OF_SCOPE)
                                        .named("scope"))),
                maybe(
                        "workflows",
                        "The register of workflows.",
                        list(object("A workflow.", OF_WORKFLOW).named("workflow"))),
                maybe(
                        "baselines",
                        "What is compared with: the same readers over earlier months.",
                        object("The months of the baselines.", OF_BASELINES)),
                maybe("dates", "Months with a name, that rules count to.", dates()),
                maybe("people", "Who is no person.", object("Who is no person.", OF_PEOPLE)),
                field("sources", "The exports.", list(source())));
    }

    /** The format, which an editor's schema is made of. */
    static Format<Object> format() {
        return Format.strict(
                NAME,
                "Sources",
                object("sources.yaml: exports of tools, and which scope each of their rows belongs to.", all()));
    }

    static Set<String> keys() {
        return keys(all());
    }

    static Set<String> scopeKeys() {
        return keys(OF_SCOPE);
    }

    static Set<String> budgetKeys() {
        return keys(BUDGET);
    }

    static Set<String> workflowKeys() {
        return keys(OF_WORKFLOW);
    }

    static Set<String> baselineKeys() {
        return keys(OF_BASELINES);
    }

    static Set<String> peopleKeys() {
        return keys(OF_PEOPLE);
    }

    /** What a source may say: what every one may, and what its reader asks for. */
    static Set<String> sourceKeys(String reader) {
        return keys(ofSource(reader));
    }

    static Set<String> keys(List<Field<Object, ?>> fields) {
        Set<String> keys = new LinkedHashSet<>(); // in the order in which they are named to people
        fields.forEach(field -> keys.add(field.key()));
        return Collections.unmodifiableSet(keys);
    }

    private static List<Field<Object, ?>> ofSource(String reader) {
        List<Field<Object, ?>> fields = new ArrayList<>();
        fields.add(field("read", "The reader, by what is exported.", Text.constant(reader)));
        fields.addAll(OF_EVERY_SOURCE);
        fields.addAll(Readers.fields(reader));
        return fields;
    }

    @SuppressWarnings("unchecked")
    private static Shape<Object> source() {
        return Shape.<Object>either(
                "Exports of one tool.",
                SourcesFormat::unwritten,
                Readers.names().stream()
                        .map(reader -> object("Exports that `%s` reads.".formatted(reader), ofSource(reader))
                                .named(reader))
                        .toArray(Shape[]::new));
    }

    /** A name, or several in a list. */
    static Shape<Object> names() {
        return Shape.<Object>either(
                "A name, or several.", SourcesFormat::unwritten, any(figureOrText()), any(list(figureOrText())));
    }

    /** Texts by name. */
    static Shape<Object> texts() {
        return any(map(Shape.anyText(), figureOrText()));
    }

    /** Names, or several, by name. */
    static Shape<Object> namesByName() {
        return any(map(Shape.anyText(), names()));
    }

    /** Which part each row belongs to. */
    static Shape<Object> partMap() {
        return object("Which part each row belongs to, by a tag or a column.", OF_PART_MAP)
                .named("part");
    }

    /** One of some words. */
    static Shape<Object> oneOf(List<String> words) {
        return any(text().also("enum", words));
    }

    private static Shape<Object> figureOrText() {
        return Shape.<Object>either("A name.", SourcesFormat::unwritten, any(text()), any(number()));
    }

    private static Shape<Object> figure() {
        return Shape.<Object>either(
                "A number.", SourcesFormat::unwritten, any(number()), any(text().also("pattern", "^-?[0-9.]+$")));
    }

    private static Shape<Object> dates() {
        return any(map(kebab(), month()));
    }

    private static Text<String> kebab() {
        return Shape.anyText().also("pattern", KEBAB);
    }

    private static Shape<String> period() {
        return text().also("pattern", PERIOD).suchAs("2025-07/2025-12");
    }

    private static Shape<String> moment() {
        return text().also("format", "date-time").suchAs("2026-06-02T08:00:00Z");
    }

    private static <T> Shape<Object> any(Shape<T> shape) {
        return shape.as(value -> value, value -> {
            throw onlyRead();
        });
    }

    private static Shape<Object> unwritten(Object value) {
        throw onlyRead();
    }

    private static IllegalStateException onlyRead() {
        return new IllegalStateException("a `sources.yaml` is only read");
    }
}
