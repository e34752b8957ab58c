package dev.roi.core;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a committee decided, why, and who was there.
 *
 * @param closing the decision, with what closes it
 * @param at when; nothing here reads a clock, so the caller says it
 * @param by who recorded it for the committee; {@value DecisionRecord#MOST_NAME_CHARACTERS} characters at the most
 * @param reason why; there at least where the decision is not the recommended one, or to maintain; {@value
 *     DecisionRecord#MOST_TEXT_CHARACTERS} characters at the most
 * @param second another person who stands for the decision; there at least where it is not the recommended one
 * @param committee which committee, where there are several
 * @param present who else was there
 * @param dissents who disagreed
 */
public record Resolution(
        Closing closing,
        Instant at,
        String by,
        Optional<String> reason,
        Optional<String> second,
        Optional<String> committee,
        List<String> present,
        List<Dissent> dissents) {

    /** Copies the lists. {@inheritDoc} */
    public Resolution {
        requireNonNull(closing, "closing");
        requireNonNull(at, "at");
        requireNonNull(by, "by");
        present = List.copyOf(present);
        dissents = List.copyOf(dissents);
    }

    /**
     * Makes one that only says who recorded it and when.
     *
     * @param closing the decision, with what closes it
     * @param at when
     * @param by who recorded it
     * @return the resolution
     */
    public static Resolution of(Closing closing, Instant at, String by) {
        return new Resolution(
                closing, at, by, Optional.empty(), Optional.empty(), Optional.empty(), List.of(), List.of());
    }

    /**
     * Returns what was decided.
     *
     * @return the decision
     */
    public Decision decision() {
        return closing.decision();
    }

    /**
     * Returns everybody who is known to have been there.
     *
     * @return who recorded the decision, the second person, who else was present and who disagreed, each once
     */
    public List<String> attendees() {
        Set<String> names = new LinkedHashSet<>(List.of(by));
        second.ifPresent(names::add);
        names.addAll(present);
        dissents.forEach(dissent -> names.add(dissent.name()));
        return List.copyOf(names);
    }
}
