package dev.roi.report.page;

import dev.roi.core.FollowUp;
import dev.roi.core.Language;
import dev.roi.core.Minutes;
import dev.roi.core.PastAction;
import dev.roi.core.PastDecision;
import dev.roi.report.page.Page.Field;
import dev.roi.report.page.Page.Item;
import dev.roi.report.page.Page.Items;
import dev.roi.report.page.Page.Order;
import dev.roi.report.page.Page.Section;
import dev.roi.report.page.Page.Weight;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the minutes of a meeting say: who was there, what was decided and why, who is to do what, and the ledger's head. */
public final class MinutesPage {

    private final Minutes minutes;
    private final Words words;
    private final PastItems items;
    private final List<Section> sections = new ArrayList<>();

    private MinutesPage(Minutes minutes, Language language) {
        this.minutes = minutes;
        this.words = new Words(language);
        this.items = new PastItems(words);
    }

    /**
     * Says what the minutes say.
     *
     * @param minutes the minutes
     * @param language the language to say it in
     * @return the page
     */
    public static Page of(Minutes minutes, Language language) {
        return new MinutesPage(minutes, language).page(language);
    }

    /** The committee that was asked for, or else the one that made every decision. */
    private Optional<String> committee() {
        List<Optional<String>> all = minutes.decisions().stream()
                .map(past -> past.resolution().committee())
                .distinct()
                .toList();
        return minutes.committee().or(() -> all.size() == 1 ? all.get(0) : Optional.empty());
    }

    private Page page(Language language) {
        add(
                "decisions",
                "minutes.decisions",
                minutes.decisions().stream().map(this::decision).toList());
        add(
                "agreed",
                "minutes.agreed",
                minutes.decisions().stream()
                        .flatMap(past -> past.actions().stream().map(action -> action(past, action)))
                        .toList());
        add(
                "earlier",
                "minutes.earlier",
                minutes.answered().stream().map(this::told).toList());
        add("open", "minutes.open", minutes.open().stream().map(this::open).toList());
        return new Page(
                language,
                Optional.empty(),
                words.fill("minutes.title", Map.of("month", words.quantities().month(minutes.month()))),
                fields(),
                sections,
                List.of(words.fill(
                        "minutes.head",
                        Map.of(
                                "entry",
                                String.valueOf(minutes.headEntry()),
                                "head",
                                minutes.head().value()))));
    }

    private void add(String name, String title, List<Item> items) {
        if (!items.isEmpty()) {
            sections.add(new Section(name, words.get(title), List.of(new Items(Order.FREE, items))));
        }
    }

    private List<Field> fields() {
        List<Field> fields = new ArrayList<>();
        committee().ifPresent(name -> fields.add(field("minutes.committee", name)));
        List<String> days = minutes.decisions().stream()
                .map(past -> words.day(past.resolution().at()))
                .distinct()
                .toList();
        fields.add(field("minutes.held", words.quantities().list(days)));
        fields.add(field("minutes.present", words.quantities().list(minutes.attendees())));
        return fields;
    }

    private Field field(String key, String value) {
        return new Field(words.label(words.get(key)), value, Weight.PLAIN);
    }

    private Item decision(PastDecision past) {
        List<String> points = new ArrayList<>();
        points.add(words.fill("minutes.recommended", Map.of("headline", past.headline())));
        points.addAll(items.why(past.resolution()));
        points.addAll(items.closing(past.resolution()));
        points.addAll(items.dissent(past.resolution()));
        points.add(words.fill(
                "minutes.entry",
                Map.of(
                        "entry",
                        String.valueOf(past.entry()),
                        "name",
                        past.resolution().by(),
                        "at",
                        words.moment(past.resolution().at()))));
        return new Item(Optional.of(words.label(words.scope(past.scope()))), items.decision(past), points);
    }

    private Item action(PastDecision past, PastAction action) {
        return new Item(
                Optional.of(words.label(action.id().toString())),
                words.fill(
                        "minutes.action", Map.of("scope", words.scope(past.scope()), "action", items.action(action))),
                List.of());
    }

    private Item told(Minutes.Told told) {
        List<String> points = new ArrayList<>();
        points.add(items.answer(told.answered()));
        told.answered().answer().movements().stream().map(items::movement).forEach(points::add);
        if (told.answered().answer().isEnd()) {
            items.warning(told.answered().answer().movements()).ifPresent(points::add);
        }
        return new Item(
                Optional.of(words.label(told.action().id().toString())),
                words.fill(
                        "minutes.action",
                        Map.of("scope", words.scope(told.decision().scope()), "action", items.action(told.action()))),
                points);
    }

    private Item open(FollowUp asked) {
        return items.open(asked, minutes.month());
    }
}
