package dev.roi.imports.file;

import static java.util.Objects.requireNonNull;

import dev.roi.core.Fault;
import dev.roi.core.InputFault;
import dev.roi.core.InvalidInput;
import dev.roi.core.Language;
import dev.roi.core.PolicyId;
import dev.roi.core.json.PolicyLookup;
import dev.roi.imports.Readings;
import dev.roi.imports.table.Tables;
import dev.roi.imports.text.ImportFault;
import dev.roi.imports.text.ImportFaults;
import dev.roi.imports.text.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads tables, workbooks and exports of tools into scorecards. Files in, nothing out: it asks no network and no clock, so
 * that the same files give the same scorecards. Unchanging, and safe for use by several threads where its {@link
 * PolicyLookup} is.
 */
public final class Import {

    private final PolicyLookup policies;
    private final Optional<PolicyId> policy;
    private final Language language;

    private Import(PolicyLookup policies, Optional<PolicyId> policy, Language language) {
        this.policies = requireNonNull(policies, "policies");
        this.policy = requireNonNull(policy, "policy");
        this.language = requireNonNull(language, "language");
    }

    /**
     * Returns an import.
     *
     * @param policies where it learns what the policy of a scope measures
     * @return the import, which speaks English
     */
    public static Import checkedAgainst(PolicyLookup policies) {
        return new Import(policies, Optional.empty(), Language.ENGLISH);
    }

    /**
     * Returns the same import with a policy for scopes that name none.
     *
     * @param id the policy
     * @return the import
     */
    public Import policy(PolicyId id) {
        return new Import(policies, Optional.of(id), language);
    }

    /**
     * Returns the same import in a language.
     *
     * @param other the language of its faults and remarks
     * @return the import
     */
    public Import in(Language other) {
        return new Import(policies, policy, other);
    }

    /**
     * Tells whether a file is one that is imported, by its name: a table or a workbook.
     *
     * @param path the file
     * @return whether it is
     */
    public static boolean isTable(Path path) {
        return Tables.isTable(path);
    }

    /**
     * Reads files and directories of tables, all of which together are one input.
     *
     * @param inputs the files and directories
     * @return what came of them
     * @throws InvalidInput when anything is wrong with them, with every fault and its place
     */
    public Readings read(List<Path> inputs) {
        ImportFaults faults = new ImportFaults(new Words(language));
        Readings.Builder readings = Readings.builder().in(language);
        policy.ifPresent(readings::policy);
        for (Path input : inputs) {
            read(input, readings, faults);
        }
        Readings built = readings.build(policies, faults);
        faults.throwIfAny();
        return built;
    }

    private static void read(Path input, Readings.Builder readings, ImportFaults faults) {
        Tables tables = new Tables(readings, faults);
        try {
            if (!Files.exists(input)) {
                notReadable(input, "no-such-file", faults);
            } else if (Files.isDirectory(input)) {
                List<Path> files = tables(input);
                if (files.isEmpty()) {
                    faults.add(ImportFault.NO_FILES, new Fault.Place(input.toString(), 0, 0, ""), "no-tables");
                }
                for (Path file : files) {
                    tables.read(file.toString(), file);
                }
            } else {
                tables.read(input.toString(), input);
            }
        } catch (IOException unreadable) {
            notReadable(input, "unreadable", faults);
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

    private static void notReadable(Path input, String key, ImportFaults faults) {
        faults.list()
                .add(new Fault(
                        InputFault.NOT_READABLE.code(),
                        Fault.Severity.ERROR,
                        new Fault.Place(input.toString(), 0, 0, ""),
                        faults.words().say("fault." + key),
                        Optional.empty()));
    }
}
