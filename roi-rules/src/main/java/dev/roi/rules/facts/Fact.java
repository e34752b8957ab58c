package dev.roi.rules.facts;

import dev.roi.rules.policy.FactType;
import java.math.BigDecimal;

/**
 * Something that rules can ask about. The components of each fact are the fields that
 * {@link dev.roi.rules.policy.FactType} lists, in words and numbers that a condition can compare.
 *
 * <p>Numbers compare with thresholds exactly, see {@link dev.roi.core.Exact#comparable()}.
 */
public sealed interface Fact {

    /**
     * Returns what kind of fact it is.
     *
     * @return its type
     */
    FactType type();

    /**
     * Returns what a field holds.
     *
     * @param position the field's place among the {@linkplain FactType#fields() fields} of the type, from 0
     * @return a word, a decimal or a flag
     * @throws IndexOutOfBoundsException when the type has no such field
     */
    Object field(int position);

    /**
     * Returns the class of the facts of a type.
     *
     * @param type the type
     * @return the record whose components are the type's fields
     * @throws IllegalArgumentException for a threshold, which is a number by the time rules run, and no fact
     */
    static Class<? extends Fact> classOf(FactType type) {
        return switch (type) {
            case READING -> ReadingFact.class;
            case LATEST -> LatestFact.class;
            case UNKNOWN -> UnknownFact.class;
            case NOT_DUE -> NotDueFact.class;
            case COMPARISON -> ComparisonFact.class;
            case STRADDLING -> StraddlingFact.class;
            case BLOCK -> BlockFact.class;
            case RUN -> RunFact.class;
            case PART -> PartFact.class;
            case GROWTH -> GrowthFact.class;
            case TREND -> TrendFact.class;
            case SCOPE -> ScopeFact.class;
            case THRESHOLD -> throw new IllegalArgumentException("a threshold is a number by now, and no fact");
        };
    }

    /** A fact about one indicator. */
    sealed interface OfIndicator extends Fact {

        /**
         * Returns the indicator it is about.
         *
         * @return the indicator's name
         */
        String indicator();
    }

    /**
     * See {@link FactType#READING}.
     *
     * @param indicator the indicator
     * @param block its block
     * @param value its value
     * @param due whether its effects are due
     * @param needed whether extending depends on it
     */
    record ReadingFact(String indicator, String block, BigDecimal value, boolean due, boolean needed)
            implements OfIndicator {
        @Override
        public FactType type() {
            return FactType.READING;
        }

        @Override
        public Object field(int position) {
            return switch (position) {
                case 0 -> indicator;
                case 1 -> block;
                case 2 -> value;
                case 3 -> due;
                case 4 -> needed;
                default -> throw new IndexOutOfBoundsException(position);
            };
        }
    }

    /**
     * See {@link FactType#LATEST}.
     *
     * @param indicator the indicator
     * @param block its block
     * @param value its last known value
     * @param due whether its effects are due
     * @param needed whether extending depends on it
     * @param dark whether the value is an earlier month's
     */
    record LatestFact(String indicator, String block, BigDecimal value, boolean due, boolean needed, boolean dark)
            implements OfIndicator {
        @Override
        public FactType type() {
            return FactType.LATEST;
        }

        @Override
        public Object field(int position) {
            return switch (position) {
                case 0 -> indicator;
                case 1 -> block;
                case 2 -> value;
                case 3 -> due;
                case 4 -> needed;
                case 5 -> dark;
                default -> throw new IndexOutOfBoundsException(position);
            };
        }
    }

    /**
     * See {@link FactType#UNKNOWN}.
     *
     * @param indicator the indicator
     * @param block its block
     * @param reason why it is not known
     * @param needed whether extending depends on it
     */
    record UnknownFact(String indicator, String block, String reason, boolean needed) implements OfIndicator {
        @Override
        public FactType type() {
            return FactType.UNKNOWN;
        }

        @Override
        public Object field(int position) {
            return switch (position) {
                case 0 -> indicator;
                case 1 -> block;
                case 2 -> reason;
                case 3 -> needed;
                default -> throw new IndexOutOfBoundsException(position);
            };
        }
    }

    /**
     * See {@link FactType#NOT_DUE}.
     *
     * @param indicator the indicator
     * @param block its block
     * @param needed whether extending depends on it
     */
    record NotDueFact(String indicator, String block, boolean needed) implements OfIndicator {
        @Override
        public FactType type() {
            return FactType.NOT_DUE;
        }

        @Override
        public Object field(int position) {
            return switch (position) {
                case 0 -> indicator;
                case 1 -> block;
                case 2 -> needed;
                default -> throw new IndexOutOfBoundsException(position);
            };
        }
    }

    /**
     * See {@link FactType#COMPARISON}.
     *
     * @param indicator the indicator
     * @param block its block
     * @param result what came of the comparison
     * @param leaning what the value alone would say
     * @param atWorst what the worse end of its interval would say
     * @param needed whether extending needs the comparison
     * @param oneSided whether only one side says how it was measured
     * @param dark whether the reading is an earlier month's
     */
    record ComparisonFact(
            String indicator,
            String block,
            String result,
            String leaning,
            String atWorst,
            boolean needed,
            boolean oneSided,
            boolean dark)
            implements OfIndicator {
        @Override
        public FactType type() {
            return FactType.COMPARISON;
        }

        @Override
        public Object field(int position) {
            return switch (position) {
                case 0 -> indicator;
                case 1 -> block;
                case 2 -> result;
                case 3 -> leaning;
                case 4 -> atWorst;
                case 5 -> needed;
                case 6 -> oneSided;
                case 7 -> dark;
                default -> throw new IndexOutOfBoundsException(position);
            };
        }
    }

    /**
     * See {@link FactType#STRADDLING}.
     *
     * @param indicator the indicator
     * @param block its block
     * @param needed whether extending depends on it
     */
    record StraddlingFact(String indicator, String block, boolean needed) implements OfIndicator {
        @Override
        public FactType type() {
            return FactType.STRADDLING;
        }

        @Override
        public Object field(int position) {
            return switch (position) {
                case 0 -> indicator;
                case 1 -> block;
                case 2 -> needed;
                default -> throw new IndexOutOfBoundsException(position);
            };
        }
    }

    /**
     * See {@link FactType#BLOCK}.
     *
     * @param id the block
     * @param state what it did in the reviewed month
     */
    record BlockFact(String id, String state) implements Fact {
        @Override
        public FactType type() {
            return FactType.BLOCK;
        }

        @Override
        public Object field(int position) {
            return switch (position) {
                case 0 -> id;
                case 1 -> state;
                default -> throw new IndexOutOfBoundsException(position);
            };
        }
    }

    /**
     * See {@link FactType#RUN}.
     *
     * @param of the kind of month
     * @param months how many there surely were in a row
     * @param possible how many there may have been
     */
    record RunFact(String of, BigDecimal months, BigDecimal possible) implements Fact {
        @Override
        public FactType type() {
            return FactType.RUN;
        }

        @Override
        public Object field(int position) {
            return switch (position) {
                case 0 -> of;
                case 1 -> months;
                case 2 -> possible;
                default -> throw new IndexOutOfBoundsException(position);
            };
        }
    }

    /**
     * See {@link FactType#PART}.
     *
     * @param indicator the indicator
     * @param block its block
     * @param dimension what its parts are
     * @param name the part
     * @param value the part's value
     * @param share the part's share of the whole, in percent
     * @param outside for a part that is outside every authorised workflow, or unassigned, and not nought: the share that
     *     all such parts have together, in percent; otherwise 0
     * @param authorised whether the register allows the workflow
     */
    record PartFact(
            String indicator,
            String block,
            String dimension,
            String name,
            BigDecimal value,
            BigDecimal share,
            BigDecimal outside,
            String authorised)
            implements OfIndicator {
        @Override
        public FactType type() {
            return FactType.PART;
        }

        @Override
        public Object field(int position) {
            return switch (position) {
                case 0 -> indicator;
                case 1 -> block;
                case 2 -> dimension;
                case 3 -> name;
                case 4 -> value;
                case 5 -> share;
                case 6 -> outside;
                case 7 -> authorised;
                default -> throw new IndexOutOfBoundsException(position);
            };
        }
    }

    /**
     * See {@link FactType#GROWTH}.
     *
     * @param indicator the indicator
     * @param block its block
     * @param percent its growth over the one it is read against
     */
    record GrowthFact(String indicator, String block, BigDecimal percent) implements OfIndicator {
        @Override
        public FactType type() {
            return FactType.GROWTH;
        }

        @Override
        public Object field(int position) {
            return switch (position) {
                case 0 -> indicator;
                case 1 -> block;
                case 2 -> percent;
                default -> throw new IndexOutOfBoundsException(position);
            };
        }
    }

    /**
     * See {@link FactType#TREND}.
     *
     * @param indicator the indicator
     * @param block its block
     * @param course where it is going
     * @param needed whether extending depends on it
     */
    record TrendFact(String indicator, String block, String course, boolean needed) implements OfIndicator {
        @Override
        public FactType type() {
            return FactType.TREND;
        }

        @Override
        public Object field(int position) {
            return switch (position) {
                case 0 -> indicator;
                case 1 -> block;
                case 2 -> course;
                case 3 -> needed;
                default -> throw new IndexOutOfBoundsException(position);
            };
        }
    }

    /**
     * See {@link FactType#SCOPE}.
     *
     * @param level how wide the scope is
     * @param monthsOfUse how many months the tool had been used for before the reviewed one; negative before first use
     * @param gap whether a month between the first and the reviewed one is missing
     */
    record ScopeFact(String level, BigDecimal monthsOfUse, boolean gap) implements Fact {
        @Override
        public FactType type() {
            return FactType.SCOPE;
        }

        @Override
        public Object field(int position) {
            return switch (position) {
                case 0 -> level;
                case 1 -> monthsOfUse;
                case 2 -> gap;
                default -> throw new IndexOutOfBoundsException(position);
            };
        }
    }
}
