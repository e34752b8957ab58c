package dev.roi.report.page;

import dev.roi.core.Approval;
import dev.roi.core.Approvals.Recorded;
import dev.roi.core.PolicyLog;
import dev.roi.report.page.Page.Content;
import dev.roi.report.page.Page.Field;
import dev.roi.report.page.Page.Item;
import dev.roi.report.page.Page.Items;
import dev.roi.report.page.Page.Order;
import dev.roi.report.page.Page.Prose;
import dev.roi.report.page.Page.Section;
import dev.roi.report.page.Page.Weight;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the log of a policy says: each approved version, who approved it and why, and what it changed. */
public final class LogPage {

    private final PolicyLog log;
    private final Words words;

    private LogPage(PolicyLog log) {
        this.log = log;
        this.words = new Words(log.language());
    }

    /**
     * Says what the log of a policy says.
     *
     * @param log the log
     * @return the page
     */
    public static Page of(PolicyLog log) {
        return new LogPage(log).page();
    }

    private Page page() {
        List<Section> sections = new ArrayList<>();
        for (int i = 0; i < log.versions().size(); i++) {
            PolicyLog.Version version = log.versions().get(i);
            sections.add(new Section("version-" + (i + 1), title(version), contents(version)));
        }
        return new Page(
                log.language(),
                Optional.empty(),
                words.fill("log.title", Map.of("policy", log.policy().value())),
                List.of(new Field(
                        words.label(words.get("log.count")),
                        String.valueOf(log.versions().size()),
                        Weight.PLAIN)),
                sections,
                List.of(words.get("log.kept")));
    }

    private String title(PolicyLog.Version version) {
        return words.fill(
                "log.version",
                Map.of(
                        "version",
                        version.policy().version(),
                        "month",
                        month(version.approvals()
                                .get(version.approvals().size() - 1)
                                .approval()),
                        "fingerprint",
                        words.fingerprint(version.policy())));
    }

    private String month(Approval approval) {
        return words.quantities().month(approval.from());
    }

    private List<Content> contents(PolicyLog.Version version) {
        List<Content> contents = new ArrayList<>();
        contents.add(new Items(
                Order.FREE, version.approvals().stream().map(this::approval).toList()));
        if (version.diff().isEmpty()) {
            contents.add(new Prose(words.get("log.first")));
        }
        version.diff().ifPresent(diff -> {
            Page changes = DiffPage.of(diff);
            contents.add(new Prose(words.fill(
                    "log.against",
                    Map.of(
                            "changes",
                            changes.title(),
                            "version",
                            diff.before().policy().version(),
                            "fingerprint",
                            words.fingerprint(diff.before().policy())))));
            for (Section section : changes.sections()) {
                contents.add(new Prose(words.label(section.title())));
                contents.addAll(section.contents());
            }
        });
        version.unlike().forEach(entry -> contents.add(new Prose(unlike(version, entry))));
        return contents;
    }

    private Item approval(Recorded recorded) {
        Approval approval = recorded.approval();
        return new Item(
                Optional.of(words.label(approval.by())),
                words.fill(
                        "log.approved",
                        Map.of(
                                "at",
                                words.moment(approval.at()),
                                "month",
                                month(approval),
                                "entry",
                                String.valueOf(recorded.entry()))),
                List.of(words.fill("log.reason", Map.of("reason", approval.reason()))));
    }

    private String unlike(PolicyLog.Version version, long entry) {
        String library = version.approvals().stream()
                .filter(one -> one.entry() == entry)
                .map(one -> one.approval().library())
                .findFirst()
                .orElseThrow();
        return words.fill("log.unlike", Map.of("entry", String.valueOf(entry), "library", library));
    }
}
