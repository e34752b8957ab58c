package dev.roi.core;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * An entry of the register of workflows: one way of working that the tool may, or may not, be used for. Its texts stand on
 * one line each, of at most {@value Names#MOST_LABEL_CHARACTERS} characters.
 *
 * @param id its name, as parts by workflow cite it
 * @param name what people call it; the id where nothing is said
 * @param authorisation whether the organisation allows the tool there
 * @param priority whether it is one that matters most
 * @param owner who answers for it
 */
public record Workflow(String id, String name, Authorisation authorisation, Priority priority, Optional<String> owner) {

    /** Checks the names. {@inheritDoc} */
    public Workflow {
        Names.requireLabel("workflow id", id);
        Names.requireLabel("workflow name", name);
        owner.ifPresent(person -> Names.requireLabel("workflow owner", person));
        requireNonNull(authorisation, "authorisation");
        requireNonNull(priority, "priority");
    }

    /** Whether the organisation allows the tool for a workflow. A workflow outside the register is not authorised. */
    public enum Authorisation implements Keyword {
        /** It may be used. */
        AUTHORISED,
        /** It may not be used. */
        NOT_AUTHORISED
    }

    /** Whether a workflow is one that matters most. */
    public enum Priority implements Keyword {
        /** It is. */
        PRIORITY,
        /** It is one of the others. */
        ORDINARY
    }
}
