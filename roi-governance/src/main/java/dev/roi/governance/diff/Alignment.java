package dev.roi.governance.diff;

import java.util.ArrayList;
import java.util.List;

/** What two lists have in common, in order, and what only one of them has. */
final class Alignment {

    private Alignment() {}

    /**
     * Returns the longest list of items that both have in the same order.
     *
     * @param one a list
     * @param other another
     * @return the items in common
     */
    static List<String> common(List<String> one, List<String> other) {
        int[][] longest = new int[one.size() + 1][other.size() + 1];
        for (int i = one.size() - 1; i >= 0; i--) {
            for (int j = other.size() - 1; j >= 0; j--) {
                longest[i][j] = one.get(i).equals(other.get(j))
                        ? longest[i + 1][j + 1] + 1
                        : Math.max(longest[i + 1][j], longest[i][j + 1]);
            }
        }
        List<String> common = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < one.size() && j < other.size()) {
            if (one.get(i).equals(other.get(j))) {
                common.add(one.get(i));
                i++;
                j++;
            } else if (longest[i + 1][j] >= longest[i][j + 1]) {
                i++;
            } else {
                j++;
            }
        }
        return common;
    }

    /**
     * Returns what is left of a list without the items of another, each taken away once.
     *
     * @param all the list
     * @param less the items to take away
     * @return the rest, in order
     */
    static List<String> without(List<String> all, List<String> less) {
        List<String> rest = new ArrayList<>(all);
        less.forEach(rest::remove);
        return rest;
    }
}
