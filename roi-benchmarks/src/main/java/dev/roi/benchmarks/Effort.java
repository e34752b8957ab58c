package dev.roi.benchmarks;

/**
 * How long everything is measured.
 *
 * @param rounds how often everything of a group takes its turn, in a virtual machine of its own each time
 * @param warm how many iterations of a turn are not counted
 * @param measured how many are
 * @param milliseconds how long an iteration takes
 * @param onceWarm how many calls are not counted, of what is called once at a time
 * @param once how many are
 * @param starts how often a program is started
 * @param commands how often a command that takes longer is started
 * @param moments how many turns two take that are measured side by side
 * @param reviews how many reviews very many are
 */
record Effort(
        int rounds,
        int warm,
        int measured,
        int milliseconds,
        int onceWarm,
        int once,
        int starts,
        int commands,
        int moments,
        int reviews) {

    /** Enough for figures to rely on. */
    static final Effort FULL = new Effort(3, 4, 3, 2_000, 3, 3, 11, 5, 400, 100_000);

    /** Enough to see that everything works; its figures mean nothing. */
    static final Effort QUICK = new Effort(1, 1, 1, 200, 0, 1, 1, 1, 8, 1_000);
}
