package dev.roi.report.page;

import dev.roi.core.Decision;
import dev.roi.core.Effect;
import dev.roi.core.Justification;
import dev.roi.core.Lever;
import dev.roi.core.Review;
import dev.roi.core.text.Quantities;
import dev.roi.report.page.Page.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The reasons of each scope in full, for a page that leads to no other. */
final class ScopeReasons {

    private final ReviewedScopes scopes;
    private final Words words;
    private final Quantities quantities;

    ScopeReasons(ReviewedScopes scopes) {
        this.scopes = scopes;
        this.words = scopes.words();
        this.quantities = words.quantities();
    }

    List<Item> items() {
        return scopes.inOrder().stream().map(this::reasons).toList();
    }

    /** A scope's headline, and the headlines of the reasons that it leaves out. */
    private Item reasons(Review review) {
        List<String> told = new ArrayList<>(List.of(review.headline()));
        List<String> points = new ArrayList<>();
        if (!review.levers().isEmpty()) {
            String levers =
                    quantities.list(review.levers().stream().map(Lever::name).toList());
            points.add(words.label(words.get("levers")) + " " + levers);
        }
        points.addAll(also("portfolio.because", review, Findings.effectOf(review.decision()), told));
        if (review.decision() != Decision.STOP) {
            points.addAll(also("portfolio.blocks", review, Effect.BLOCKS_EXTEND, told));
        }
        if (!review.partial().isEmpty()) {
            points.add(words.label(words.get("newer")) + " "
                    + quantities.list(review.partial().stream()
                            .map(partial -> quantities.month(partial.month()))
                            .toList()));
        }
        String decision = words.decision(review.decision());
        String headline = review.headline().startsWith(decision)
                ? review.headline()
                : words.fill("and-note", Map.of("text", decision, "note", review.headline()));
        return new Item(Optional.of(words.label(words.scope(review.scope()))), headline, points);
    }

    private List<String> also(String key, Review review, Effect effect, List<String> told) {
        List<String> headlines = review.justifications(effect).stream()
                .map(Justification::headline)
                .distinct()
                .filter(headline -> told.stream().noneMatch(text -> text.contains(headline)))
                .toList();
        told.addAll(headlines);
        return headlines.isEmpty() ? List.of() : List.of(words.label(words.get(key)) + " " + scopes.list(headlines));
    }
}
