package dev.roi.core;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which statistic a text names, in English or French: a mean and a median of the same cases are two figures. */
public final class Statistic {

    private static final Pattern PERCENTILE =
            Pattern.compile("\\b(?:p|c)(\\d{2})\\b|\\b(\\d{2})(?:th|e|ème) (?:per)?centile");

    private record Named(String statistic, Pattern words) {}

    private static final List<Named> NAMED = List.of(
            new Named("mean", Pattern.compile("\\b(mean|average|avg|moyenne|moyen)\\b")),
            new Named(
                    "median", Pattern.compile("\\b(median|médiane|mediane|p50)\\b", Pattern.UNICODE_CHARACTER_CLASS)));

    private Statistic() {}

    /**
     * Finds the statistic that a text names.
     *
     * @param text a definition or a method
     * @return {@code mean}, {@code median}, or a percentile such as {@code p95}; nothing where it names none, or several
     */
    public static Optional<String> in(String text) {
        String folded = OwnTerms.folded(text);
        Set<String> found = new TreeSet<>();
        for (Named named : NAMED) {
            if (named.words().matcher(folded).find()) {
                found.add(named.statistic());
            }
        }
        Matcher percentile = PERCENTILE.matcher(folded);
        while (hasDigit(folded) && percentile.find()) {
            String number = percentile.group(1) != null ? percentile.group(1) : percentile.group(2);
            found.add(number.equals("50") ? "median" : "p" + number);
        }
        return found.size() == 1 ? found.stream().findFirst() : Optional.empty();
    }

    private static boolean hasDigit(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isDigit(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /**
     * Tells whether two texts name two statistics.
     *
     * @param one a definition or a method, where there is one
     * @param other another
     * @return whether both name one, and not the same
     */
    public static boolean contradict(Optional<String> one, Optional<String> other) {
        if (one.isEmpty() || other.isEmpty() || one.equals(other)) {
            return false; // as most are, and reading them takes long
        }
        Optional<String> first = one.flatMap(Statistic::in);
        Optional<String> second = other.flatMap(Statistic::in);
        return first.isPresent() && second.isPresent() && !first.equals(second);
    }
}
