package dev.roi.report.page;

import dev.roi.core.Decision;
import dev.roi.core.Effect;
import dev.roi.core.Evidence;
import dev.roi.core.IndicatorId;
import dev.roi.core.Justification;
import dev.roi.core.Lever;
import dev.roi.core.Review;
import dev.roi.core.RuleId;
import dev.roi.core.UnknownIndicator;
import dev.roi.report.page.Page.Item;
import dev.roi.rules.Dossier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The reasons of a review in the order of its page: each sentence stands once, in the first list that has it. */
final class Findings {

    private final Dossier dossier;
    private final Review review;
    private final Words words;
    private final Set<IndicatorId> missing;
    private final List<Justification> why;
    private final Set<Said> said = new LinkedHashSet<>();

    Findings(Dossier dossier, Words words) {
        this.dossier = dossier;
        this.review = dossier.review();
        this.words = words;
        this.missing =
                review.unknown().stream().map(UnknownIndicator::indicator).collect(Collectors.toSet());
        this.why = why(review);
        said.add(Said.of(why.get(0)));
    }

    /** The one reason that the page begins with. */
    Justification first() {
        return why.get(0);
    }

    /** The further reasons of the decision. */
    List<Item> why() {
        return reasons(why);
    }

    /** The reasons of the decision itself; what is maintained is maintained because something speaks against extending. */
    private static List<Justification> why(Review review) {
        List<Justification> why = review.justifications(effectOf(review.decision()));
        if (why.isEmpty()) {
            return review.justifications().subList(0, 1);
        }
        // the headline's reason is the first one to be read
        List<Justification> first = why.stream()
                .filter(reason -> review.headline().contains(reason.headline()))
                .limit(1)
                .toList();
        return Stream.concat(first.stream(), why.stream()).distinct().toList();
    }

    static Effect effectOf(Decision decision) {
        return switch (decision) {
            case STOP -> Effect.STOP;
            case ADJUST -> Effect.ADJUST;
            case MAINTAIN -> Effect.BLOCKS_EXTEND;
            case EXTEND -> Effect.SUPPORTS;
        };
    }

    /** The reasons that have not been read yet; what is merely missing stands where it is said what to do about that. */
    private List<Item> reasons(List<Justification> justifications) {
        List<Item> items = new ArrayList<>();
        bySentence(justifications).forEach((sentence, alike) -> {
            if (!isMissing(alike.get(0)) && said.add(sentence)) {
                items.add(new Item(leverLabel(alike), sentence.text(), List.of()));
            }
        });
        return underOneLabel(items);
    }

    /** Whether a reason says no more than that figures are missing, which is said where it is said what to do about it. */
    boolean isMissing(Justification reason) {
        return !reason.evidence().isEmpty() && reason.evidence().stream().allMatch(this::isMissing);
    }

    private boolean isMissing(Evidence evidence) {
        return evidence.value().isEmpty()
                && missing.contains(evidence.indicator())
                && evidence.months().isEmpty()
                && evidence.latest().isEmpty();
    }

    /** Puts items that follow each other under the same label together. */
    private static List<Item> underOneLabel(List<Item> items) {
        List<Item> together = new ArrayList<>();
        int start = 0;
        while (start < items.size()) {
            Optional<String> label = items.get(start).label();
            int end = start + 1;
            while (end < items.size()
                    && label.isPresent()
                    && items.get(end).label().equals(label)) {
                end++;
            }
            List<String> texts =
                    items.subList(start, end).stream().map(Item::text).toList();
            together.add(texts.size() == 1 ? items.get(start) : new Item(label, "", texts));
            start = end;
        }
        return together;
    }

    private Optional<String> leverLabel(List<Justification> justifications) {
        String names = words.quantities()
                .list(levers(justifications).map(Lever::name).distinct().toList());
        return names.isEmpty() ? Optional.empty() : Optional.of(words.label(words.capitalised(names)));
    }

    private static Stream<Lever> levers(List<Justification> justifications) {
        return justifications.stream().flatMap(justification -> justification.lever().stream());
    }

    /** Every reason against extending that has not been read yet. */
    List<Item> blocks() {
        return reasons(review.justifications(Effect.BLOCKS_EXTEND));
    }

    /** What else the rules say; what one rule says of several figures is one line. */
    List<Item> rest() {
        List<Item> items = new ArrayList<>();
        for (Effect effect : List.of(Effect.STOP, Effect.ADJUST, Effect.SUPPORTS, Effect.NOTE)) {
            List<Justification> left = review.justifications(effect).stream()
                    .filter(justification -> !why.contains(justification))
                    .toList();
            Map<Said, List<Justification>> unread = new LinkedHashMap<>();
            bySentence(left).forEach((sentence, alike) -> {
                if (!isMissing(alike.get(0)) && said.add(sentence)) {
                    unread.computeIfAbsent(tail(sentence, alike.get(0)), first -> new ArrayList<>())
                            .addAll(alike);
                }
            });
            unread.forEach(
                    (tail, alike) -> items.add(new Item(effectLabel(effect, alike), together(tail, alike), List.of())));
        }
        return underOneLabel(items);
    }

    /** What a rule says of a figure, without the name that it begins with. */
    private Said tail(Said sentence, Justification reason) {
        return name(reason)
                .filter(sentence.text()::startsWith)
                .map(name -> new Said(sentence.rule(), sentence.text().substring(name.length())))
                .orElse(sentence);
    }

    private Optional<String> name(Justification reason) {
        return reason.evidence().stream()
                .findFirst()
                .flatMap(evidence -> Optional.ofNullable(dossier.series().get(evidence.indicator())))
                .map(series -> series.cell().name());
    }

    /** One sentence for all figures of which a rule says the same. */
    private String together(Said tail, List<Justification> alike) {
        String first = alike.get(0).text();
        return tail.text().equals(first)
                ? first
                : words.quantities()
                                .list(alike.stream()
                                        .flatMap(reason -> name(reason).stream())
                                        .distinct()
                                        .toList())
                        + tail.text();
    }

    private Optional<String> effectLabel(Effect effect, List<Justification> justifications) {
        return switch (effect) {
            case ADJUST ->
                leverLabel(justifications)
                        .map(levers -> words.label(words.fill(
                                "rest.adjust",
                                Map.of(
                                        "levers",
                                        words.quantities()
                                                .list(levers(justifications)
                                                        .map(Lever::name)
                                                        .distinct()
                                                        .toList())))));
            case STOP, SUPPORTS -> Optional.of(words.label(words.get("rest." + effect.word())));
            case BLOCKS_EXTEND, NOTE -> Optional.empty();
        };
    }

    private static Map<Said, List<Justification>> bySentence(Collection<Justification> justifications) {
        return justifications.stream()
                .collect(Collectors.groupingBy(Said::of, LinkedHashMap::new, Collectors.toList()));
    }

    /** What makes a sentence the same: the rule and its text. */
    private record Said(RuleId rule, String text) {

        static Said of(Justification reason) {
            return new Said(reason.rule(), reason.text());
        }
    }
}
