package dev.roi.report.page;

import dev.roi.core.Effect;
import dev.roi.core.PortfolioContext;
import dev.roi.core.PortfolioReview;
import dev.roi.core.Review;
import dev.roi.core.Scope;
import dev.roi.core.UnknownIndicator;
import dev.roi.core.text.Quantities;
import dev.roi.report.page.Page.Field;
import dev.roi.report.page.Page.Weight;
import dev.roi.rules.Dossier;
import dev.roi.rules.Portfolios;
import dev.roi.rules.whatif.WhatIf;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a portfolio says first: what to do and where, the money, what would change it, and what to measure. */
final class PortfolioBand {

    private static final int MOST_CHANGES = 2;

    private final ReviewedScopes scopes;
    private final PortfolioReview portfolio;
    private final PortfolioContext context;
    private final Words words;
    private final Quantities quantities;
    private final Map<Scope, WhatIf> changes;
    private final boolean isUnsearched;

    PortfolioBand(ReviewedScopes scopes, List<Dossier> dossiers) {
        this.scopes = scopes;
        this.portfolio = scopes.portfolio();
        this.context = scopes.context();
        this.words = scopes.words();
        this.quantities = words.quantities();
        this.changes = new HashMap<>();
        dossiers.forEach(dossier ->
                dossier.whatIf().ifPresent(found -> changes.put(dossier.review().scope(), found)));
        this.isUnsearched = dossiers.size() > Portfolios.MOST_SEARCHED && changes.isEmpty();
    }

    List<Field> fields() {
        List<Field> fields = new ArrayList<>();
        fields.add(field("portfolio.newest", quantities.month(portfolio.newest()), Weight.PLAIN));
        portfolio.reviews().stream()
                .map(Review::assumed)
                .filter(assumed -> !assumed.isEmpty())
                .findFirst()
                .ifPresent(assumed -> fields.add(field("assumed", words.assumed(assumed), Weight.PLAIN)));
        if (!portfolio.stale().isEmpty()) {
            fields.add(field(
                    "portfolio.stale",
                    words.fill("portfolio.stale-scopes", Map.of("scopes", scopes.some(portfolio.stale()))),
                    Weight.PLAIN));
        }
        gravest().ifPresent(review -> {
            fields.add(field("portfolio.first", first(review), Weight.LEAD));
            fields.add(field("band.step", step(review), Weight.BOX));
        });
        fields.addAll(new PortfolioMoney(scopes).fields());
        String change = nearestChanges();
        if (!change.isEmpty()) {
            fields.add(field("band.change", change, Weight.BOX));
        }
        if (!portfolio.reviews().isEmpty()) {
            fields.add(field("band.measure", unknown(), Weight.BOX));
        }
        List<String> stopped = stopped();
        if (!stopped.isEmpty()) {
            fields.add(new Field(
                    words.label(words.get("stopped")), words.quantities().list(stopped), Weight.PLAIN));
        }
        return fields;
    }

    /** The scopes that the committee has stopped, whatever is recommended. */
    private List<String> stopped() {
        PastItems items = new PastItems(words);
        return portfolio.reviews().stream()
                .flatMap(review -> review
                        .stopped()
                        .map(since -> words.fill(
                                "stopped.scope",
                                Map.of("scope", words.scope(review.scope()), "since", items.stopped(since))))
                        .stream())
                .toList();
    }

    private Field field(String key, String value, Weight weight) {
        return new Field(words.label(words.get(key)), value, weight);
    }

    private Optional<Review> gravest() {
        return scopes.inOrder().stream().findFirst();
    }

    private String first(Review review) {
        return words.fill(
                "portfolio.first.reason",
                Map.of(
                        "decision", words.decision(review.decision()),
                        "scope", scopes.name(review.scope()),
                        "reason", review.justifications().get(0).text()));
    }

    private String step(Review review) {
        String action = portfolio.actions().stream()
                .findFirst()
                .map(found -> words.fill(
                        "portfolio.step",
                        Map.of(
                                "what", words.capitalised(found.title()),
                                "scopes", scopes.some(found.scopes(), 2))))
                .orElseGet(() -> words.get("band.step." + review.decision().word()));
        String who = Optional.ofNullable(context.owners().get(review.scope()))
                .map(owner -> words.fill("band.owner.proposed", Map.of("owner", owner)))
                .orElseGet(() -> words.get("band.owner.open"));
        return words.fill(
                "band.step.said",
                Map.of(
                        "what",
                        action,
                        "who",
                        who,
                        "month",
                        quantities.month(portfolio.newest().plusMonths(1))));
    }

    /** The nearest better decisions, those that take fewest readings first; of many scopes, where to ask for them. */
    private String nearestChanges() {
        if (isUnsearched) {
            return words.fill("portfolio.searched", Map.of("count", String.valueOf(Portfolios.MOST_SEARCHED)));
        }
        return scopes.inOrder().stream()
                .flatMap(review -> Optional.ofNullable(changes.get(review.scope())).stream()
                        .flatMap(found -> found.changes().stream().limit(1))
                        .map(change -> words.label(scopes.name(review.scope())) + " " + change.sentence()))
                .limit(MOST_CHANGES)
                .collect(Collectors.joining(" "));
    }

    /** What is missing in most scopes of what a rule asks for. */
    private String unknown() {
        Map<String, Long> counts = new LinkedHashMap<>();
        int lacking = 0;
        for (Review review : portfolio.reviews()) {
            Set<String> asked = review.justifications().stream()
                    .filter(reason -> reason.effect() == Effect.BLOCKS_EXTEND)
                    .flatMap(reason -> reason.evidence().stream())
                    .map(evidence -> evidence.indicator().value())
                    .collect(Collectors.toSet());
            List<UnknownIndicator> missing = review.unknown().stream()
                    .filter(one -> asked.contains(one.indicator().value()))
                    .toList();
            lacking += missing.isEmpty() ? 0 : 1;
            missing.forEach(one -> counts.merge(one.name(), 1L, Long::sum));
        }
        if (counts.isEmpty()) {
            return words.get("portfolio.unknown.none");
        }
        List<String> most = counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .map(Map.Entry::getKey)
                .toList();
        return words.fill(
                lacking == 1 ? "portfolio.unknown.one" : "portfolio.unknown.some",
                Map.of("count", String.valueOf(lacking), "names", scopes.list(most, 3)));
    }
}
