package dev.roi.governance.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roi.core.Language;
import dev.roi.core.UnknownName;
import dev.roi.core.ViewId;
import dev.roi.core.text.Bundle;
import dev.roi.governance.catalogue.page.CataloguePage;
import dev.roi.rules.Engine;
import dev.roi.rules.facts.FactType;
import dev.roi.rules.facts.Field;
import dev.roi.rules.language.Rule;
import dev.roi.rules.policy.Policy;
import dev.roi.rules.policy.PolicyFiles;
import dev.roi.rules.policy.Texts;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueTest {

    private static final PolicyFiles FILES = PolicyFiles.builtIn("coding-agent").orElseThrow();
    private static final Policy POLICY = Engine.read(FILES, Map.of());
    private static final List<Language> LANGUAGES = List.of(Language.ENGLISH, Language.FRENCH);

    private static String text(String path) {
        return new String(FILES.find(path).orElseThrow(), StandardCharsets.UTF_8);
    }

    private static List<String> found(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map((MatchResult result) -> result.group(1))
                .toList();
    }

    /** What stands between two headings of the Markdown. */
    private static String part(String markdown, String heading) {
        int start = markdown.indexOf(heading + "\n");
        assertThat(start).as(heading).isNotNegative();
        Matcher next =
                Pattern.compile("\n#{1,%s} ".formatted(heading.indexOf(' '))).matcher(markdown);
        return markdown.substring(start, next.find(start + 1) ? next.start() : markdown.length());
    }

    @Test
    void a_rule_is_shown_with_its_question_conditions_thresholds_law_source_and_texts() {
        String markdown = Catalogue.of(POLICY).markdown();
        assertThat(part(markdown, "### Do we finance the right uses?")).contains("#### `low-adoption`");
        assertThat(part(markdown, "#### `low-adoption`").strip()).isEqualTo("""
            #### `low-adoption`

            - Then: adjust: training
            - When: Adoption, last known value: below 30% (adoption.low)
            - Threshold: `adoption.low`: 30% (5% to 60%) — below three people in ten the tool has not been given a chance, and training comes before judgement
            - Law: 7. High adoption with dispersed usage tightens the rules of use; low adoption asks for training, and is no reason to stop.
            - Source: S1, useful usage
            - en: low adoption — Adoption is {value} {stale}, below {limit}. Where the workflows are relevant, train people, support them or simplify access before judging the tool.
            - fr: adoption faible — L’adoption est de {value} {stale}, sous {limit}. Si les workflows sont pertinents, former, accompagner ou simplifier l’accès avant de juger l’outil.\
            """.strip());
    }

    @Test
    void the_reasons_of_thresholds_and_the_sources_are_in_the_language_of_the_page() {
        String french = Catalogue.of(POLICY, Language.FRENCH).markdown();
        assertThat(french)
                .contains("une seule alerte est déjà de trop pour étendre", "S1, usages utiles")
                .doesNotContain("(en anglais)");
        for (String id : PolicyFiles.builtIns()) {
            Policy policy = Engine.builtIn(id).policy();
            assertThat(policy.texts(Language.FRENCH).background().because().keySet())
                    .containsExactlyElementsOf(policy.thresholds().keySet().stream()
                            .map(Object::toString)
                            .toList());
        }
    }

    @Test
    void what_is_not_translated_is_said_to_be_in_the_policys_first_language() {
        String texts = text("texts/fr.yaml");
        Policy policy =
                Engine.read(FILES.with("texts/fr.yaml", texts.substring(0, texts.indexOf("\nbecause:"))), Map.of());
        Catalogue catalogue = Catalogue.of(policy, Language.FRENCH);
        assertThat(catalogue.markdown())
                .contains("one alert is one too many to extend over (en anglais)")
                .contains("S1, usages utiles\n");
        assertThat(catalogue.html())
                .contains("<span lang=\"en\">one alert is one too many to extend over</span> (en anglais)");
        assertThat(Catalogue.of(policy).markdown()).doesNotContain("(in English)");
        assertThat(policy.ref()).isEqualTo(POLICY.ref());
    }

    @Test
    void the_views_of_readers_and_the_kinds_of_months_are_part_of_it() {
        for (String id : PolicyFiles.builtIns()) {
            Policy policy = Engine.builtIn(id).policy();
            for (Language language : LANGUAGES) {
                Catalogue catalogue = Catalogue.of(policy, language);
                assertThat(catalogue.markdown())
                        .contains(policy.views().readers().keySet().stream()
                                .map(view -> "### %s (`%s`)\n"
                                        .formatted(words(policy, language, view).title(), view))
                                .toList());
                policy.views()
                        .readers()
                        .keySet()
                        .forEach(view -> assertThat(catalogue.html())
                                .contains("<h3 id=\"view-%s\">".formatted(view))
                                .contains(words(policy, language, view).questions().stream()
                                        .map(asked -> "<dt>%s</dt>".formatted(asked.question()))
                                        .toList()));
                policy.monthKinds().forEach(kind -> {
                    assertThat(catalogue.markdown()).contains("- **%s** ".formatted(kind.name()));
                    assertThat(catalogue.html()).contains("<dt>%s</dt>".formatted(kind.name()));
                });
            }
        }
        assertThat(part(Catalogue.of(POLICY).markdown(), "## Kinds of months"))
                .contains("- **delivery-improved** Delivery improved")
                .contains("an undetermined month ends the run");
    }

    private static Texts.ViewWords words(Policy policy, Language language, ViewId view) {
        return Objects.requireNonNull(policy.texts(language).views().get(view));
    }

    @Test
    void conditions_are_in_words() {
        assertThat(found("- When: (.*)", Catalogue.of(POLICY).markdown()))
                .hasSize((int) POLICY.allRules().stream()
                        .mapToLong(rule -> rule.conditions().size())
                        .sum())
                .contains(
                        "Lead time against its baseline: worse",
                        "Lead time against its baseline: the same or worse, known this month",
                        "there is not: block Delivery, Quality or Value: improved",
                        "months in a row of the kind delivery-improved: below 3 months (extend.months) for sure, at"
                                + " least 3 months (extend.months) counting undetermined ones",
                        "Cost by team, a part: by team, other than tied to none, above 50% (cost.team-share) of the"
                                + " whole",
                        "an indicator unknown this month: needed for extending, reason other than not due yet or no"
                                + " cases",
                        "an indicator unknown this month: needed for extending, reason no cases, below 3 months"
                                + " (no-cases.months) in a row",
                        "an indicator against its baseline: judging its block, not needed for extending, baseline not"
                                + " known or not given",
                        "an indicator so uncertain that it lies on both sides of a limit",
                        "Forecast for next month, change: over Total monthly cost, above 15% (forecast.growth)",
                        "the scope: with months missing");
        assertThat(found(
                        "- Quand\u00a0: (.*)",
                        Catalogue.of(POLICY, Language.FRENCH).markdown()))
                .contains(
                        "Lead time, par rapport à sa référence\u00a0: pire",
                        "le périmètre\u00a0: avec des mois manquants");
    }

    @Test
    void an_indicator_is_shown_with_what_reads_it_by_name_or_through_its_block() {
        String markdown = Catalogue.of(POLICY).markdown();
        assertThat(found("\\| (Lead time \\(.*)", markdown).get(0))
                .contains(
                        "`lead-time-worse`",
                        "`local-gain-only`",
                        "`comparison-leans-worse`",
                        "`budget-without-results`",
                        "`delivery-improved-in-a-row`",
                        "`going-backwards-too-long`",
                        "all rules about what extending needs",
                        "dashboard",
                        "judges the block Delivery");
        assertThat(found("\\| (Prompts \\(.*)", markdown).get(0)).contains("no rule", "activity, never proof");
        assertThat(markdown).contains("These rules are about all that extending needs: `needed-indicator-unknown`");
    }

    @Test
    void a_threshold_is_shown_with_the_rules_that_use_it_or_as_a_setting() {
        String markdown = Catalogue.of(POLICY).markdown();
        assertThat(markdown)
                .contains(
                        "| `adoption.high` | 70% | 40% to 95%, in steps of 1 | from seven people in ten on adoption is"
                                + " no question any more, and what it is used for is | `high-adoption-dispersed-usage`,"
                                + " `dispersion-unknown`, `dispersion-no-cases` |",
                        "| `lag.rework` | 1 month | 0 months to 6 months, in steps of 1 | what is delivered in a month"
                                + " is reopened in the next | settings of the policy |");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void nothing_of_the_policy_is_left_out_of_either_form(String tag) {
        Language language = new Language(tag);
        Catalogue catalogue = Catalogue.of(POLICY, language);
        for (String page : List.of(catalogue.markdown(), catalogue.html())) {
            assertThat(page).contains(POLICY.ref().fingerprint().value(), POLICY.owner(), "adoption.high");
            POLICY.rules().values().forEach(rule -> {
                assertThat(page).contains(rule.id().value());
                assertThat(rule.law()).as("law of %s", rule.id()).isPresent();
                assertThat(rule.source()).as("source of %s", rule.id()).isPresent();
                assertThat(POLICY.texts(language).background().laws())
                        .containsKey(rule.law().get());
                assertThat(POLICY.texts(language).background().asks()).containsKey(rule.file());
                assertThat(POLICY.texts(language).background().sources().keySet())
                        .anyMatch(source -> rule.source().get().startsWith(source));
            });
            POLICY.thresholds().keySet().forEach(id -> assertThat(page).contains(id.value()));
            POLICY.indicators()
                    .indicators()
                    .forEach(indicator ->
                            assertThat(page).contains(indicator.id().value()));
            for (Language each : LANGUAGES) {
                POLICY.texts(each)
                        .rules()
                        .values()
                        .forEach(said -> assertThat(page.replace("&#34;", "\"")
                                        .replace("&#39;", "'")
                                        .replace("\\[", "[")
                                        .replace("\\]", "]")
                                        .replace("\\_", "_"))
                                .contains(
                                        said.text().toString().replace("[[", "").replace("]]", "")));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void the_page_needs_nothing_but_itself_and_every_link_in_it_leads_somewhere(String tag) {
        String html = Catalogue.of(POLICY, new Language(tag)).html();
        assertThat(html)
                .startsWith("<!DOCTYPE html>\n<html lang=\"" + tag + "\">")
                .endsWith("</html>\n")
                .doesNotContain("<script", "<img", "<link", "http://", "https://", "url(", "@import", "onclick");
        List<String> ids = found(" id=\"([^\"]*)\"", html);
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(ids).containsAll(found("href=\"#([^\"]*)\"", html));
        assertThat(found("href=\"([^#][^\"]*)\"", html)).isEmpty();
        for (String element :
                List.of("article", "section", "dl", "dd", "table", "tr", "td", "ul", "li", "div", "a", "code")) {
            assertThat(found("(<" + element + "[ >])", html))
                    .as(element)
                    .hasSameSizeAs(found("(</" + element + ">)", html));
        }
    }

    @Test
    void what_stands_in_a_policy_is_no_markup_in_its_catalogue() {
        String hostile =
                "<script>alert(1)</script><img src=x onerror=alert(1)> \\\" onclick=\\\"x ![a](javascript:x) | `x` &"
                        + " *b*";
        PolicyFiles files = FILES.with(
                        "texts/en.yaml",
                        text("texts/en.yaml")
                                .replace("title: AI coding agents", "title: \"" + hostile + "\"")
                                .replace("{ name: Finance,", "{ name: \"" + hostile + "\",")
                                .replace("headline: low adoption", "headline: \"" + hostile + "\"")
                                .replace("lead-time: { name: Lead time,", "lead-time: { name: \"" + hostile + "\",")
                                .replace("  S1: \"", "  \"" + hostile + "\": \"" + hostile)
                                .replace("  usage: \"Do we", "  usage: \"" + hostile + "Do we"))
                .with("texts/fr.yaml", text("texts/fr.yaml").replace("  S1: \"", "  \"" + hostile + "\": \""))
                .with(
                        "policy.yaml",
                        text("policy.yaml").replace("owner: platform-governance", "owner: \"" + hostile + "\""))
                .with(
                        "thresholds.yaml",
                        text("thresholds.yaml").replace("because: below three", "because: \"" + hostile + "\" # "))
                .with(
                        "rules/usage.drl",
                        text("rules/usage.drl").replaceFirst("@source\\( \"S1", "@source( \"<b>S1</b> |"));
        Catalogue catalogue = Catalogue.of(Engine.read(files, Map.of()));

        assertThat(catalogue.html())
                .doesNotContain("<script", "<img", "<b>")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;");
        assertThat(found("<[a-z][^>]*(onerror|onclick)[^>]*>", catalogue.html().replaceAll("\"[^\"]*\"", "")))
                .isEmpty();
        assertThat(catalogue.markdown())
                .doesNotContain("<script", "<img", "<b>", "![a](")
                .contains("&lt;script&gt;");
        Stream<String> rows = catalogue.markdown().lines().filter(line -> line.startsWith("|"));
        assertThat(rows.map(row ->
                        row.replace("\\|", "").chars().filter(c -> c == '|').count()))
                .allMatch(bars -> bars == 9 || bars == 6);
    }

    @Test
    void a_policy_without_questions_laws_and_sources_has_a_catalogue_too() {
        String texts = text("texts/en.yaml");
        String french = text("texts/fr.yaml");
        Policy plain = Engine.read(
                FILES.with("texts/en.yaml", texts.substring(0, texts.indexOf("# --- for readers")))
                        .with("texts/fr.yaml", french.substring(0, french.indexOf("\nasks:") + 1)),
                Map.of());
        assertThat(Catalogue.of(plain).markdown())
                .contains("### usage\n", "- Law: 7\n")
                .doesNotContain("## Laws");
        assertThat(Catalogue.of(plain).html()).contains(">usage</h3>").doesNotContain("id=\"laws\"");
        assertThat(plain.ref()).isEqualTo(POLICY.ref());
    }

    @Test
    void a_copy_says_what_it_is_a_copy_of() {
        String origin = "\norigin: { policy: coding-agent, version: \"0.9.0\", fingerprint: \"sha256:" + "0".repeat(64)
                + "\" }\n";
        Policy copy = Engine.read(FILES.with("policy.yaml", text("policy.yaml") + origin), Map.of());
        assertThat(Catalogue.of(copy).markdown()).contains("- **Copy of** coding-agent 0.9.0, sha256:0000");
    }

    @Test
    void a_language_that_the_policy_does_not_speak_is_a_mistake_of_the_caller() {
        assertThatThrownBy(() -> Catalogue.of(POLICY, new Language("de")))
                .isInstanceOf(UnknownName.class)
                .hasMessageContaining("There are: en, fr");
    }

    @Test
    void the_words_are_the_same_in_both_languages() {
        assertThat(Bundle.of(CataloguePage.class, "catalogue", Language.FRENCH).keys())
                .isEqualTo(Bundle.of(CataloguePage.class, "catalogue", Language.ENGLISH)
                        .keys());
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void there_are_words_for_everything_that_a_rule_can_ask_and_for_nothing_else(String tag) {
        Set<String> asked = new TreeSet<>();
        Set<String> may = new TreeSet<>(Set.of("word.unassigned"));
        for (FactType type : FactType.values()) {
            if (type == FactType.THRESHOLD) {
                continue;
            }
            String kind = type.name().toLowerCase(Locale.ROOT).replace('_', '-');
            asked.add("subject." + kind);
            for (Field field : type.fields().values()) {
                String key = "field." + field.name();
                switch (field.kind()) {
                    case FLAG -> asked.addAll(List.of(key + ".true", key + ".false"));
                    case WORD, NUMBER, NAME -> {
                        asked.add(key);
                        may.add("field.%s.%s".formatted(kind, field.name()));
                    }
                    case THRESHOLD, INDICATOR, BLOCK, MONTH_KIND -> {
                        // said by its own name
                    }
                }
                field.words().forEach(word -> asked.add("word." + word));
            }
        }
        assertThat(Bundle.of(CataloguePage.class, "catalogue", new Language(tag))
                        .keys())
                .filteredOn(key -> key.matches("(subject|field|word)\\..*") && !may.contains(key))
                .containsExactlyInAnyOrderElementsOf(asked);
    }

    @Test
    void the_same_policy_gives_the_same_page() {
        assertThat(Catalogue.of(Engine.read(FILES, Map.of())).html())
                .isEqualTo(Catalogue.of(POLICY).html());
        assertThat(POLICY.rules().values().stream().map(Rule::file).distinct()).hasSize(9);
    }
}
