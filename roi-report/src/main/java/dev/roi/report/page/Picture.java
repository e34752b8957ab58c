package dev.roi.report.page;

/** What a row shows to those who can see a picture; its label says the same in words. */
sealed interface Picture permits Plot, Bullet, Strip {

    /**
     * Returns what it shows, in words.
     *
     * @return the words
     */
    String label();
}
