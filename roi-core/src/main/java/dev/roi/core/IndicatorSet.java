package dev.roi.core;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * The blocks and indicators of one policy, in the policy's order: what a scorecard may report.
 *
 * <p>Immutable; two sets with the same content are equal.
 */
public final class IndicatorSet {

    private final List<Block> blocks;
    private final List<Indicator> indicators;
    private final Map<IndicatorId, Indicator> byId;
    private final Map<String, Indicator> byName;
    private final Map<IndicatorId, Integer> positions;

    /**
     * Puts blocks and indicators together.
     *
     * @param blocks the blocks, in order
     * @param indicators the indicators, in order; each in a block of the list
     * @throws IllegalArgumentException when a name is repeated, or refers to nothing; or when an indicator is computed from
     *     one that is computed itself, or is the share of a part that the whole does not have
     */
    public IndicatorSet(List<Block> blocks, List<Indicator> indicators) {
        this.blocks = List.copyOf(blocks);
        this.indicators = List.copyOf(indicators);
        Map<BlockId, Block> blocksById = new LinkedHashMap<>();
        for (Block block : blocks) {
            if (blocksById.put(block.id(), block) != null) {
                throw new IllegalArgumentException("block %s is there twice".formatted(block.id()));
            }
        }
        Map<IndicatorId, Indicator> found = new LinkedHashMap<>();
        Map<IndicatorId, Integer> order = new LinkedHashMap<>();
        for (Indicator indicator : indicators) {
            if (found.put(indicator.id(), indicator) != null) {
                throw new IllegalArgumentException("indicator %s is there twice".formatted(indicator.id()));
            }
            order.put(indicator.id(), order.size());
            if (!blocksById.containsKey(indicator.block())) {
                throw new IllegalArgumentException(
                        "indicator %s is in block %s, which is not there".formatted(indicator.id(), indicator.block()));
            }
        }
        List<IndicatorId> named = new ArrayList<>();
        blocks.forEach(block -> named.addAll(block.judgedBy()));
        indicators.forEach(indicator -> named.addAll(indicator.refersTo()));
        for (IndicatorId id : named) {
            if (!found.containsKey(id)) {
                throw new IllegalArgumentException("indicator %s is named and not there".formatted(id));
            }
        }
        for (Indicator indicator : indicators) {
            indicator.computed().ifPresent(computation -> checkComputation(indicator.id(), computation, found));
        }
        this.byId = Collections.unmodifiableMap(found);
        Map<String, Indicator> names = new HashMap<>();
        found.forEach((id, indicator) -> names.put(id.value(), indicator));
        this.byName = Collections.unmodifiableMap(names);
        this.positions = Collections.unmodifiableMap(order);
    }

    private static void checkComputation(
            IndicatorId id, Computation computation, Map<IndicatorId, Indicator> indicators) {
        for (IndicatorId source : computation.sources()) {
            if (Optional.ofNullable(indicators.get(source))
                    .flatMap(Indicator::computed)
                    .isPresent()) {
                throw new IllegalArgumentException(
                        "%s is computed from %s, which is computed itself".formatted(id, source));
            }
        }
        boolean hasPart = computation.fold(
                share -> Optional.ofNullable(indicators.get(share.whole()))
                        .flatMap(Indicator::breakdown)
                        .filter(breakdown -> breakdown.parts().contains(share.part()))
                        .isPresent(),
                gain -> true,
                ratio -> true);
        if (!hasPart) {
            throw new IllegalArgumentException("%s is the share of a part that there is not".formatted(id));
        }
    }

    /**
     * Returns the blocks.
     *
     * @return all of them, in the policy's order
     */
    public List<Block> blocks() {
        return blocks;
    }

    /**
     * Returns the indicators.
     *
     * @return all of them, in the policy's order
     */
    public List<Indicator> indicators() {
        return indicators;
    }

    /**
     * Looks an indicator up.
     *
     * @param id its name
     * @return the indicator, if the policy has it
     */
    public Optional<Indicator> find(IndicatorId id) {
        return Optional.ofNullable(byId.get(id));
    }

    /**
     * Looks an indicator up by the text of its name.
     *
     * @param name any text
     * @return the indicator, if the policy has one of that name
     */
    public Optional<Indicator> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /**
     * Returns an indicator.
     *
     * @param id its name
     * @return the indicator
     * @throws NoSuchElementException when the policy does not have it
     */
    public Indicator indicator(IndicatorId id) {
        return find(id).orElseThrow(() -> new NoSuchElementException("no indicator (%s)".formatted(id)));
    }

    /**
     * Returns an indicator's place in the policy's order.
     *
     * @param id its name
     * @return 0 for the first
     * @throws NoSuchElementException when the policy does not have it
     */
    public int position(IndicatorId id) {
        Integer position = positions.get(id);
        if (position == null) {
            throw new NoSuchElementException("no indicator (%s)".formatted(id));
        }
        return position;
    }

    /**
     * Adds what another set has besides.
     *
     * @param other the other set
     * @return the blocks and indicators of both; where both have one, as this set has it
     */
    public IndicatorSet and(IndicatorSet other) {
        Map<BlockId, Block> allBlocks = new LinkedHashMap<>();
        Map<IndicatorId, Indicator> all = new LinkedHashMap<>();
        for (IndicatorSet each : List.of(this, other)) {
            each.blocks().forEach(block -> allBlocks.putIfAbsent(block.id(), block));
            each.indicators().forEach(indicator -> all.putIfAbsent(indicator.id(), indicator));
        }
        return new IndicatorSet(List.copyOf(allBlocks.values()), List.copyOf(all.values()));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IndicatorSet that && blocks.equals(that.blocks) && indicators.equals(that.indicators);
    }

    @Override
    public int hashCode() {
        return 31 * blocks.hashCode() + indicators.hashCode();
    }

    @Override
    public String toString() {
        return byId.keySet().toString();
    }
}
