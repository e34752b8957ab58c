package dev.roi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A directory of policies, of which scorecards name their own. */
class OwnPoliciesTest {

    private static final Path FIRST = Path.of("../roi-examples/data/first/scorecard.json");

    @TempDir
    private Path folder = Path.of("");

    private Path policies = folder;

    @BeforeEach
    void oneOfTheirOwn() throws IOException {
        policies = Files.createDirectory(folder.resolve("policies"));
        PolicyCopy.at(policies.resolve("some-directory")).replace("policy.yaml", "id: coding-agent", "id: ours");
    }

    private Path card(String policy) throws IOException {
        String named =
                Files.readString(FIRST).replace("\"policy\": \"coding-agent\"", "\"policy\": \"%s\"".formatted(policy));
        assertThat(named).contains(policy);
        return Files.writeString(folder.resolve("card.json"), named);
    }

    @Test
    void a_scorecard_is_reviewed_with_the_one_that_it_names_by_its_id() throws IOException {
        String card = card("ours").toString();
        String alone = policies.resolve("some-directory").toString();

        assertThat(Ran.of("review", card, "--policies", policies.toString()).done())
                .isEqualTo(Ran.of("review", card, "--policy", alone).done())
                .contains("ours 1.0.0");
        assertThat(Ran.of("whatif", card, "--policies", policies.toString()).done())
                .isEqualTo(Ran.of("whatif", card, "--policy", alone).done());
    }

    @Test
    void scopes_of_a_portfolio_may_name_one_of_their_own_or_a_built_in_one() throws IOException {
        Path cards = Files.createDirectory(folder.resolve("cards"));
        Files.copy(FIRST, cards.resolve("one.json"));
        Files.writeString(
                cards.resolve("two.json"),
                Files.readString(card("ours")).replace("\"id\": \"api-tests\"", "\"id\": \"ui-tests\""));

        assertThat(Ran.of("review", cards.toString(), "--policies", policies.toString(), "--format", "json")
                        .done())
                .contains("\"id\": \"ours\"", "\"id\": \"coding-agent\"");
    }

    @Test
    void a_policy_that_is_not_there_is_refused_with_those_that_are() throws IOException {
        assertThat(Ran.of("review", card("theirs").toString(), "--policies", policies.toString())
                        .refused())
                .contains("unknown policy `theirs`", "`assistant`, `coding-agent`, `ours`");
    }

    @Test
    void what_is_no_directory_of_policies_is_refused() throws IOException {
        String card = card("ours").toString();

        assertThat(Ran.of(
                                "review",
                                card,
                                "--policies",
                                folder.resolve("nowhere").toString())
                        .refused())
                .contains("is no directory that can be read");
        assertThat(Ran.of("review", card, "--policies", folder.toString()).refused())
                .contains("has no directory with a `policy.yaml` in it");
        PolicyCopy.at(policies.resolve("another")).replace("policy.yaml", "id: coding-agent", "id: ours");
        assertThat(Ran.of("review", card, "--policies", policies.toString()).refused())
                .contains("has two policies called `ours`");
    }
}
