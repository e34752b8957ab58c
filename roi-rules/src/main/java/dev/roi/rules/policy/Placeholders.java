package dev.roi.rules.policy;

import dev.roi.core.Message;
import dev.roi.core.Nearest;
import dev.roi.core.format.Spot;
import dev.roi.core.text.Template;
import dev.roi.rules.facts.FactType;
import dev.roi.rules.language.Condition;
import dev.roi.rules.language.Condition.Presence;
import dev.roi.rules.language.Either;
import dev.roi.rules.language.Element;
import dev.roi.rules.language.FormerNames;
import dev.roi.rules.language.Rule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the placeholders of sentences can stand for. */
final class Placeholders {

    /** What can be said of an indicator, after its name and a full stop. */
    static final List<String> OF_INDICATOR = List.of(
            "baseline",
            "change",
            "gain",
            "name",
            "brief",
            "definition",
            "measured-as",
            "parts",
            "largest-part",
            "smallest-part",
            "grown-part");

    /** What a reason can say of what it rests on. */
    static final List<String> OF_REASON = List.of(
            "indicator",
            "name",
            "value",
            "stale",
            "baseline",
            "change",
            "definition",
            "caveat",
            "measured-as",
            "baseline-measured-as",
            "gains",
            "losses",
            "missing-months",
            "unjudged",
            "judged-blocks",
            "limit",
            "reason",
            "note",
            "part",
            "share",
            "growth",
            "months",
            "possible",
            "doubt");

    /** What the note of a portfolio rule can say, besides the values of thresholds. */
    static final List<String> OF_NOTE =
            List.of("scope", "other", "scopes", "count", "workflow", "indicator", "value", "limit", "month");

    /** What can be said of a review as a whole. */
    static final List<String> OF_REVIEW = List.of(
            "scope",
            "month",
            "headline",
            "levers",
            "improved",
            "same",
            "worse",
            "undetermined",
            "vetoes",
            "worsened",
            "unknown",
            "missing",
            "workflows");

    private static final Message BY_NAME = Message.of("Take it out, or name an indicator by its id, in braces.");

    /** What a reason can say of itself only where a condition of its rule knows it. */
    private static final Map<String, Taken> TAKES = Map.ofEntries(
            Map.entry("indicator", Taken.INDICATOR),
            Map.entry("name", Taken.INDICATOR),
            Map.entry("value", Taken.INDICATOR),
            Map.entry("stale", Taken.INDICATOR),
            Map.entry("baseline", Taken.INDICATOR),
            Map.entry("change", Taken.INDICATOR),
            Map.entry("definition", Taken.INDICATOR),
            Map.entry("caveat", Taken.INDICATOR),
            Map.entry("measured-as", Taken.INDICATOR),
            Map.entry("baseline-measured-as", Taken.INDICATOR),
            Map.entry("unjudged", Taken.INDICATOR),
            Map.entry("gains", Taken.RUN),
            Map.entry("losses", Taken.RUN),
            Map.entry("judged-blocks", Taken.RUN),
            Map.entry("reason", Taken.INDICATOR),
            Map.entry("note", Taken.INDICATOR),
            Map.entry("limit", Taken.LIMIT),
            Map.entry("part", Taken.PART),
            Map.entry("share", Taken.PART),
            Map.entry("growth", Taken.CHANGE),
            Map.entry("months", Taken.RUN),
            Map.entry("possible", Taken.RUN),
            Map.entry("doubt", Taken.RUN));

    /** What a note can say only where a condition of its rule knows it. */
    private static final Map<String, Taken> NOTE_TAKES = Map.of(
            "workflow", Taken.WORKFLOW,
            "indicator", Taken.INDICATOR,
            "value", Taken.INDICATOR,
            "limit", Taken.LIMIT);

    private final PolicyObjections objections;
    private final DeclaredNames indicators;
    private final DeclaredNames thresholds;
    private final FormerNames former;

    Placeholders(PolicyObjections objections, DeclaredNames indicators, DeclaredNames thresholds, FormerNames former) {
        this.objections = objections;
        this.indicators = indicators;
        this.thresholds = thresholds;
        this.former = former;
    }

    /** Returns a sentence with what its placeholders are called now, where former names are read. */
    Template read(Template template) {
        return former == FormerNames.READ ? template.renamed(name -> now(name).orElse(name)) : template;
    }

    private Optional<String> now(String placeholder) {
        return isKnown(placeholder)
                ? Optional.empty()
                : FormerNames.now(placeholder).filter(OF_REASON::contains);
    }

    /** Checks that every placeholder of a sentence stands for something. */
    void check(Spot at, Template template) {
        check(at, template, Set.of());
    }

    /** Checks that every placeholder of a sentence stands for something, or for one of these. */
    void check(Spot at, Template template, Set<String> besides) {
        for (String placeholder : template.placeholders()) {
            if (!besides.contains(placeholder) && !isKnown(placeholder)) {
                List<String> known = new ArrayList<>(besides);
                known.addAll(all());
                unknown(at, placeholder, known);
            }
        }
    }

    /** Checks that a sentence about a review as a whole needs nothing that only a reason knows. */
    void checkOfReview(Spot at, Template template) {
        check(at, template);
        template.required().stream()
                .filter(placeholder -> OF_REASON.contains(placeholder) && !isNamed(placeholder))
                .forEach(placeholder -> objections.fault(
                        PolicyCode.WRONG_TEXT,
                        at,
                        Message.of("`{%s}` is never filled in here: only the words of a rule have it.", placeholder),
                        Optional.of(BY_NAME)));
    }

    /** Checks that a sentence of a rule needs nothing that its conditions never know. */
    void checkOfRule(Spot at, Template template, Rule rule) {
        check(at, template);
        for (String placeholder : template.required()) {
            if (isNamed(placeholder)) {
                continue;
            }
            if (OF_REVIEW.contains(placeholder)) {
                neverFilled(at, placeholder, rule, Message.of("it is of the review as a whole"), BY_NAME);
            }
            Optional.ofNullable(TAKES.get(placeholder))
                    .filter(taken -> !taken.isKnownBy(rule.elements()))
                    .ifPresent(taken ->
                            neverFilled(at, placeholder, rule, Message.of("it takes %s", taken.words()), taken.help()));
        }
    }

    /** Checks that a sentence of a portfolio rule needs nothing that its conditions never know. */
    void checkOfPortfolioRule(Spot at, Template template, Rule rule) {
        Set<String> known = new LinkedHashSet<>(OF_NOTE);
        known.addAll(thresholds.names());
        checkOnly(at, template, known);
        for (String placeholder : template.required()) {
            Optional.ofNullable(NOTE_TAKES.get(placeholder))
                    .filter(taken -> !taken.isKnownBy(rule.elements()))
                    .ifPresent(taken ->
                            neverFilled(at, placeholder, rule, Message.of("it takes %s", taken.words()), taken.help()));
        }
    }

    private void neverFilled(Spot at, String placeholder, Rule rule, Message why, Message help) {
        objections.fault(
                PolicyCode.WRONG_TEXT,
                at,
                Message.of("`{%s}` is never filled in for rule `%s`: %s.", placeholder, rule.id(), why),
                Optional.of(help));
    }

    /** Tells whether it is, or may be, the name of an indicator or threshold, which every sentence knows. */
    private boolean isNamed(String placeholder) {
        return indicators.has(placeholder) || thresholds.has(placeholder);
    }

    /** Checks that a sentence has no other placeholders than these. */
    void checkOnly(Spot at, Template template, Set<String> known) {
        for (String placeholder : template.placeholders()) {
            if (!known.contains(placeholder)) {
                unknown(at, placeholder, known);
            }
        }
    }

    /** What is written as a threshold is, with a full stop, most likely means one. */
    private void unknown(Spot at, String placeholder, Collection<String> known) {
        boolean isDetail = OF_INDICATOR.contains(placeholder.substring(placeholder.lastIndexOf('.') + 1));
        Optional<String> threshold = placeholder.indexOf('.') < 0 || isDetail
                ? Optional.empty()
                : Nearest.to(
                        placeholder,
                        known.stream().filter(thresholds.names()::contains).toList());
        objections.fault(
                PolicyCode.WRONG_TEXT,
                at,
                Message.of("nothing is called `{%s}`.", placeholder),
                Optional.of(now(placeholder)
                        .map("{%s}"::formatted)
                        .map(FormerNames::help)
                        .or(() -> threshold.map(Nearest::meant))
                        .orElseGet(() -> Nearest.suggest(placeholder, known))));
    }

    private boolean isKnown(String placeholder) {
        if (OF_REASON.contains(placeholder)
                || OF_REVIEW.contains(placeholder)
                || indicators.has(placeholder)
                || thresholds.has(placeholder)) {
            return true;
        }
        int end = placeholder.lastIndexOf('.');
        return end > 0
                && OF_INDICATOR.contains(placeholder.substring(end + 1))
                && indicators.has(placeholder.substring(0, end));
    }

    private List<String> all() {
        List<String> all = new ArrayList<>(OF_REASON);
        all.addAll(OF_REVIEW);
        all.addAll(thresholds.names());
        for (String indicator : indicators.names()) {
            all.add(indicator);
            OF_INDICATOR.forEach(detail -> all.add(indicator + "." + detail));
        }
        return all;
    }

    /** A condition that a placeholder takes to be filled in; one for the absence of a fact knows nothing. */
    private enum Taken {
        INDICATOR,
        LIMIT,
        PART,
        CHANGE,
        RUN,
        WORKFLOW;

        Message words() {
            return switch (this) {
                case INDICATOR -> Message.of("a condition about an indicator");
                case LIMIT -> Message.of("a comparison with a threshold");
                case PART -> Message.of("a condition `Part( … )`");
                case CHANGE -> Message.of("a condition `Change( … )`");
                case RUN -> Message.of("a condition `Run( … )`");
                case WORKFLOW -> Message.of("a condition `ScopeAuthorises( … )`");
            };
        }

        Message help() {
            return switch (this) {
                case INDICATOR, PART, CHANGE -> BY_NAME;
                case LIMIT -> Message.of("Take it out, or name a threshold, such as `{group.name}`.");
                case RUN, WORKFLOW -> Message.of("Take it out.");
            };
        }

        /** Of alternatives, each has to know it, since any one of them may be what holds. */
        boolean isKnownBy(List<? extends Element> elements) {
            return elements.stream()
                    .anyMatch(element -> element instanceof Either either
                            ? either.branches().stream().allMatch(this::isKnownBy)
                            : element.isEvidence() && element.conditions().anyMatch(this::isKnownBy));
        }

        private boolean isKnownBy(Condition condition) {
            return condition.presence() == Presence.PRESENT
                    && switch (this) {
                        case INDICATOR -> condition.type().fields().containsKey("indicator");
                        case LIMIT ->
                            condition.constraints().stream()
                                    .anyMatch(constraint -> constraint.limit().isPresent());
                        case PART -> condition.type() == FactType.PART;
                        case CHANGE -> condition.type() == FactType.CHANGE;
                        case RUN -> condition.type() == FactType.RUN;
                        case WORKFLOW -> condition.type() == FactType.SCOPE_AUTHORISES;
                    };
        }
    }
}
