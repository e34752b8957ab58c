package dev.roi.governance.check;

import dev.roi.core.Exact;
import dev.roi.core.Fault.Place;
import dev.roi.core.Language;
import dev.roi.core.Message;
import dev.roi.core.Unit;
import dev.roi.core.text.Quantities;
import dev.roi.rules.policy.NumberWords;
import dev.roi.rules.policy.Policy;
import dev.roi.rules.policy.PolicyCode;
import dev.roi.rules.policy.PolicyDraft;
import dev.roi.rules.policy.PolicyFiles;
import dev.roi.rules.policy.Threshold;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Looks for thresholds whose reason speaks of another number than their value: one in the threshold's own unit, or the
 * value of the policy that this one was copied from, whose reason was left as it was.
 */
final class ReasonCheck {

    private static final String NUMBER = "(?:\\d{1,9}(?:[.,]\\d{1,6})?|\\p{L}+(?:-\\p{L}+)?)";
    private static final String BLANK = "[\\s\u00a0\u202f]*";
    private static final String QUANTITY = "(?<![\\p{L}\\p{N}.,])" + NUMBER + "(?:" + BLANK
            + "(?:to|and|\u00e0|et|-|\u2013)" + BLANK + NUMBER + ")?[\\s\u00a0\u202f-]*%s(?![\\p{L}\\p{N}])";

    private final Policy policy;
    private final PolicyDraft draft;
    private final Optional<Policy> origin;
    private final Doubts doubts;

    ReasonCheck(Policy policy, PolicyDraft draft, Optional<Policy> origin, Doubts doubts) {
        this.policy = policy;
        this.draft = draft;
        this.origin = origin;
        this.doubts = doubts;
    }

    void check() {
        for (Threshold threshold : policy.thresholds().values()) {
            String id = threshold.id().value();
            Optional<Threshold> copied =
                    origin.flatMap(from -> Optional.ofNullable(from.thresholds().get(threshold.id())));
            look(
                    threshold,
                    threshold.because(),
                    copied.map(Threshold::because),
                    copied.map(Threshold::value),
                    draft.place(PolicyFiles.THRESHOLDS, id, "because"));
            for (Language language : policy.languages()) {
                reason(policy, language, id)
                        .ifPresent(because -> look(
                                threshold,
                                because,
                                origin.filter(from -> from.languages().contains(language))
                                        .flatMap(from -> reason(from, language, id)),
                                copied.map(Threshold::value),
                                draft.place("texts/%s.yaml".formatted(language), "because", id)));
            }
        }
    }

    private static Optional<String> reason(Policy policy, Language language, String id) {
        return Optional.ofNullable(policy.texts(language).background().because().get(id));
    }

    private void look(
            Threshold threshold, String because, Optional<String> copied, Optional<Exact> valueThen, Place place) {
        Optional<Exact> other = valueThen
                .filter(then -> !then.equals(threshold.value()))
                .filter(then -> copied.filter(because::equals).isPresent())
                .filter(then -> NumberWords.in(because).contains(then))
                .or(() -> ofItsUnit(threshold, because));
        other.ifPresent(number -> doubts.add(
                PolicyCode.REASON_DIFFERS,
                place,
                Message.of(
                        "the reason of threshold `%s` speaks of %s, and its value is %s.",
                        threshold.id(), number, threshold.value()),
                Message.of("Say why it is what it is now, or put the value back.")));
    }

    /** Finds the first number in the unit of the threshold, where none of them is its value. */
    private static Optional<Exact> ofItsUnit(Threshold threshold, String because) {
        Set<Exact> numbers = new LinkedHashSet<>();
        String units = Stream.of(Language.ENGLISH, Language.FRENCH)
                .flatMap(language -> Stream.of(Exact.ONE, Exact.of(3))
                        .map(number -> Quantities.of(language).format(number, threshold.unit())))
                .map(quantity -> quantity.replaceAll("^[\\d.,\\s\u00a0\u202f]+", ""))
                .filter(unit -> !unit.isEmpty())
                .distinct()
                .map(Pattern::quote)
                .collect(Collectors.joining(
                        "|", "(?:", threshold.unit().equals(Unit.PERCENT) ? "|percent|pour[ -]cent)" : ")"));
        if (units.equals("(?:)")) {
            return Optional.empty();
        }
        Matcher quantity = Pattern.compile(QUANTITY.formatted(units), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                .matcher(because);
        int from = 0;
        while (quantity.find(from)) {
            numbers.addAll(NumberWords.in(quantity.group().replace('-', ' ')));
            from = quantity.end();
        }
        return numbers.contains(threshold.value()) || numbers.isEmpty()
                ? Optional.empty()
                : numbers.stream().findFirst();
    }
}
