package dev.roi.governance.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roi.core.Language;
import dev.roi.core.Pinned;
import dev.roi.governance.copy.EditableCopy;
import dev.roi.rules.policy.PolicyFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a check says of the slips of people who edit a copy of a policy, in both languages, word for word.
 * {@code -Dpins=write} writes it anew, to be read and judged.
 */
class SlipsTest {

    private static final String TABLE = "slips.txt";

    @TempDir
    private static Path directory;

    private static final Map<String, String> SAID = new HashMap<>();

    private static Path policy;

    @BeforeAll
    static void initWritesThePolicy() throws IOException {
        policy = directory.resolve("mine");
        EditableCopy.of("assistant").writeTo(policy);
        for (String unused : List.of("efficiency", "experience", "finance", "unknown")) {
            Files.delete(
                    policy.resolve("scenarios/%s.yaml".formatted(unused))); // a fifth of the time, and no slip's place
        }
        if (Pinned.areWritten()) {
            Pinned.write(
                    Pilot.RESOURCES.resolve(TABLE),
                    slips().stream()
                            .map(slip -> slip.written(said(slip)))
                            .collect(Collectors.joining("\n\n", "", "\n")));
        }
    }

    static List<Slip> slips() {
        return Slip.in(Pilot.document(TABLE));
    }

    /** Every twentieth slip; a check of the whole policy takes a tenth of a second, and all of them are read in the soak. */
    static List<Slip> everyTwentieth() {
        List<Slip> slips = slips();
        return IntStream.range(0, slips.size())
                .filter(i -> i % 20 == 0)
                .mapToObj(slips::get)
                .toList();
    }

    private static String said(Slip slip) {
        return SAID.computeIfAbsent(slip.title(), title -> {
            List<String> said = new ArrayList<>();
            slip.with(policy, () -> said.add(said(PolicyCheck.of(policy))));
            // the texts of a policy are reworded now and then: what leads to a place in them is its keys
            return String.join("", said)
                    .replace(directory + "/", "")
                    .replaceAll("(mine/texts/\\w+\\.yaml):\\d+:\\d+: /", "$1: /");
        });
    }

    private static String said(PolicyCheck check) {
        return Stream.of(Language.ENGLISH, Language.FRENCH)
                .flatMap(language -> check.findings().stream()
                        .map(fault ->
                                "%s %s %s".formatted(language, fault.severity().word(), fault.in(language))))
                .collect(Collectors.joining("\n"));
    }

    @ParameterizedTest
    @MethodSource("everyTwentieth")
    void a_check_says_this_and_nothing_else(Slip slip) {
        assertThat(said(slip)).isEqualTo(slip.said());
    }

    @Tag("soak")
    @ParameterizedTest
    @MethodSource("slips")
    void a_check_says_this_and_nothing_else_of_any_slip(Slip slip) {
        assertThat(said(slip)).isEqualTo(slip.said());
    }

    @Test
    void line_ends_of_windows_are_none_and_change_no_fingerprint() {
        Map<String, String> files = new HashMap<>();
        Pilot.files().forEach((path, text) -> files.put(path, text.replace("\n", "\r\n")));
        PolicyCheck windows = PolicyCheck.of(PolicyFiles.of("my-policy", files));
        assertThat(windows.findings()).isEmpty();
        assertThat(windows.ref())
                .isEqualTo(PolicyCheck.of(PolicyFiles.of("my-policy", Pilot.files()))
                        .ref());
    }

    @Test
    void nothing_is_said_of_the_policy_as_it_was_written() {
        assertThat(PolicyCheck.of(policy).findings()).isEmpty();
    }

    @Test
    void there_are_many_and_hardly_any_leaves_its_reader_with_half_an_answer() {
        List<Slip> slips = slips();
        assertThat(slips).hasSizeGreaterThanOrEqualTo(150);
        assertThat(slips).extracting(Slip::title).doesNotHaveDuplicates();
        assertThat(slips)
                .allSatisfy(slip -> assertThat(slip.said()).as(slip.title()).contains("en ", "fr "));
        assertThat(slips).extracting(Slip::judged).isSubsetOf(1, 2);
        assertThat(slips.stream().filter(slip -> slip.judged() == 1)).hasSizeLessThanOrEqualTo(5);
    }
}
