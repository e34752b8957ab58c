package dev.roi.core;

import java.util.Optional;

/**
 * An indicator of the policy that is not known for the reviewed month.
 *
 * @param indicator the indicator
 * @param name what people call it
 * @param reason why it is not known
 * @param note a remark
 */
public record UnknownIndicator(IndicatorId indicator, String name, UnknownReason reason, Optional<String> note) {}
