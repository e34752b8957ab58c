package dev.roi.examples.service;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;

/**
 * What a process takes once everything is collected that nobody holds.
 *
 * @param decisions how many decisions its ledger has
 * @param heap the bytes of objects
 * @param classes the bytes of classes
 * @param threads how many threads there are
 */
record Memory(int decisions, long heap, long classes, int threads) {

    private static final long MEBIBYTE = 1L << 20;

    static Memory now(int decisions) {
        System.gc();
        return new Memory(
                decisions,
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(),
                ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.NON_HEAP)
                        .filter(pool -> pool.getName().contains("Metaspace"))
                        .mapToLong(Memory::used)
                        .sum(),
                ManagementFactory.getThreadMXBean().getThreadCount());
    }

    private static long used(MemoryPoolMXBean pool) {
        return pool.getUsage().getUsed();
    }

    @Override
    public String toString() {
        return "%s decisions: heap %s MiB, classes %s MiB, %s threads"
                .formatted(decisions, heap / MEBIBYTE, classes / MEBIBYTE, threads);
    }
}
