package dev.roi.core;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One person's approval of one version of a policy.
 *
 * @param policy what was approved; its fingerprint says exactly what
 * @param at when it was approved
 * @param by who approved it; {@value DecisionRecord#MOST_NAME_CHARACTERS} characters at the most
 * @param reason why; {@value DecisionRecord#MOST_TEXT_CHARACTERS} characters at the most
 * @param from the first month that it applies to
 * @param library the version of the library that recorded it
 * @param change what was seen of the change; nothing for the first version
 */
public record Approval(
        PolicyRef policy,
        Instant at,
        String by,
        String reason,
        YearMonth from,
        String library,
        Optional<Change> change) {

    /**
     * Checks the texts. {@inheritDoc}
     *
     * @throws InvalidInput when the name or the reason is blank, too long, or cannot be kept
     */
    public Approval {
        requireNonNull(policy, "policy");
        requireNonNull(at, "at");
        requireNonNull(from, "from");
        requireNonNull(library, "library");
        requireNonNull(change, "change");
        List<Fault> faults = new ArrayList<>();
        RecordText.check(Message.of("the name of who approves"), by, DecisionRecord.MOST_NAME_CHARACTERS, faults);
        RecordText.check(Message.of("the reason of the approval"), reason, DecisionRecord.MOST_TEXT_CHARACTERS, faults);
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
    }

    /**
     * The change that was approved.
     *
     * @param before the policy that the approved one was compared with
     * @param digest the SHA-256 of the comparison, a document {@code roi-diff/1} without a history, in English or else in the
     *     first language of the approved policy that both speak
     */
    public record Change(PolicyRef before, Hash digest) {

        /** Checks that both are there. {@inheritDoc} */
        public Change {
            requireNonNull(before, "before");
            requireNonNull(digest, "digest");
        }
    }
}
