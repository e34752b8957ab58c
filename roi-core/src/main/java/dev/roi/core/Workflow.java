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

    /**
     * Returns a workflow that the tool may be used for, and that is one of the ordinary ones.
     *
     * @param id its name, as parts by workflow cite it
     * @return the workflow, called what its id says
     */
    public static Workflow authorised(String id) {
        return new Workflow(id, id, Authorisation.AUTHORISED, Priority.ORDINARY, Optional.empty());
    }

    /**
     * Returns a workflow that the tool may not be used for.
     *
     * @param id its name, as parts by workflow cite it
     * @return the workflow, called what its id says
     */
    public static Workflow notAuthorised(String id) {
        return new Workflow(id, id, Authorisation.NOT_AUTHORISED, Priority.ORDINARY, Optional.empty());
    }

    /**
     * Returns the workflow with a name for people.
     *
     * @param text what people call it
     * @return the same workflow, by that name
     */
    public Workflow called(String text) {
        return new Workflow(id, text, authorisation, priority, owner);
    }

    /**
     * Returns the workflow as one that matters most.
     *
     * @return the same workflow, with priority
     */
    public Workflow asPriority() {
        return new Workflow(id, name, authorisation, Priority.PRIORITY, owner);
    }

    /**
     * Returns the workflow with an owner.
     *
     * @param person who answers for it
     * @return the same workflow, with the owner
     */
    public Workflow ownedBy(String person) {
        return new Workflow(id, name, authorisation, priority, Optional.of(requireNonNull(person, "person")));
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
