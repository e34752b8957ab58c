package dev.roi.imports;

import dev.roi.core.Workflow;
import java.util.Optional;

/**
 * A workflow of the register: a row of its table.
 *
 * @param scopeId the scope whose register it is in; nothing for that of every scope
 * @param workflow the workflow
 * @param origin where the row comes from
 */
public record WorkflowRow(Optional<String> scopeId, Workflow workflow, Origin origin) {}
