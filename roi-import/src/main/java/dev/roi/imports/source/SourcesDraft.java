package dev.roi.imports.source;

import dev.roi.core.Language;
import dev.roi.core.Message;
import dev.roi.imports.source.Recognition.Match;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A first {@code sources.yaml} of the exports that somebody has. Each file is given to every reader; what nobody but people
 * can say (which cost counts, which months come before) stands as a comment with a question mark, and nothing is guessed
 * in its place.
 */
public final class SourcesDraft {

    private static final String SCOPE = "my-team";
    private static final int MOST_NAMES = 50;

    /** What to ask of a setting that no export tells, by reader and key. */
    private static final Map<String, Message> QUESTIONS = Map.of(
            "focus-cost.cost",
            Message.of("which cost counts: BilledCost, EffectiveCost, ListCost or ContractedCost?"),
            "copilot-billing.cost",
            Message.of("which amount counts: gross, discount or net?"),
            "jira-changelog.started",
            Message.of("in which statuses is work under way?"),
            "jira-changelog.done",
            Message.of("in which statuses is it done?"));

    private final Path beside;
    private final Language language;
    private final Map<String, List<String>> files = new LinkedHashMap<>();
    private final Set<String> claimed = new TreeSet<>();
    private final List<String> strange = new ArrayList<>();
    private final Map<Claims.Kind, Set<String>> names = new EnumMap<>(Claims.Kind.class);

    private SourcesDraft(Path beside, Language language) {
        this.beside = beside.toAbsolutePath().normalize();
        this.language = language;
    }

    /**
     * Writes the file.
     *
     * @param exports files, and directories for the files in them
     * @param beside the directory that the {@code sources.yaml} is to stand in, from which it names the exports
     * @param language the language of its questions
     * @return its text; it names no file where no reader understands any
     * @throws IOException when an export cannot be read
     */
    public static String of(List<Path> exports, Path beside, Language language) throws IOException {
        SourcesDraft draft = new SourcesDraft(beside, language);
        for (Path export : exports) {
            draft.add(export);
        }
        return draft.text();
    }

    private void add(Path export) throws IOException {
        if (!Files.isDirectory(export)) {
            file(export);
            return;
        }
        try (Stream<Path> inside = Files.list(export)) {
            for (Path file : inside.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().matches("\\..*|.*\\.(ya?ml|md)"))
                    .sorted()
                    .toList()) {
                file(file);
            }
        }
    }

    private void file(Path file) throws IOException {
        String name = quoted(
                beside.relativize(file.toAbsolutePath().normalize()).toString().replace('\\', '/'));
        List<Match> matches = Recognition.of(file);
        if (matches.size() != 1) {
            String readers = matches.stream().map(Match::reader).collect(Collectors.joining(", "));
            strange.add(name + ": "
                    + (matches.isEmpty()
                                    ? Message.of("no reader understands it")
                                    : Message.of("which is it: %s?", readers))
                            .in(language));
            return;
        }
        Match match = matches.get(0);
        files.computeIfAbsent(match.reader(), none -> new ArrayList<>()).add(name);
        if (!match.names().isEmpty() || match.reader().equals(Readers.TABLE)) {
            claimed.add(match.reader());
        }
        match.names()
                .forEach((kind, seen) ->
                        names.computeIfAbsent(kind, none -> new TreeSet<>()).addAll(seen));
    }

    private String text() {
        StringBuilder yaml = new StringBuilder();
        comment(
                yaml,
                "# ",
                Message.of("What these exports seem to be. Answer each line with `?`, and take its `#` away."));
        comment(yaml, "# ", Message.of("Then: roi import sources.yaml"));
        yaml.append("format: ").append(SourcesFormat.NAME).append('\n');
        ask(yaml, "#time-zone: Europe/Paris", Message.of("to which month does a moment belong? UTC unless said"));
        ask(yaml, "#currency: EUR", Message.of("of which money are amounts that name none?"));
        ask(yaml, "#extracted-at: 2026-06-02T08:00:00Z", Message.of("when were the exports taken?"));
        scopes(yaml);
        ask(yaml, "#workflows: [{ id: api-tests, authorised: true }]", Message.of("which workflows are there?"));
        ask(yaml, "#baselines: { period: 2025-07/2025-12 }", Message.of("which months were before the tool?"));
        ask(yaml, "#people: { bots: [\"*-agent\"] }", Message.of("which names are programs?"));
        yaml.append("sources:").append(files.isEmpty() ? " []" : "").append('\n');
        new TreeMap<>(files).forEach((reader, found) -> source(yaml, reader, found));
        strange.forEach(line -> yaml.append("  # ? ").append(line).append('\n'));
        return yaml.toString();
    }

    private void scopes(StringBuilder yaml) {
        yaml.append("scopes:\n");
        ask(yaml, "  " + SCOPE + ":", Message.of("what is its name? Write several where there are several"));
        ask(yaml, "    level: team", Message.of("is it a workflow, a team or a portfolio?"));
        ask(yaml, "    #first-use: 2026-01", Message.of("in which month was the tool first used?"));
        names.forEach((kind, seen) -> {
            String listed =
                    seen.stream().limit(MOST_NAMES).map(SourcesDraft::quoted).collect(Collectors.joining(", "));
            String line = "    %s: [%s]".formatted(kind.word(), listed);
            if (seen.size() > MOST_NAMES) {
                ask(yaml, line, Message.of("which others of %s? `\"*\"` claims the rest", seen.size()));
            } else {
                yaml.append(line).append('\n');
            }
        });
    }

    private void source(StringBuilder yaml, String reader, List<String> found) {
        yaml.append("  - read: ").append(reader).append('\n');
        yaml.append("    files: [").append(String.join(", ", found)).append("]\n");
        if (!claimed.contains(reader)) {
            ask(yaml, "    scope: " + SCOPE, Message.of("no row says whose it is: whose are they all?"));
        }
        new TreeMap<>(Recognition.EXAMPLES.getOrDefault(reader, Map.of()))
                .forEach((key, example) -> ask(
                        yaml,
                        "    #%s: %s".formatted(key, example),
                        QUESTIONS.getOrDefault(reader + "." + key, Message.of("what is it?"))));
    }

    private void ask(StringBuilder yaml, String line, Message question) {
        yaml.append("%-45s # ? ".formatted(line)).append(question.in(language)).append('\n');
    }

    private void comment(StringBuilder yaml, String mark, Message text) {
        yaml.append(mark).append(text.in(language)).append('\n');
    }

    /** A text in YAML that no sign of it can change the meaning of. */
    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
