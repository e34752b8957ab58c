package dev.roi.rules.hostile;

import dev.roi.rules.hostile.RawDrools.Latest;
import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Sings when anything of a policy runs. Hostile files call it by every way that there is to call Java. */
public final class Canary {

    private static final AtomicInteger SONGS = new AtomicInteger();

    /** Making one sings. */
    public Canary() {
        sing();
    }

    /** Sings. */
    public static void sing() {
        SONGS.incrementAndGet();
    }

    /** Sings, as a condition. */
    public static boolean singing() {
        sing();
        return true;
    }

    /** Sings, as a text. */
    public static String song() {
        sing();
        return "song";
    }

    /** Sings, as a number. */
    public static int number() {
        sing();
        return 1;
    }

    /** Sings, as facts. */
    public static List<Latest> facts() {
        sing();
        return List.of(new Latest("adoption-rate", BigDecimal.ONE));
    }

    static int songs() {
        return SONGS.get();
    }
}
