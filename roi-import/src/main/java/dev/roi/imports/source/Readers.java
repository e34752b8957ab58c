package dev.roi.imports.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** The readers there are, each with what it can be told. */
final class Readers {

    /** The reader of our own tables, which needs no understanding. */
    static final String TABLE = "table";

    private static final Map<String, Entry> ALL = new TreeMap<>();

    private Readers() {}

    /** A reader, and the keys of {@code sources.yaml} that are its own. */
    record Entry(Set<String> keys, Clock clock, Function<Source, Reader> make) {}

    /** Whose days and months a tool counts in. */
    enum Clock {
        /** Those of the time zone that {@code sources.yaml} names. */
        OURS,
        /** Those of UTC, in which bills and daily reports are made. */
        UTC
    }

    static {
        add(GithubPulls.NAME, Set.of(), Clock.OURS, GithubPulls::new);
        add(GitlabMergeRequests.NAME, Set.of(), Clock.OURS, GitlabMergeRequests::new);
        add(JiraChangelog.NAME, JiraChangelog.KEYS, Clock.OURS, JiraChangelog::new);
        add(Devlake.NAME, Set.of(), Clock.OURS, Devlake::new);
        add(FocusCost.NAME, FocusCost.KEYS, Clock.UTC, FocusCost::new);
        add(CopilotUsage.NAME, Set.of(), Clock.UTC, CopilotUsage::new);
        add(CopilotSeats.NAME, Set.of(), Clock.OURS, CopilotSeats::new);
        add(CopilotBilling.NAME, CopilotBilling.KEYS, Clock.UTC, CopilotBilling::new);
        add(ClaudeCodeAnalytics.NAME, Set.of(), Clock.UTC, ClaudeCodeAnalytics::new);
        add(CursorUsage.NAME, Set.of(), Clock.UTC, CursorUsage::new);
        add(OpenaiCosts.NAME, OpenaiCosts.KEYS, Clock.UTC, OpenaiCosts::new);
        add(PagerdutyIncidents.NAME, PagerdutyIncidents.KEYS, Clock.OURS, PagerdutyIncidents::new);
        add(Intercom.NAME, Set.of(), Clock.OURS, Intercom::new);
        add(Zendesk.NAME, Zendesk.KEYS, Clock.OURS, Zendesk::new);
    }

    private static void add(String name, Set<String> keys, Clock clock, Function<Source, Reader> make) {
        ALL.put(name, new Entry(keys, clock, make));
    }

    static List<String> names() {
        List<String> names = new ArrayList<>(ALL.keySet());
        names.add(TABLE);
        return names;
    }

    static Entry of(String name) {
        Entry entry = ALL.get(name);
        if (entry == null) {
            throw new IllegalStateException("no reader (%s)".formatted(name));
        }
        return entry;
    }
}
