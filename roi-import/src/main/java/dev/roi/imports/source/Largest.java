package dev.roi.imports.source;

import dev.roi.core.Exact;
import java.util.HashMap;
import java.util.Map;

/**
 * Figures that a tool goes on counting until the day is over. Of two rows for the same the larger counts, since the other
 * was exported before; in which order they are read makes no difference.
 */
final class Largest {

    private final Map<String, Kept> kept = new HashMap<>();

    /** A figure, and what to do with it when everything was read. */
    private record Kept(Exact figure, Runnable use) {

        Kept orLarger(Kept other) {
            return other.figure.compareTo(figure) > 0 ? other : this;
        }
    }

    /** Takes a figure, and says whether it is the first of its key. */
    boolean add(String key, Exact figure, Runnable use) {
        boolean first = !kept.containsKey(key);
        kept.merge(key, new Kept(figure, use), Kept::orLarger);
        return first;
    }

    void use() {
        kept.values().forEach(each -> each.use().run());
    }
}
