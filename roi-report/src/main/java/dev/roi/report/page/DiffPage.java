package dev.roi.report.page;

import dev.roi.core.IndicatorId;
import dev.roi.core.PolicyDiff;
import dev.roi.core.PolicyDiff.Past;
import dev.roi.core.PolicyDiff.Recency;
import dev.roi.core.PolicyDiff.Side;
import dev.roi.core.PolicyDiff.Stay;
import dev.roi.core.PolicyRef;
import dev.roi.report.page.Page.Content;
import dev.roi.report.page.Page.Field;
import dev.roi.report.page.Page.Item;
import dev.roi.report.page.Page.Items;
import dev.roi.report.page.Page.Order;
import dev.roi.report.page.Page.Section;
import dev.roi.report.page.Page.Weight;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the report of a comparison says: what changed, what it does to decisions and what did it, then the words. */
public final class DiffPage {

    private final PolicyDiff diff;
    private final Words words;

    private DiffPage(PolicyDiff diff) {
        this.diff = diff;
        this.words = new Words(diff.language());
    }

    /**
     * Says what a comparison says.
     *
     * @param diff the comparison
     * @return the page
     */
    public static Page of(PolicyDiff diff) {
        return new DiffPage(diff).page();
    }

    private Page page() {
        List<Section> sections = new ArrayList<>();
        ChangeItems changes = new ChangeItems(diff, words);
        List<Item> deciding = changes.items(true);
        List<Item> others = changes.items(false);
        if (!deciding.isEmpty()) {
            sections.add(section(words, "deciding", new Items(Order.FREE, deciding)));
        }
        diff.past().ifPresent(past -> sections.addAll(new PastSections(diff, words, changes).of(past)));
        if (!others.isEmpty()) {
            sections.add(section(words, "others", new Items(Order.FREE, others)));
        }
        return new Page(diff.language(), Optional.empty(), title(), fields(), sections, List.of(colophon()));
    }

    private String colophon() {
        String how = diff.past()
                .map(past -> past.flips().isEmpty() ? "decided" : "flipped")
                .orElse("alone");
        return words.get("diff.colophon." + how);
    }

    static Section section(Words words, String name, Content... contents) {
        return new Section(name, words.get("diff." + name), List.of(contents));
    }

    private String title() {
        if (diff.past().isEmpty()) {
            return diff.changes().isEmpty()
                    ? words.get("diff.title.same")
                    : counted("diff.title.changes", diff.changes().size(), Map.of());
        }
        Past past = diff.past().get();
        return past.flips().isEmpty()
                ? words.get("diff.title.none")
                : counted("diff.title.flips", past.flips().size(), Map.of("months", number(past.months())));
    }

    private String counted(String key, int count, Map<String, String> more) {
        Map<String, String> values = new HashMap<>(more);
        values.put("count", number(count));
        return words.fill(key + (count == 1 ? ".one" : ".other"), values);
    }

    static String number(int count) {
        return String.valueOf(count);
    }

    private List<Field> fields() {
        List<Field> fields = new ArrayList<>();
        fields.add(field("before", side(diff.before())));
        fields.add(field("after", side(diff.after())));
        if (!diff.changes().isEmpty()) {
            long deciding =
                    diff.changes().stream().filter(change -> change.decides()).count();
            fields.add(field(
                    "changes",
                    words.fill(
                            "diff.changes-deciding",
                            Map.of("count", number(diff.changes().size()), "deciding", String.valueOf(deciding)))));
        }
        diff.past().ifPresent(past -> pastFields(past, fields));
        if (haveTheSameName()) {
            fields.add(field("note", words.get("diff.same-name")));
        }
        return fields;
    }

    /** Reviews made with either would be told apart by their fingerprints only. */
    private boolean haveTheSameName() {
        PolicyRef one = diff.before().policy();
        PolicyRef other = diff.after().policy();
        return one.id().equals(other.id())
                && one.version().equals(other.version())
                && !one.fingerprint().equals(other.fingerprint());
    }

    private String side(Side side) {
        return words.fill(
                "diff.side",
                Map.of(
                        "policy", side.policy().id().value(),
                        "version", side.policy().version(),
                        "title", side.title(),
                        "fingerprint", words.fingerprint(side.policy())));
    }

    private Field field(String key, String value) {
        return new Field(words.label(words.get("diff." + key)), value, Weight.PLAIN);
    }

    private void pastFields(Past past, List<Field> fields) {
        fields.add(field("scopes", number(past.scopes())));
        fields.add(field(
                "months",
                past.first().isEmpty() || past.last().isEmpty()
                        ? number(past.months())
                        : words.fill(
                                "diff.months-from-to",
                                Map.of(
                                        "count",
                                        number(past.months()),
                                        "first",
                                        words.quantities().month(past.first().get()),
                                        "last",
                                        words.quantities().month(past.last().get())))));
        long latest = past.flips().stream()
                .filter(flip -> flip.recency() == Recency.LATEST)
                .count();
        fields.add(new Field(
                words.label(words.get("diff.changed")),
                past.flips().isEmpty()
                        ? number(0)
                        : words.fill(
                                "diff.changed-latest",
                                Map.of("count", number(past.flips().size()), "latest", String.valueOf(latest))),
                Weight.PLAIN));
        fields.add(field("other-reasons", stays(past)));
        if (!past.refusals().isEmpty()) {
            fields.add(field("refused", number(past.refusals().size())));
        }
        if (!past.leftOut().isEmpty()) {
            fields.add(field(
                    "left-out",
                    words.fill(
                            "diff.left-out-readings",
                            Map.of(
                                    "indicators",
                                    words.quantities()
                                            .list(past.leftOut().stream()
                                                    .map(IndicatorId::value)
                                                    .toList())))));
        }
    }

    private String stays(Past past) {
        long others = past.stays().stream().filter(Stay::changesLevers).count();
        return others == 0
                ? number(past.stays().size())
                : words.fill(
                        "diff.stays-levers",
                        Map.of("count", number(past.stays().size()), "levers", String.valueOf(others)));
    }
}
