package dev.roi.imports.source;

import dev.roi.core.Exact;
import dev.roi.core.Fault;
import dev.roi.core.InputFault;
import dev.roi.core.Keyword;
import dev.roi.core.Level;
import dev.roi.core.Names;
import dev.roi.core.PolicyId;
import dev.roi.core.Quoted;
import dev.roi.core.ScorecardCheck;
import dev.roi.core.Workflow;
import dev.roi.core.format.Kind;
import dev.roi.core.json.Documents;
import dev.roi.core.json.Limits;
import dev.roi.core.json.Node;
import dev.roi.imports.BudgetRow;
import dev.roi.imports.DateRow;
import dev.roi.imports.Origin;
import dev.roi.imports.Readings;
import dev.roi.imports.ScopeKey;
import dev.roi.imports.ScopeRow;
import dev.roi.imports.WorkflowRow;
import dev.roi.imports.text.ImportFault;
import dev.roi.imports.text.ImportFaults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;

/** Reads a {@code sources.yaml} in the format {@code roi-sources/1}, and the exports that it names. */
public final class SourcesFile {

    private final Path file;
    private final Readings.Builder readings;
    private final ImportFaults faults;
    private final LongConsumer progress;
    private final Map<String, ScopeKey> scopes = new LinkedHashMap<>();
    private final Map<ScopeKey, YearMonth> firstUses = new LinkedHashMap<>();
    private final Claims claims = new Claims();

    private SourcesFile(Path file, Readings.Builder readings, ImportFaults faults, LongConsumer progress) {
        this.file = file;
        this.readings = readings;
        this.faults = faults;
        this.progress = progress;
    }

    /**
     * Reads the file and its exports.
     *
     * @param file the file
     * @param readings who takes the rows
     * @param upTo the last month that is wanted
     * @param faults where to add what is wrong
     * @param progress is told now and then how many records were read
     * @return what became of each source, in the order of the file
     * @throws IOException when it, or what it names, cannot be read
     */
    public static List<SourceReport> read(
            Path file, Readings.Builder readings, Optional<YearMonth> upTo, ImportFaults faults, LongConsumer progress)
            throws IOException {
        Optional<Node> root = Documents.yaml(file.toString(), Files.readAllBytes(file), Limits.POLICY, faults.list());
        Optional<Settings> settings = root.flatMap(node -> Settings.of(node, SourcesFormat.keys(), faults));
        return settings.isEmpty()
                ? List.of()
                : new SourcesFile(file, readings, faults, progress).read(settings.get(), upTo);
    }

    private List<SourceReport> read(Settings settings, Optional<YearMonth> upTo) throws IOException {
        requireFormat(settings);
        ZoneId zone = zone(settings).orElse(ZoneOffset.UTC);
        Optional<String> currency = currency(settings);
        Optional<PolicyId> policy =
                settings.text("policy").filter(Names::isKebab).map(PolicyId::new);
        settings.require("scopes");
        settings.require("sources");
        settings.fields("scopes").forEach((id, node) -> scope(id, node, currency, policy));
        workflows(settings);
        dates(settings);
        Optional<Period> baseline =
                settings.object("baselines", SourcesFormat.baselineKeys()).flatMap(object -> object.period("period"));
        Optional<Period> months = settings.period("months");
        Optional<Instant> taken = taken(settings);
        People people = new People(settings.object("people", SourcesFormat.peopleKeys())
                .map(object -> object.texts("bots"))
                .orElse(List.of()));
        List<SourceRun> runs = new ArrayList<>();
        for (Node node : settings.items("sources")) {
            reader(node)
                    .flatMap(reader -> terms(node, reader, taken, currency))
                    .ifPresent(run -> runs.add(run.with(claims, people, zone, faults)));
        }
        if (faults.any()) {
            return List.of();
        }
        long read = 0;
        for (SourceRun run : runs) {
            read = run.read(read, progress);
        }
        Together together = new Together(readings, faults);
        for (SourceRun run : runs) {
            run.handOver(together, (scope, month) -> isWanted(scope, month, baseline, months, upTo), baseline);
        }
        together.settle();
        return runs.stream().map(SourceRun::report).toList();
    }

    private void requireFormat(Settings settings) {
        settings.require("format");
        settings.text("format")
                .filter(text -> !text.equals(SourcesFormat.NAME))
                .ifPresent(text -> faults.add(
                        ImportFault.WRONG_SOURCES,
                        settings.place("format"),
                        "yaml-format",
                        "text",
                        Quoted.of(text),
                        "format",
                        Quoted.of(SourcesFormat.NAME)));
    }

    private boolean isWanted(
            ScopeKey scope,
            YearMonth month,
            Optional<Period> baseline,
            Optional<Period> months,
            Optional<YearMonth> upTo) {
        if (months.filter(period -> !period.contains(month)).isPresent()
                || upTo.filter(month::isAfter).isPresent()) {
            return false;
        }
        YearMonth first = firstUses.get(scope);
        return first != null
                ? !month.isBefore(first)
                : baseline.filter(period -> period.contains(month) || month.isBefore(period.first()))
                        .isEmpty();
    }

    private Optional<ZoneId> zone(Settings settings) {
        return settings.text("time-zone").flatMap(text -> {
            try {
                return Optional.of(ZoneId.of(text));
            } catch (DateTimeException none) {
                settings.refuse("time-zone", "yaml-zone", text);
                return Optional.empty();
            }
        });
    }

    private Optional<String> currency(Settings settings) {
        return settings.text("currency").filter(code -> {
            boolean known = ScorecardCheck.currencies().contains(code);
            if (!known) {
                settings.refuse("currency", "yaml-currency", code);
            }
            return known;
        });
    }

    private Optional<Instant> taken(Settings settings) {
        return settings.text("extracted-at").flatMap(text -> {
            Optional<Instant> moment = Moments.of(text);
            if (moment.isEmpty()) {
                settings.refuse("extracted-at", "yaml-moment", text);
            }
            return moment;
        });
    }

    private Origin origin(Fault.Place place) {
        return new Origin(file.toString(), place.line(), Map.of());
    }

    private void scope(String id, Node node, Optional<String> currency, Optional<PolicyId> policy) {
        if (!Names.isKebab(id)) {
            faults.add(ImportFault.WRONG_SOURCES, node.keyPlace(), "yaml-scope-id", "text", Quoted.of(id));
            return;
        }
        Optional<Settings> scope = Settings.of(node, SourcesFormat.scopeKeys(), faults);
        scope.ifPresent(said -> said.require("level"));
        Optional<Level> level = scope.flatMap(said -> said.word("level", words(Level.values())))
                .map(word -> Level.valueOf(word.toUpperCase(Locale.ROOT)));
        Optional<YearMonth> firstUse = scope.flatMap(said -> said.month("first-use"));
        if (scope.isEmpty() || level.isEmpty()) {
            return;
        }
        Settings said = scope.get();
        ScopeKey key = new ScopeKey(level.get(), id);
        scopes.put(id, key);
        firstUse.ifPresent(month -> firstUses.put(key, month));
        Origin origin = origin(node.keyPlace());
        readings.scope(new ScopeRow(
                key,
                said.text("name").filter(name -> isLabel(said, "name", name)),
                firstUse,
                currency(said).or(() -> currency),
                said.text("policy").filter(Names::isKebab).map(PolicyId::new).or(() -> policy),
                said.texts("former-ids").stream()
                        .filter(former -> isId(said, former))
                        .toList(),
                origin));
        said.object("budget", SourcesFormat.budgetKeys()).ifPresent(budget -> budget(key, budget));
        dates(key, said);
        for (Claims.Kind kind : Claims.Kind.values()) {
            for (String name : said.texts(kind.word())) {
                claims.add(kind, name, key)
                        .filter(other -> !other.equals(key))
                        .ifPresent(other -> faults.add(
                                ImportFault.WRONG_SOURCES,
                                said.place(kind.word()),
                                "claimed-twice",
                                "name",
                                Quoted.of(name),
                                "other",
                                Quoted.of(other.id())));
            }
        }
    }

    private boolean isLabel(Settings settings, String key, String text) {
        boolean fits = Names.isOneLine(text) && Names.characters(text) <= Names.MOST_LABEL_CHARACTERS;
        if (!fits) {
            settings.refuse(key, "yaml-label", text);
        }
        return fits;
    }

    private static boolean isId(Settings settings, String text) {
        if (!Names.isKebab(text)) {
            settings.refuse("former-ids", "yaml-scope-id", text);
        }
        return Names.isKebab(text);
    }

    private static <E extends Keyword> List<String> words(E[] values) {
        return Arrays.stream(values).map(Keyword::word).toList();
    }

    private void budget(ScopeKey scope, Settings budget) {
        budget.require("amount");
        budget.require("period");
        Optional<Exact> amount = budget.text("amount").flatMap(text -> {
            Optional<Exact> number = Amounts.of(text);
            if (number.isEmpty()) {
                budget.refuse("amount", "yaml-number", text);
            }
            return number;
        });
        Optional<Period> period = budget.period("period");
        if (amount.isPresent() && period.isPresent()) {
            readings.budget(new BudgetRow(
                    scope, amount.get(), currency(budget), period.get().toString(), origin(budget.place())));
        }
    }

    private void dates(Settings settings) {
        scopes.values().forEach(scope -> dates(scope, settings));
    }

    private void dates(ScopeKey scope, Settings settings) {
        settings.fields("dates").forEach((name, node) -> {
            Optional<YearMonth> month =
                    node.kind() == Kind.TEXT ? Period.of(node.text()).map(Period::first) : Optional.empty();
            if (month.isEmpty() || !Names.isKebab(name)) {
                faults.add(ImportFault.WRONG_SOURCES, node.place(), "yaml-date", "key", Quoted.of(name));
                return;
            }
            readings.date(new DateRow(scope, name, month.get(), origin(node.place())));
        });
    }

    private void workflows(Settings settings) {
        for (Node node : settings.items("workflows")) {
            Settings.of(node, SourcesFormat.workflowKeys(), faults).ifPresent(said -> {
                said.require("id");
                said.require("authorised");
                Optional<String> id = said.text("id").filter(text -> isLabel(said, "id", text));
                id.ifPresent(name -> readings.workflow(new WorkflowRow(
                        said.text("scope"),
                        new Workflow(
                                name,
                                said.text("name")
                                        .filter(text -> isLabel(said, "name", text))
                                        .orElse(name),
                                said.flag("authorised")
                                        ? Workflow.Authorisation.AUTHORISED
                                        : Workflow.Authorisation.NOT_AUTHORISED,
                                said.flag("priority") ? Workflow.Priority.PRIORITY : Workflow.Priority.ORDINARY,
                                said.text("owner").filter(text -> isLabel(said, "owner", text))),
                        origin(node.place()))));
            });
        }
    }

    private Optional<String> reader(Node node) {
        Optional<Node> read = node.kind() == Kind.OBJECT ? node.find("read") : Optional.empty();
        if (read.isEmpty() || read.get().kind() != Kind.TEXT) {
            faults.add(ImportFault.MISSING_SETTING, node.place(), "missing-key", "key", Quoted.of("read"));
            return Optional.empty();
        }
        String name = read.get().text();
        if (!Readers.names().contains(name)) {
            faults.add(
                    ImportFault.WRONG_SOURCES,
                    read.get().place(),
                    "unknown-reader",
                    faults.didYouMean(name, Readers.names()),
                    "reader",
                    Quoted.of(name));
            return Optional.empty();
        }
        return Optional.of(name);
    }

    private Optional<SourceRun.Draft> terms(
            Node node, String reader, Optional<Instant> taken, Optional<String> currency) {
        Optional<Settings> settings = Settings.of(node, SourcesFormat.sourceKeys(reader), faults);
        if (settings.isEmpty()) {
            return Optional.empty();
        }
        Settings said = settings.get();
        said.require("files");
        Optional<ScopeKey> scope = said.text("scope").flatMap(id -> {
            if (!scopes.containsKey(id)) {
                faults.add(
                        ImportFault.WRONG_SOURCES,
                        said.place("scope"),
                        "yaml-scope",
                        faults.didYouMean(id, scopes.keySet()),
                        "scope",
                        Quoted.of(id));
            }
            return Optional.ofNullable(scopes.get(id));
        });
        List<Path> files = new ArrayList<>();
        for (String pattern : said.texts("files")) {
            List<Path> found = FilePatterns.find(file, pattern);
            if (found.isEmpty()) {
                faults.add(ImportFault.NO_FILES, said.place("files"), "no-files", "pattern", Quoted.of(pattern));
            }
            found.stream().filter(path -> !files.contains(path)).forEach(files::add);
        }
        Fault.Place place = node.find("read").orElse(node).place();
        Source.Terms terms = new Source.Terms(
                reader,
                new Origin(file.toString(), place.line(), Map.of()),
                scope,
                said.pairs("definition"),
                said.pairs("as"),
                Set.copyOf(said.texts("gives")),
                Set.copyOf(said.texts("wins")),
                taken(said).or(() -> taken),
                currency(said).or(() -> currency));
        return Optional.of(new SourceRun.Draft(terms, said, zone(said), files, file));
    }

    static Fault unreadable(String source, ImportFaults faults) {
        return new Fault(
                InputFault.NOT_READABLE.code(),
                Fault.Severity.ERROR,
                new Fault.Place(source, 0, 0, ""),
                faults.words().say("fault.unreadable"),
                Optional.empty());
    }
}
