package dev.roi.imports.file;

import static java.util.Objects.requireNonNull;

import dev.roi.core.Fault;
import dev.roi.core.InputFault;
import dev.roi.core.InvalidInput;
import dev.roi.core.Language;
import dev.roi.core.PolicyId;
import dev.roi.core.json.PolicyLookup;
import dev.roi.imports.Readings;
import dev.roi.imports.source.SourceReport;
import dev.roi.imports.source.SourcesDraft;
import dev.roi.imports.source.SourcesFile;
import dev.roi.imports.table.Tables;
import dev.roi.imports.text.ImportFault;
import dev.roi.imports.text.ImportFaults;
import dev.roi.imports.text.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

/**
 * Reads tables, workbooks and exports of tools into scorecards. Files in, nothing out: it asks no network and no clock, so
 * that the same files give the same scorecards. Unchanging, and safe for use by several threads where its {@link
 * PolicyLookup} is.
 */
public final class Import {

    /** The file of a directory that says which others of it are read, and how. */
    private static final String SOURCES = "sources.yaml";

    private final PolicyLookup policies;
    private final Optional<PolicyId> policy;
    private final Language language;
    private final Optional<YearMonth> upTo;
    private final LongConsumer progress;

    private Import(
            PolicyLookup policies,
            Optional<PolicyId> policy,
            Language language,
            Optional<YearMonth> upTo,
            LongConsumer progress) {
        this.policies = requireNonNull(policies, "policies");
        this.policy = requireNonNull(policy, "policy");
        this.language = requireNonNull(language, "language");
        this.upTo = requireNonNull(upTo, "upTo");
        this.progress = requireNonNull(progress, "progress");
    }

    /**
     * Returns an import.
     *
     * @param policies where it learns what the policy of a scope measures
     * @return the import, which speaks English
     */
    public static Import checkedAgainst(PolicyLookup policies) {
        return new Import(policies, Optional.empty(), Language.ENGLISH, Optional.empty(), records -> {});
    }

    /**
     * Returns the same import with a policy for scopes that name none.
     *
     * @param id the policy
     * @return the import
     */
    public Import policy(PolicyId id) {
        return new Import(policies, Optional.of(id), language, upTo, progress);
    }

    /**
     * Returns the same import in a language.
     *
     * @param other the language of its faults and remarks
     * @return the import
     */
    public Import in(Language other) {
        return new Import(policies, policy, other, upTo, progress);
    }

    /**
     * Returns the same import without what is later than a month.
     *
     * @param month the last month that is wanted
     * @return the import
     */
    public Import upTo(YearMonth month) {
        return new Import(policies, policy, language, Optional.of(month), progress);
    }

    /**
     * Returns the same import, which says how far it is.
     *
     * @param other is told now and then how many records of exports were read
     * @return the import
     */
    public Import watchedBy(LongConsumer other) {
        return new Import(policies, policy, language, upTo, other);
    }

    /**
     * Tells whether a path is one that is imported, by its name: a table, a workbook, a file of sources; or a directory that
     * has a {@code sources.yaml} in it, or tables and no scorecards.
     *
     * @param path the file or directory
     * @return whether it is
     */
    public static boolean isImported(Path path) {
        if (!Files.isDirectory(path)) {
            return Tables.isTable(path) || isSources(path);
        }
        if (Files.isRegularFile(path.resolve(SOURCES))) {
            return true;
        }
        try (Stream<Path> files = Files.list(path)) {
            List<Path> all = files.filter(Files::isRegularFile).toList();
            return all.stream().anyMatch(Tables::isTable)
                    && all.stream().noneMatch(file -> file.toString().endsWith(".json"));
        } catch (IOException unreadable) {
            return false;
        }
    }

    private static boolean isSources(Path path) {
        String name = path.toString();
        return name.endsWith(".yaml") || name.endsWith(".yml");
    }

    /**
     * Writes a first {@code sources.yaml} of exports: which reader understands each, and what scopes could claim of it.
     * What only people can say stands as a comment that asks for it.
     *
     * @param exports files, and directories for the files in them
     * @param beside the directory that the {@code sources.yaml} is to stand in, from which it names them
     * @param language the language of what it asks
     * @return its text, to be completed by hand
     * @throws InvalidInput when an export is not there, or cannot be read
     */
    public static String sources(List<Path> exports, Path beside, Language language) {
        ImportFaults faults = new ImportFaults(new Words(language));
        exports.stream()
                .filter(export -> !Files.exists(export))
                .forEach(absent -> notReadable(absent.toString(), "no-such-file", faults));
        faults.throwIfAny();
        try {
            return SourcesDraft.of(exports, beside, language);
        } catch (IOException | UncheckedIOException unreadable) {
            notReadable(exports.get(0).toString(), "unreadable", faults);
            throw new InvalidInput(faults.list().list());
        }
    }

    /**
     * Reads files and directories, all of which together are one input.
     *
     * @param inputs tables, workbooks, files of sources, and directories of tables; a directory with a {@code sources.yaml}
     *     is read as that file says, and nothing else of it is
     * @return what came of them
     * @throws InvalidInput when anything is wrong with them, with every fault and its place
     */
    public Imported read(List<Path> inputs) {
        return read(inputs, Optional.empty());
    }

    /**
     * Reads files and directories, and what comes through a pipe, all of which together are one input.
     *
     * @param inputs as for {@link #read(List)}
     * @param piped a table, a workbook or JSON lines
     * @return what came of them
     * @throws InvalidInput when anything is wrong with them, with every fault and its place
     */
    public Imported read(List<Path> inputs, Piped piped) {
        return read(inputs, Optional.of(piped));
    }

    private Imported read(List<Path> inputs, Optional<Piped> piped) {
        ImportFaults faults = new ImportFaults(new Words(language));
        Readings.Builder readings = begin();
        List<SourceReport> sources = new ArrayList<>();
        for (Path input : inputs) {
            read(input, readings, sources, faults);
        }
        piped.ifPresent(table -> read(table, readings, faults));
        Readings.Builder wanted = begin().addAll(
                        readings, row -> upTo.filter(row.month()::isAfter).isEmpty());
        Optional<String> first = inputs.stream().findFirst().map(Path::toString).or(() -> piped.map(Piped::name));
        if (wanted.rows().isEmpty() && !faults.any() && first.isPresent()) {
            faults.add(ImportFault.NOTHING_IMPORTED, new Fault.Place(first.get(), 0, 0, ""), "no-readings");
        }
        Readings built = wanted.build(policies, faults.list().list());
        return new Imported(built, sources.stream().map(Import::outcome).toList());
    }

    private Readings.Builder begin() {
        Readings.Builder readings = Readings.builder().in(language);
        policy.ifPresent(readings::policy);
        return readings;
    }

    private static Imported.SourceOutcome outcome(SourceReport source) {
        return new Imported.SourceOutcome(
                source.reader(),
                source.place().toString(),
                source.files(),
                source.records(),
                source.leftOut().stream().map(Imported.Counted::of).toList(),
                source.remarks().stream().map(Imported.Counted::of).toList());
    }

    private void read(Path input, Readings.Builder readings, List<SourceReport> sources, ImportFaults faults) {
        Tables tables = new Tables(readings, faults);
        try {
            if (!Files.exists(input)) {
                notReadable(input.toString(), "no-such-file", faults);
            } else if (Files.isRegularFile(input.resolve(SOURCES))) {
                read(input.resolve(SOURCES), readings, sources, faults);
            } else if (Files.isDirectory(input)) {
                List<Path> files = tables(input);
                if (files.isEmpty()) {
                    faults.add(ImportFault.NO_FILES, new Fault.Place(input.toString(), 0, 0, ""), "no-tables");
                }
                for (Path file : files) {
                    tables.read(file.toString(), file);
                }
            } else if (isSources(input)) {
                sources.addAll(SourcesFile.read(input, readings, upTo, faults, progress));
            } else {
                tables.read(input.toString(), input);
            }
        } catch (IOException | UncheckedIOException unreadable) {
            notReadable(input.toString(), "unreadable", faults);
        }
    }

    private static void read(Piped piped, Readings.Builder readings, ImportFaults faults) {
        try {
            new Tables(readings, faults).read(piped.name(), piped.file());
        } catch (IOException | UncheckedIOException unreadable) {
            notReadable(piped.name(), "unreadable", faults);
        }
    }

    private static List<Path> tables(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(Files::isRegularFile)
                    .filter(Tables::isTable)
                    .sorted()
                    .toList();
        }
    }

    private static void notReadable(String input, String key, ImportFaults faults) {
        faults.list()
                .add(new Fault(
                        InputFault.NOT_READABLE.code(),
                        Fault.Severity.ERROR,
                        new Fault.Place(input, 0, 0, ""),
                        faults.words().say("fault." + key),
                        Optional.empty()));
    }
}
