package dev.roi.report.page;

import dev.roi.core.Decision;
import dev.roi.core.Justification;
import dev.roi.core.Lever;
import dev.roi.core.Money;
import dev.roi.core.PastAction;
import dev.roi.core.Review;
import dev.roi.core.Unit;
import dev.roi.core.text.Quantities;
import dev.roi.report.page.Page.Field;
import dev.roi.report.page.Page.Weight;
import dev.roi.rules.Dossier;
import dev.roi.rules.whatif.WhatIf;
import dev.roi.rules.whatif.WhatIf.Measure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What stands first on the page of a scope: the decision and its one reason, what is to be done, by whom and until when, the
 * money, what would change the decision, and what is worth measuring.
 */
final class Band {

    private static final int MOST_CHANGES = 2;

    private final Dossier dossier;
    private final Review review;
    private final Words words;
    private final Quantities quantities;

    Band(Dossier dossier, Words words) {
        this.dossier = dossier;
        this.review = dossier.review();
        this.words = words;
        this.quantities = words.quantities();
    }

    List<Field> fields(Justification reason) {
        List<Field> fields = new ArrayList<>();
        fields.add(field("decision", words.decision(review.decision()), Weight.STRONG));
        review.stopped()
                .ifPresent(since -> fields.add(field("stopped", new PastItems(words).stopped(since), Weight.PLAIN)));
        fields.add(field("scope", words.scope(review.scope()), Weight.PLAIN));
        fields.add(field("month", quantities.month(review.month()), Weight.PLAIN));
        if (!review.assumed().isEmpty()) {
            fields.add(field("assumed", words.assumed(review.assumed()), Weight.PLAIN));
        }
        fields.add(field("band.reason", reason.text(), Weight.LEAD));
        fields.add(field("band.step", step(), Weight.BOX));
        dossier.money().map(this::money).ifPresent(text -> fields.add(field("band.money", text, Weight.BOX)));
        dossier.whatIf().ifPresent(found -> {
            fields.add(field("band.change", change(found), Weight.BOX));
            fields.add(field("band.measure", measure(found), Weight.BOX));
        });
        return fields;
    }

    private Field field(String key, String value, Weight weight) {
        return new Field(words.label(words.get(key)), value, weight);
    }

    /** What is to be done, by whom, until when: as it was agreed or, where nothing is open, as it is proposed. */
    private String step() {
        Optional<PastAction> agreed = review.followUps().stream()
                .flatMap(followUp -> followUp.action().stream())
                .filter(PastAction::isOpen)
                .findFirst();
        String levers =
                quantities.list(review.levers().stream().map(Lever::action).toList());
        String what = review.decision() == Decision.ADJUST && !levers.isEmpty()
                ? words.capitalised(levers)
                : words.get("band.step." + review.decision().word());
        String who = dossier.owner()
                .map(owner -> words.fill("band.owner.proposed", Map.of("owner", owner)))
                .orElseGet(() -> words.get("band.owner.open"));
        String step = words.fill(
                "band.step.said",
                Map.of(
                        "what", what,
                        "who", who,
                        "month", quantities.month(review.month().plusMonths(1))));
        return agreed.map(action -> step + " "
                        + words.fill(
                                "band.step.agreed",
                                Map.of(
                                        "what", action.asked().text(),
                                        "who", action.asked().owner(),
                                        "month", quantities.month(action.due()))))
                .orElse(step);
    }

    private String money(Money money) {
        List<String> said = new ArrayList<>();
        said.add(money.cost()
                .map(cost -> words.fill("money.cost", Map.of("cost", quantities.format(cost, money.unit()))))
                .orElseGet(() -> words.get("money.no-cost")));
        money.plan().ifPresentOrElse(plan -> said.add(plan(money, plan)), () -> said.add(ofTheMonth(money)));
        money.forecast()
                .ifPresent(next -> said.add(words.fill(
                        "money.next",
                        Map.of(
                                "cost", quantities.format(next, money.unit()),
                                "month", quantities.month(review.month().plusMonths(1))))));
        money.plan()
                .ifPresent(plan -> plan.landing()
                        .ifPresent(landing -> said.add(words.fill(
                                "money.landing",
                                Map.of(
                                        "cost", quantities.format(Words.whole(landing), money.unit()),
                                        "month", quantities.month(plan.budget().last()))))));
        return words.capitalised(String.join(words.get("separator"), said)) + ".";
    }

    private String plan(Money money, Money.Plan plan) {
        String key = switch (plan.bound()) {
            case EXACT -> "money.plan";
            case AT_LEAST -> "money.plan.at-least";
            case AT_MOST -> "money.plan.at-most";
        };
        return words.fill(
                key,
                Map.of(
                        "spent", quantities.format(Words.whole(plan.spent()), money.unit()),
                        "budget", quantities.format(plan.budget().amount(), money.unit()),
                        "share", quantities.format(money.consumed().orElseThrow(), Unit.PERCENT),
                        "first", quantities.month(plan.budget().first()),
                        "last", quantities.month(plan.budget().last())));
    }

    private String ofTheMonth(Money money) {
        return money.consumed()
                .map(share -> words.fill(
                        money.budget().isPresent() ? "money.share-of" : "money.share",
                        Map.of(
                                "share", quantities.format(share, Unit.PERCENT),
                                "budget",
                                        money.budget()
                                                .map(budget -> quantities.format(budget, money.unit()))
                                                .orElse(""))))
                .orElseGet(() -> words.get("money.no-budget"));
    }

    /** The nearest way to each better decision; of what cannot be bettered, what would make it worse. */
    private String change(WhatIf found) {
        List<String> ways = Stream.of(Decision.values())
                .flatMap(decision -> found.changes().stream()
                        .filter(change -> change.to() == decision)
                        .limit(1))
                .map(WhatIf.Change::sentence)
                .limit(MOST_CHANGES)
                .toList();
        if (!ways.isEmpty()) {
            return String.join(" ", ways);
        }
        if (!found.worse().isEmpty()) {
            return found.worse().stream()
                    .limit(MOST_CHANGES)
                    .map(WhatIf.Change::sentence)
                    .collect(Collectors.joining(" "));
        }
        return found.impossible().stream()
                .findFirst()
                .map(impossible -> words.fill(
                        impossible.decided() ? "band.change.none" : "band.change.undecided",
                        Map.of(
                                "decision",
                                words.get("band.to." + impossible.to().word()),
                                impossible.decided() ? "obstacles" : "because",
                                obstacles(impossible.because()))))
                .orElseGet(() -> words.get("band.change.nothing"));
    }

    /** One or two by their names; of more the first, and how many more there are. */
    private String obstacles(List<String> because) {
        return because.size() <= 2
                ? words.quantities().list(because)
                : words.fill(
                        "band.change.obstacles",
                        Map.of("first", because.get(0), "count", String.valueOf(because.size() - 1)));
    }

    private String measure(WhatIf found) {
        List<String> first = found.measureNext().stream()
                .filter(Measure::decisive)
                .map(Measure::sentence)
                .limit(MOST_CHANGES)
                .toList();
        return first.isEmpty()
                ? words.fill(
                        "band.measure.none", Map.of("possible", found.possible().sentence()))
                : String.join(" ", first);
    }
}
