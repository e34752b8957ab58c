package dev.roi.imports.source;

import dev.roi.core.format.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** The readers there are, each with what it can be told. */
final class Readers {

    /** The reader of our own tables, which needs no understanding. */
    static final String TABLE = "table";

    private static final Map<String, Entry> ALL = new TreeMap<>();

    private Readers() {}

    /** A reader, and the fields of {@code sources.yaml} that are its own. */
    record Entry(List<Field<Object, ?>> fields, Clock clock, Function<Source, Reader> make) {}

    /** Whose days and months a tool counts in. */
    enum Clock {
        /** Those of the time zone that {@code sources.yaml} names. */
        OURS,
        /** Those of UTC, in which bills and daily reports are made. */
        UTC
    }

    static {
        add(GithubPulls.NAME, List.of(), Clock.OURS, GithubPulls::new);
        add(GitlabMergeRequests.NAME, List.of(), Clock.OURS, GitlabMergeRequests::new);
        add(JiraChangelog.NAME, JiraChangelog.FIELDS, Clock.OURS, JiraChangelog::new);
        add(Devlake.NAME, List.of(), Clock.OURS, Devlake::new);
        add(FocusCost.NAME, FocusCost.FIELDS, Clock.UTC, FocusCost::new);
        add(CopilotUsage.NAME, List.of(), Clock.UTC, CopilotUsage::new);
        add(CopilotSeats.NAME, List.of(), Clock.OURS, CopilotSeats::new);
        add(CopilotBilling.NAME, CopilotBilling.FIELDS, Clock.UTC, CopilotBilling::new);
        add(ClaudeCodeAnalytics.NAME, List.of(), Clock.UTC, ClaudeCodeAnalytics::new);
        add(CursorUsage.NAME, List.of(), Clock.UTC, CursorUsage::new);
        add(OpenaiCosts.NAME, OpenaiCosts.FIELDS, Clock.UTC, OpenaiCosts::new);
        add(PagerdutyIncidents.NAME, PagerdutyIncidents.FIELDS, Clock.OURS, PagerdutyIncidents::new);
        add(Intercom.NAME, List.of(), Clock.OURS, Intercom::new);
        add(Zendesk.NAME, Zendesk.FIELDS, Clock.OURS, Zendesk::new);
    }

    private static void add(String name, List<Field<Object, ?>> fields, Clock clock, Function<Source, Reader> make) {
        ALL.put(name, new Entry(fields, clock, make));
    }

    static List<String> names() {
        List<String> names = new ArrayList<>(ALL.keySet());
        names.add(TABLE);
        return names;
    }

    /** What a reader asks for; our own tables say all themselves. */
    static List<Field<Object, ?>> fields(String name) {
        return name.equals(TABLE) ? List.of() : of(name).fields();
    }

    static Entry of(String name) {
        Entry entry = ALL.get(name);
        if (entry == null) {
            throw new IllegalStateException("no reader (%s)".formatted(name));
        }
        return entry;
    }
}
