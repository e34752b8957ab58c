package dev.roi.governance.check;

import dev.roi.core.Fault.Place;
import dev.roi.governance.check.Knowledge.Way;
import dev.roi.governance.check.State.Asked;
import dev.roi.governance.check.World.Conflict;
import dev.roi.governance.check.World.Step;
import dev.roi.rules.language.Condition;
import dev.roi.rules.language.Condition.Presence;
import dev.roi.rules.language.Element;
import dev.roi.rules.language.Exists;
import dev.roi.rules.language.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The inputs for which a rule fires: one world for each choice of the things that its conditions are about.
 *
 * @param rule the rule
 * @param worlds the worlds; all there are where they could be looked through
 * @param extent whether they could be
 * @param obstacle why there is none
 */
record RuleWorlds(Rule rule, List<World> worlds, Extent extent, Optional<Obstacle> obstacle) {

    /** The most worlds of a rule that are looked through; a rule with more is not judged. */
    static final int MOST = 5_000;

    enum Extent {
        ALL,
        TOO_MANY
    }

    /**
     * Why a rule cannot fire.
     *
     * @param place the condition that cannot be met
     * @param conflict what it contradicts; nothing where no thing has its properties at all
     * @param presence whether it asks for a fact, or for its absence
     */
    record Obstacle(Place place, Optional<Conflict> conflict, Presence presence) {}

    RuleWorlds {
        worlds = List.copyOf(worlds);
    }

    /** A rule that joins, counts or has alternatives is not judged; what it needs in any case may exclude each other. */
    static RuleWorlds of(Rule rule, Knowledge knowledge) {
        boolean isJudged = knowledge.judges(rule);
        List<Condition> needed = isJudged ? rule.conditions() : needed(rule.elements(), knowledge);
        List<World> worlds = List.of(World.ANY);
        for (int i = 0; i < needed.size(); i++) {
            Condition condition = needed.get(i);
            if (condition.presence() == Presence.ABSENT) {
                continue;
            }
            List<Way> ways = knowledge.ways(condition, i);
            List<World> next = new ArrayList<>();
            Optional<Conflict> conflict = Optional.empty();
            if ((long) worlds.size() * ways.size() > MOST) {
                return notJudged(rule);
            }
            for (World world : worlds) {
                for (Way way : ways) {
                    Step step = world.and(way, knowledge);
                    step.world().ifPresent(next::add);
                    conflict = conflict.or(step::conflict);
                }
            }
            if (next.isEmpty()) {
                return never(rule, new Obstacle(condition.place(), conflict, Presence.PRESENT));
            }
            worlds = next;
        }
        if (!isJudged) {
            return notJudged(rule);
        }
        for (Condition condition : absent(rule)) {
            worlds = worlds.stream()
                    .filter(world -> !world.implies(condition, knowledge))
                    .toList();
            if (worlds.isEmpty()) {
                return never(rule, new Obstacle(condition.place(), Optional.empty(), Presence.ABSENT));
            }
        }
        return new RuleWorlds(rule, worlds, Extent.ALL, Optional.empty());
    }

    /** The conditions that must be met in any case, whatever joins them, as far as they are judged by themselves. */
    private static List<Condition> needed(List<? extends Element> elements, Knowledge knowledge) {
        List<Condition> needed = new ArrayList<>();
        for (Element element : elements) {
            if (element instanceof Exists exists) {
                needed.addAll(needed(exists.elements(), knowledge));
            } else if (element instanceof Condition condition
                    && condition.presence() == Presence.PRESENT
                    && knowledge.judges(condition)) {
                needed.add(condition);
            }
        }
        return needed;
    }

    /** Returns why no fact can meet a condition by itself, where that is so. */
    static Optional<Obstacle> obstacle(Condition condition, Knowledge knowledge) {
        List<Step> steps = knowledge.ways(condition, 0).stream()
                .map(way -> World.ANY.and(way, knowledge))
                .toList();
        return steps.stream().anyMatch(step -> step.world().isPresent())
                ? Optional.empty()
                : Optional.of(new Obstacle(
                        condition.place(),
                        steps.stream().flatMap(step -> step.conflict().stream()).findFirst(),
                        Presence.PRESENT));
    }

    private static RuleWorlds notJudged(Rule rule) {
        return new RuleWorlds(rule, List.of(), Extent.TOO_MANY, Optional.empty());
    }

    private static RuleWorlds never(Rule rule, Obstacle obstacle) {
        return new RuleWorlds(rule, List.of(), Extent.ALL, Optional.of(obstacle));
    }

    static List<Condition> absent(Rule rule) {
        return rule.conditions().stream()
                .filter(condition -> condition.presence() == Presence.ABSENT)
                .toList();
    }

    static List<Condition> present(Rule rule) {
        return rule.conditions().stream()
                .filter(condition -> condition.presence() == Presence.PRESENT)
                .toList();
    }

    /** Tells whether it surely can never fire. */
    boolean isNever() {
        return obstacle.isPresent();
    }

    /** Tells whether a rule surely fires whenever this one does. */
    boolean imply(Rule other, Knowledge knowledge) {
        return extent == Extent.ALL
                && !isNever()
                && knowledge.affords(worlds.size())
                && worlds.stream().allMatch(world -> fires(other, world, absent(rule), knowledge));
    }

    /** Tells whether a rule surely fires for every input of a world, where there are no such facts either. */
    static boolean fires(Rule rule, World world, List<Condition> noSuch, Knowledge knowledge) {
        return knowledge.judges(rule)
                && present(rule).stream().allMatch(condition -> world.implies(condition, knowledge))
                && absent(rule).stream().allMatch(condition -> world.excludes(condition, knowledge, noSuch));
    }

    /** Tells whether this rule and another one may fire together. */
    boolean mayFireWith(RuleWorlds other, Knowledge knowledge) {
        boolean isKnown = extent == Extent.ALL && other.extent == Extent.ALL;
        if (!isKnown || !knowledge.affords((long) worlds.size() * other.worlds.size())) {
            return false;
        }
        return worlds.stream()
                .anyMatch(world -> other.worlds.stream()
                        .map(another -> together(world, another, knowledge))
                        .flatMap(Optional::stream)
                        .anyMatch(both -> absent(rule).stream().noneMatch(no -> both.implies(no, knowledge))
                                && absent(other.rule).stream().noneMatch(no -> both.implies(no, knowledge))));
    }

    private static Optional<World> together(World one, World other, Knowledge knowledge) {
        Optional<World> both = Optional.of(one);
        for (var entry : other.states().entrySet()) {
            Subject subject = entry.getKey();
            if (!subject.kind().isOneOfSeveral()) { // those of two rules are facts of their own
                List<Asked> asked = entry.getValue().fields().entrySet().stream()
                        .map(field -> new Asked(field.getKey(), field.getValue()))
                        .toList();
                Way way = new Way(subject, Map.of(subject, asked));
                both = both.flatMap(world -> world.and(way, knowledge).world());
            }
        }
        return both;
    }
}
