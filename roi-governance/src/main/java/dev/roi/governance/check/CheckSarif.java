package dev.roi.governance.check;

import dev.roi.core.Fault;
import dev.roi.core.Fault.Severity;
import dev.roi.core.Language;
import dev.roi.core.json.Json;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a check found, as code hosts and editors take it: SARIF 2.1.0, with one run. Its rules are the codes that were
 * found, each with its page.
 */
final class CheckSarif {

    private final Language language;
    private final Path base;

    private CheckSarif(Language language, Path base) {
        this.language = language;
        this.base = base.toAbsolutePath().normalize();
    }

    static String write(List<Fault> findings, Language language, Path base) {
        return Json.write(new CheckSarif(language, base).document(findings));
    }

    private Map<String, ?> document(List<Fault> findings) {
        List<String> codes =
                findings.stream().map(Fault::code).distinct().sorted().toList();
        return ordered(
                "$schema",
                "https://json.schemastore.org/sarif-2.1.0.json",
                "version",
                "2.1.0",
                "runs",
                List.of(ordered(
                        "tool",
                        Map.of(
                                "driver",
                                ordered(
                                        "name",
                                        "roi",
                                        "rules",
                                        codes.stream().map(this::rule).toList())),
                        "columnKind",
                        "unicodeCodePoints",
                        "results",
                        findings.stream()
                                .map(finding -> result(finding, codes.indexOf(finding.code())))
                                .toList())));
    }

    private Map<String, ?> rule(String code) {
        String page = CodePages.find(code, language).orElse(code);
        String title = page.lines().findFirst().orElse(code).replaceFirst("^# \\S+\\s*: ", "");
        return ordered("id", code, "shortDescription", text(title), "help", ordered("text", page, "markdown", page));
    }

    private Map<String, ?> result(Fault finding, int index) {
        Map<String, Object> result = ordered(
                "ruleId",
                finding.code(),
                "ruleIndex",
                index,
                "level",
                finding.severity() == Severity.ERROR ? "error" : "warning",
                "message",
                text(sentences(finding)));
        result.put("locations", List.of(Map.of("physicalLocation", location(finding.place()))));
        return result;
    }

    private String sentences(Fault finding) {
        String message = finding.message(language);
        String whole = message.endsWith(".") ? message : message + ".";
        return finding.help(language).map(help -> whole + " " + help).orElse(whole);
    }

    private Map<String, ?> location(Fault.Place place) {
        Map<String, Object> location = ordered("artifactLocation", Map.of("uri", uri(place.source())));
        if (place.line() > 0) {
            location.put("region", ordered("startLine", place.line(), "startColumn", place.column()));
        }
        return location;
    }

    /** A file below the base is named from there; any other one from the root of its file system. */
    private String uri(String source) {
        Path file = base.resolve(source).normalize();
        if (!file.startsWith(base)) {
            String path = slashed(file);
            return "file://" + escaped(path.startsWith("/") ? path : "/" + path);
        }
        String name = escaped("/" + slashed(base.relativize(file))).substring(1).replace(":", "%3A");
        return name.isEmpty() ? "." : name;
    }

    private static String slashed(Path path) {
        return path.toString().replace('\\', '/');
    }

    private static String escaped(String path) {
        try {
            return new URI(null, null, path, null).toASCIIString();
        } catch (URISyntaxException impossible) {
            throw new IllegalArgumentException("path (%s) cannot be written as a URI".formatted(path), impossible);
        }
    }

    private static Map<String, ?> text(String text) {
        return Map.of("text", text);
    }

    /** Keys and their values by turns, which stay in this order. */
    private static Map<String, Object> ordered(Object... keysAndValues) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            fields.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return fields;
    }
}
