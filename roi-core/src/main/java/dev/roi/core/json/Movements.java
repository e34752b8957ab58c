package dev.roi.core.json;

import static dev.roi.core.format.Field.field;
import static dev.roi.core.format.Field.maybe;
import static dev.roi.core.format.Shape.number;
import static dev.roi.core.format.Shape.object;
import static dev.roi.core.format.Shape.word;
import static dev.roi.core.json.Nouns.INDICATOR;
import static dev.roi.core.json.Nouns.TEXT;
import static dev.roi.core.json.Nouns.UNIT;
import static dev.roi.core.json.Nouns.made;

import dev.roi.core.Exact;
import dev.roi.core.FollowUp;
import dev.roi.core.FollowUp.Goal;
import dev.roi.core.FollowUp.Movement;
import dev.roi.core.IndicatorId;
import dev.roi.core.Target;
import dev.roi.core.Unit;
import dev.roi.core.format.Field;
import dev.roi.core.format.Shape;
import java.util.Optional;

/** How it is written whether an indicator that an action aimed at has moved. */
final class Movements {

    private static final Field<Movement, IndicatorId> MOVED =
            field("indicator", "The indicator.", INDICATOR, Movement::indicator);
    private static final Field<Movement, String> MOVED_NAME =
            field("name", "What people call it.", TEXT, Movement::name);
    private static final Field<Movement, FollowUp.Course> COURSE =
            field("course", "Where it went, beyond its tolerance.", word(FollowUp.Course.class), Movement::course);
    private static final Field<Movement, Optional<Exact>> BEFORE = field(
            "before",
            "Its value in the month that was decided on; null where not known.",
            number().orNull(),
            Movement::before);
    private static final Field<Movement, Optional<Exact>> NOW =
            field("now", "Its value in the reviewed month; null where not known.", number().orNull(), Movement::now);
    private static final Field<Movement, Optional<Unit>> MOVED_UNIT = field(
            "unit",
            "What the values count; null where the policy no longer has the indicator.",
            UNIT.orNull(),
            Movement::unit);
    private static final Field<Movement, String> BEFORE_TEXT =
            field("beforeText", "The earlier value in words.", TEXT, Movement::beforeText);
    private static final Field<Movement, String> NOW_TEXT =
            field("nowText", "The value in words.", TEXT, Movement::nowText);

    private static final Field<Goal, Target> TARGET = field("target", "The target.", Nouns.TARGET, Goal::target);
    private static final Field<Goal, String> TARGET_TEXT = field("text", "Its value in words.", TEXT, Goal::targetText);
    private static final Field<Goal, FollowUp.Attainment> ATTAINMENT =
            field("attainment", "Whether it was reached.", word(FollowUp.Attainment.class), Goal::attainment);
    private static final Field<Movement, Optional<Goal>> GOAL = maybe(
            "goal",
            "Whether it is where the action was to bring it; left out where no target was set.",
            object(
                    "A target, and whether it was reached.",
                    read -> made(read, () -> new Goal(read.get(TARGET), read.get(TARGET_TEXT), read.get(ATTAINMENT))),
                    TARGET,
                    TARGET_TEXT,
                    ATTAINMENT),
            Movement::goal);

    /** Whether an indicator that an action aimed at has moved. */
    static final Shape<Movement> SHAPE = object(
            "An indicator that the action aimed at.",
            read -> made(
                    read,
                    () -> new Movement(
                            read.get(MOVED),
                            read.get(MOVED_NAME),
                            read.get(COURSE),
                            read.get(BEFORE),
                            read.get(NOW),
                            read.get(MOVED_UNIT),
                            read.get(BEFORE_TEXT),
                            read.get(NOW_TEXT),
                            read.get(GOAL))),
            MOVED,
            MOVED_NAME,
            COURSE,
            BEFORE,
            NOW,
            MOVED_UNIT,
            BEFORE_TEXT,
            NOW_TEXT,
            GOAL);

    private Movements() {}
}
