package dev.roi.governance.catalogue;

import dev.roi.core.Language;
import dev.roi.governance.catalogue.page.CatalogueMarkdown;
import dev.roi.governance.catalogue.page.CataloguePage;
import dev.roi.governance.catalogue.page.PageMaker;
import dev.roi.report.html.HtmlTemplates;
import dev.roi.rules.policy.Policy;

/**
 * A policy as its readers see it: each rule with its question, conditions in words, thresholds, law, source and texts;
 * each indicator with the rules that read it; each threshold with the rules that use it.
 *
 * <p>The same policy and language give the same characters. Immutable and safe for use by several threads.
 */
public final class Catalogue {

    private static final HtmlTemplates TEMPLATES =
            HtmlTemplates.of(Catalogue.class.getClassLoader(), "dev.roi.governance.catalogue.page");

    private final CataloguePage page;
    private final Vocabulary vocabulary;

    private Catalogue(CataloguePage page, Vocabulary vocabulary) {
        this.page = page;
        this.vocabulary = vocabulary;
    }

    /**
     * Makes the catalogue of a policy, in its first language.
     *
     * @param policy the policy
     * @return its catalogue
     */
    public static Catalogue of(Policy policy) {
        return of(policy, policy.languages().get(0));
    }

    /**
     * Makes the catalogue of a policy.
     *
     * @param policy the policy
     * @param language the language of the page; the sentences of rules are shown in every language of the policy
     * @return its catalogue
     * @throws IllegalArgumentException when the policy does not speak the language
     */
    public static Catalogue of(Policy policy, Language language) {
        return new Catalogue(new PageMaker(policy, language).page(), Vocabulary.in(language));
    }

    /**
     * Writes the catalogue as Markdown, for a wiki or a repository.
     *
     * @return GitHub Flavored Markdown; nothing that stands in the policy is markup in it
     */
    public String markdown() {
        return new CatalogueMarkdown(page).text();
    }

    /**
     * Writes what rules can ask about as a last section of the catalogue, which is the same for every policy.
     *
     * @return GitHub Flavored Markdown
     */
    public String vocabulary() {
        return vocabulary.section();
    }

    /**
     * Writes the catalogue as one page of HTML: without scripts, and with nothing to load from elsewhere.
     *
     * @return the page; nothing that stands in the policy is markup in it
     */
    public String html() {
        return TEMPLATES.render("catalogue.jte", page);
    }
}
