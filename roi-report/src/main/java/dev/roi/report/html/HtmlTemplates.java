package dev.roi.report.html;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;

/**
 * The templates of one module, compiled when it was built; nothing is compiled or read from a file when a page is
 * written. Immutable and safe for use by several threads.
 */
public final class HtmlTemplates {

    private final TemplateEngine engine;

    private HtmlTemplates(TemplateEngine engine) {
        this.engine = engine;
    }

    /**
     * Finds the templates of a module.
     *
     * @param loader the class loader of the module
     * @param packageName the package that its templates were compiled into
     * @return the templates
     */
    public static HtmlTemplates of(ClassLoader loader, String packageName) {
        TemplateEngine engine = TemplateEngine.createPrecompiled(null, ContentType.Html, loader, packageName);
        engine.setTrimControlStructures(true);
        return new HtmlTemplates(engine);
    }

    /**
     * Writes a page.
     *
     * @param template the template's file name
     * @param page what it shows: the template's only parameter
     * @return the page
     * @throws gg.jte.TemplateException when there is no such template, or the page is not what it takes
     */
    public String render(String template, Object page) {
        StringOutput output = new StringOutput();
        engine.render(template, page, output);
        return output.toString();
    }
}
