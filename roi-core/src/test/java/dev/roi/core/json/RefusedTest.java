package dev.roi.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.roi.core.Fault;
import dev.roi.core.IndicatorSet;
import dev.roi.core.InputFault;
import dev.roi.core.InvalidInput;
import dev.roi.core.PolicyId;
import dev.roi.core.SmallPolicy;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RefusedTest {

    /** A policy called small, and one more name to be mistaken for. */
    static final PolicyLookup POLICIES = new PolicyLookup() {
        @Override
        public Optional<IndicatorSet> find(Optional<PolicyId> id) {
            return id.filter(name -> name.value().equals("small")).map(name -> SmallPolicy.indicators());
        }

        @Override
        public Collection<String> known() {
            return List.of("small", "other");
        }
    };

    static Stream<PinnedCases> json() {
        return PinnedCases.in("refused-json.txt");
    }

    static Stream<PinnedCases> yaml() {
        return PinnedCases.in("refused-yaml.txt");
    }

    static Stream<PinnedCases> scorecards() {
        return PinnedCases.in("refused-scorecards.txt");
    }

    @ParameterizedTest
    @MethodSource
    void json(PinnedCases pinned) {
        Faults faults = new Faults();
        Documents.json("f.json", bytes(pinned), Limits.SCORECARD, faults);
        assertThat(lines(faults.list())).isEqualTo(pinned.expected());
    }

    @ParameterizedTest
    @MethodSource
    void yaml(PinnedCases pinned) {
        Faults faults = new Faults();
        Documents.yaml("f.yaml", bytes(pinned), Limits.POLICY, faults);
        assertThat(lines(faults.list())).isEqualTo(pinned.expected());
    }

    @ParameterizedTest
    @MethodSource
    void scorecards(PinnedCases pinned) {
        Scorecards reader = Scorecards.checkedAgainst(POLICIES);
        InvalidInput refused = catchThrowableOfType(
                InvalidInput.class, () -> reader.read("f.json", new ByteArrayInputStream(bytes(pinned))));
        assertThat(refused).isNotNull();
        assertThat(lines(refused.faults())).isEqualTo(pinned.expected());
    }

    @Test
    void every_fault_is_provoked_here_or_named_below() {
        Set<String> provoked = Stream.of(json(), yaml(), scorecards())
                .flatMap(cases -> cases)
                .flatMap(pinned -> pinned.expected().lines())
                .map(line -> line.substring(0, "ROI-S01".length()))
                .collect(Collectors.toCollection(TreeSet::new));
        // these need bytes, files or sizes that a text file cannot hold
        Stream.of(InputFault.NOT_READABLE, InputFault.NOT_UTF8, InputFault.MORE_FAULTS)
                .map(InputFault::code)
                .forEach(provoked::add);

        assertThat(provoked)
                .containsExactlyElementsOf(Arrays.stream(InputFault.values())
                        .map(InputFault::code)
                        .sorted()
                        .toList());
    }

    private static byte[] bytes(PinnedCases pinned) {
        return pinned.input().getBytes(StandardCharsets.UTF_8);
    }

    private static String lines(List<Fault> faults) {
        return faults.stream().map(Fault::toString).collect(Collectors.joining("\n"));
    }
}
