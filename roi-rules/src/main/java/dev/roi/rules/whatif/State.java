package dev.roi.rules.whatif;

import dev.roi.core.BlockId;
import dev.roi.core.Effect;
import java.util.BitSet;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What some of the readings settle, whatever the others are. Fillings that settle the same are decided alike.
 *
 * @param effects the effects of rules that speak in any case
 * @param seen which conditions are met, of rules that depend on several readings
 * @param blocks how the blocks are judged
 */
record State(Set<Effect> effects, BitSet seen, Map<BlockId, BlockSide> blocks) {

    static final State NOTHING = new State(EnumSet.noneOf(Effect.class), new BitSet(), Map.of());

    State {
        effects =
                Collections.unmodifiableSet(effects.isEmpty() ? EnumSet.noneOf(Effect.class) : EnumSet.copyOf(effects));
        blocks = Collections.unmodifiableMap(new TreeMap<>(blocks));
    }

    State and(State other) {
        Set<Effect> both = effects.isEmpty() ? EnumSet.noneOf(Effect.class) : EnumSet.copyOf(effects);
        both.addAll(other.effects);
        BitSet all = (BitSet) seen.clone();
        all.or(other.seen);
        Map<BlockId, BlockSide> sides = new TreeMap<>(blocks);
        other.blocks.forEach((block, side) -> sides.merge(block, side, BlockSide::and));
        return new State(both, all, sides);
    }
}
