package dev.roi.benchmarks;

import static java.util.Objects.requireNonNull;

import dev.roi.rules.Engine;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures, prints a table and writes the figures as JSON; or runs the soak; or prints the table of figures again. */
@Command(
        name = "benchmarks",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        description =
                "Measures the library beside its peers, plain Java and an earlier build, prints tables and writes the figures as JSON.",
        sortOptions = false)
public final class Main implements Callable<Integer> {

    private static final int FAILED = 1;

    @Option(names = "--quick", description = "Go through all of it in a few minutes; the figures mean nothing.")
    private boolean quick;

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "GROUP",
            description = "Measure some groups: ${COMPLETION-CANDIDATES}.")
    private Set<Group> groups = EnumSet.allOf(Group.class);

    @Option(
            names = "--before",
            paramLabel = "JAR",
            description = "The program of an earlier build, which this one is held against in the group before.")
    private Optional<Path> before = Optional.empty();

    @Option(
            names = "--out",
            paramLabel = "FILE",
            defaultValue = "roi-benchmarks/target/benchmarks.json",
            description = "Where figures are written, after each group (${DEFAULT-VALUE}).")
    private Path file = Path.of("");

    @Spec
    private @Nullable CommandSpec spec;

    /** What is measured together, in the order of measuring. */
    enum Group {
        FIRST,
        LOGIC,
        REVIEW,
        POLICY,
        GROWTH,
        SCALE,
        BEFORE;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }

        List<Measure> run(Effort effort, Optional<Path> before) throws Exception {
            Jmh jmh = new Jmh(effort);
            return switch (this) {
                case FIRST -> FirstDecision.run(effort.starts());
                case LOGIC -> {
                    List<Measure> measures = new ArrayList<>(Paired.run(effort.moments()));
                    measures.addAll(jmh.logic());
                    yield measures;
                }
                case REVIEW -> jmh.review();
                case POLICY -> jmh.policy();
                case GROWTH -> jmh.growth();
                case SCALE -> {
                    List<Measure> measures = new ArrayList<>(Scale.run(effort.reviews()));
                    measures.addAll(jmh.pages());
                    yield measures;
                }
                case BEFORE -> before.isPresent() ? Before.run(before.get(), effort) : List.of();
            };
        }
    }

    /** Says which library is measured. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"roi " + Engine.version()};
        }
    }

    /**
     * Runs.
     *
     * @param arguments see {@code --help}
     */
    public static void main(String... arguments) {
        System.exit(new CommandLine(new Main())
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    if (failure instanceof IOException) {
                        command.getErr().println(failure.getMessage());
                    } else {
                        failure.printStackTrace(command.getErr());
                    }
                    return FAILED;
                })
                .execute(arguments));
    }

    private static PrintStream out() {
        return new PrintStream(System.out, true, StandardCharsets.UTF_8);
    }

    @Override
    public Integer call() throws Exception {
        Path directory = file.toAbsolutePath().getParent();
        if (directory == null || !Files.isDirectory(directory)) {
            throw new ParameterException(
                    requireNonNull(spec).commandLine(),
                    "there is no directory (%s) to write figures to".formatted(directory));
        }
        if (before.filter(jar -> !Files.isRegularFile(jar)).isPresent()) {
            throw new ParameterException(
                    requireNonNull(spec).commandLine(),
                    "there is no program (%s) of an earlier build".formatted(before.get()));
        }
        Effort effort = quick ? Effort.QUICK : Effort.FULL;
        PrintStream out = out();
        out.println("comparing the answers of all peers");
        Equality compared = Equality.check();
        out.println("they agree on %s scorecards".formatted(compared.alike()));
        Results results = new Results(Results.FORMAT, machine(effort), compared, List.of());
        for (Group group : EnumSet.copyOf(groups)) {
            results = results.with(group.run(effort, before));
            results.write(file);
        }
        out.println();
        out.print(Table.of(results));
        out.println();
        out.println("figures: " + file);
        return 0;
    }

    @Command(mixinStandardHelpOptions = true, description = "Prints the figures of a run again, as Markdown.")
    int table(@Parameters(paramLabel = "FILE", description = "The figures of a run.") Path figures) throws IOException {
        out().print(Table.of(Results.read(figures)));
        return 0;
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Reviews on 4 threads while the policy is reloaded again and again; is memory flat?")
    int soak(
            @Parameters(
                            paramLabel = "REVIEWS",
                            arity = "0..1",
                            defaultValue = "100000",
                            description = "How many reviews (${DEFAULT-VALUE}).")
                    int reviews,
            @Parameters(
                            paramLabel = "RELOADS",
                            arity = "0..1",
                            defaultValue = "20",
                            description = "How many reloads (${DEFAULT-VALUE}).")
                    int reloads)
            throws Exception {
        if (reloads < Soak.LOOKS || reviews < reloads) {
            throw new ParameterException(
                    requireNonNull(spec).commandLine(),
                    "there must be %s reloads at least, and as many reviews".formatted(Soak.LOOKS));
        }
        return new Soak(reviews, reloads, out()).run() ? 0 : FAILED;
    }

    private static Map<String, String> machine(Effort effort) throws IOException {
        Map<String, String> machine = new LinkedHashMap<>();
        machine.put("roi", Engine.version());
        machine.put("effort", effort.equals(Effort.FULL) ? "full" : "quick: these figures mean nothing");
        machine.put("Java", System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"));
        machine.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        machine.put("cores", String.valueOf(Runtime.getRuntime().availableProcessors()));
        machine.put("processor", processor());
        return machine;
    }

    private static String processor() throws IOException {
        Path known = Path.of("/proc/cpuinfo");
        if (!Files.isReadable(known)) {
            return System.getProperty("os.arch");
        }
        return Files.readAllLines(known).stream()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElseGet(() -> System.getProperty("os.arch"));
    }
}
