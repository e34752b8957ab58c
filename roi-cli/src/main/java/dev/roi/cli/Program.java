package dev.roi.cli;

import dev.roi.cli.Arguments.OfWord;
import dev.roi.cli.CatalogueCommand.PageFormat;
import dev.roi.cli.DiffCommand.FailOn;
import dev.roi.cli.ImportCommand.ImportFormat;
import dev.roi.cli.MinutesCommand.MinutesFormat;
import dev.roi.cli.StandardOutput.ReaderGone;
import dev.roi.cli.SweepCommand.SweepFormat;
import dev.roi.cli.TemplateCommand.TemplateFormat;
import dev.roi.cli.TestCommand.ReportFormat;
import dev.roi.core.ActionId;
import dev.roi.core.Decision;
import dev.roi.core.Dissent;
import dev.roi.core.Fault;
import dev.roi.core.Hash;
import dev.roi.core.IndicatorId;
import dev.roi.core.InputFault;
import dev.roi.core.InvalidInput;
import dev.roi.core.Language;
import dev.roi.core.Message;
import dev.roi.core.ThresholdId;
import dev.roi.core.ViewId;
import dev.roi.ledger.LedgerUnavailable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;

/**
 * The program: finds the command, runs it, and turns what goes wrong into sentences and an exit status. Policies that it
 * has loaded it keeps for its next run. For use by one thread.
 */
@CommandLine.Command(
        name = "roi",
        scope = ScopeType.INHERIT,
        mixinStandardHelpOptions = true,
        subcommands = {
            ReviewCommand.class,
            ImportCommand.class,
            SourcesCommand.class,
            WhatIfCommand.class,
            TemplateCommand.class,
            InitCommand.class,
            NewCommand.class,
            CheckCommand.class,
            TestCommand.class,
            DiffCommand.class,
            SweepCommand.class,
            CatalogueCommand.class,
            ApproveCommand.class,
            LogCommand.class,
            DecideCommand.class,
            ActCommand.class,
            MinutesCommand.class,
            HistoryCommand.class,
            VerifyCommand.class,
            ReplayCommand.class
        },
        sortOptions = false,
        synopsisHeading = "%nUsage: ",
        descriptionHeading = "%n",
        parameterListHeading = "%nArguments:%n",
        optionListHeading = "%nOptions:%n",
        commandListHeading = "%nCommands:%n",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:done",
            "1:a check, a test or a comparison found something",
            "2:bad usage or bad input: standard error says what, standard output is empty"
        },
        header = "Review an investment each month: maintain, adjust, extend or stop, and why.",
        customSynopsis = "roi COMMAND [OPTION...]",
        description = {
            "Reads a scorecard of what is known, and recommends one decision with every",
            "reason for it, and with what is not known. People decide."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  roi template > scorecard.json     write an empty scorecard, to fill in",
            "  roi review scorecard.json         review it",
            "  roi review --help                 what else a review can do, and its input",
            "  roi import --help                 begin with a table, or exports of tools",
            "  roi init my-policy                copy the built-in policy, to edit it",
            "  roi new --help                    begin a rule, a threshold or an indicator",
            "  roi check my-policy               check a policy of your own",
            "  roi test my-policy                run a policy's own tests",
            "  roi decide --help                 record what was decided, and follow it up",
            "",
            "`roi` stands for `java -jar roi-cli/target/roi.jar`."
        })
final class Program extends Speaking {

    private static final String VERSION = Optional.ofNullable(
                    Program.class.getPackage().getImplementationVersion())
            .orElse("(not packaged)");

    private final Policies policies = new Policies();
    private final Progress progress;
    private final InstantSource clock;
    private final Language machine;
    private final CommandLine line;

    Program(Progress progress) {
        this(progress, InstantSource.system(), Language.ENGLISH);
    }

    /**
     * Builds it.
     *
     * @param progress where it says how far it is
     * @param clock what time it is
     * @param machine the language that it speaks unless told otherwise
     */
    Program(Progress progress, InstantSource clock, Language machine) {
        this.machine = machine;
        this.progress = progress;
        this.clock = clock;
        this.line = new CommandLine(this)
                .setExpandAtFiles(false)
                .registerConverter(Format.class, new OfWord<>(Message.of("format"), Format.class))
                .registerConverter(PlainFormat.class, new OfWord<>(Message.of("format"), PlainFormat.class))
                .registerConverter(CheckFormat.class, new OfWord<>(Message.of("format"), CheckFormat.class))
                .registerConverter(PageFormat.class, new OfWord<>(Message.of("format"), PageFormat.class))
                .registerConverter(NewCommand.Kind.class, new OfWord<>(Message.of("kind"), NewCommand.Kind.class))
                .registerConverter(ReportFormat.class, new OfWord<>(Message.of("format"), ReportFormat.class))
                .registerConverter(FailOn.class, new OfWord<>(Message.of("reason to fail"), FailOn.class))
                .registerConverter(TemplateFormat.class, new OfWord<>(Message.of("format"), TemplateFormat.class))
                .registerConverter(SheetFormat.class, new OfWord<>(Message.of("format"), SheetFormat.class))
                .registerConverter(MinutesFormat.class, new OfWord<>(Message.of("format"), MinutesFormat.class))
                .registerConverter(SweepFormat.class, new OfWord<>(Message.of("format"), SweepFormat.class))
                .registerConverter(ActionId.class, new Arguments.OfAction())
                .registerConverter(Dissent.class, new Arguments.OfDissent())
                .registerConverter(ImportFormat.class, new OfWord<>(Message.of("format"), ImportFormat.class))
                .registerConverter(Decision.class, new Arguments.OfDecision())
                .registerConverter(Language.class, new Arguments.OfLanguage())
                .registerConverter(YearMonth.class, new Arguments.OfMonth())
                .registerConverter(Instant.class, new Arguments.OfInstant())
                .registerConverter(Hash.class, new Arguments.OfHash())
                .registerConverter(IndicatorId.class, new Arguments.OfIndicator())
                .registerConverter(Arguments.Assumed.class, new Arguments.OfAssumed())
                .registerConverter(ThresholdId.class, new Arguments.OfThreshold())
                .registerConverter(ViewId.class, new Arguments.OfView())
                .registerConverter(Arguments.Numbered.class, new Arguments.OfNumbered());
    }

    /**
     * Runs one command.
     *
     * @param streams what it reads and writes
     * @param args the command and its arguments
     * @return how it went; unless it is done, or found something, nothing was written to standard output
     */
    Status run(Streams streams, String... args) {
        Language language = Arguments.spoken(machine, args);
        progress.speak(language);
        try {
            Arguments.requireReadable(args);
            return run(new Session(streams, policies, progress, clock, language), args);
        } catch (ReaderGone enough) {
            return Status.DONE;
        } catch (ParameterException usage) {
            return refuse(
                    streams,
                    Usage.sentence(usage, language),
                    Message.of("Try: %s --help", Usage.command(usage)).in(language));
        } catch (Refusal refusal) {
            return refuse(streams, "roi: " + refusal.what().in(language));
        } catch (InvalidInput invalid) {
            return refuse(streams, lines(invalid.faults(), language));
        } catch (LedgerUnavailable unavailable) {
            return refuse(streams, "roi: " + unavailable.what().in(language));
        } catch (IOException broken) {
            return refuse(
                    streams,
                    Message.of("roi: standard output cannot be written: %s", String.valueOf(broken.getMessage()))
                            .in(language));
        } catch (OutOfMemoryError tooLarge) {
            return refuse(streams, outOfMemory().in(language));
        } catch (RuntimeException | StackOverflowError unexpected) {
            return refuse(streams, unexpected(unexpected).in(language));
        }
    }

    private Status run(Session session, String... args) throws IOException {
        List<CommandLine> given = line.parseArgs(args).asCommandLineList();
        for (CommandLine each : given) {
            if (each.isUsageHelpRequested()) {
                session.print(Help.of(each, session.language()));
                return Status.DONE;
            }
            if (each.isVersionHelpRequested()) {
                session.print("roi " + VERSION + "\n");
                return Status.DONE;
            }
        }
        if (!(given.get(given.size() - 1).getCommand() instanceof Command command)) {
            return refuse(
                    session.streams(),
                    Message.of("roi: no command is given").in(session.language()),
                    "",
                    Help.of(line, session.language()).stripTrailing());
        }
        try {
            return command.run(session);
        } finally {
            progress.end();
        }
    }

    private static String[] lines(List<Fault> faults, Language language) {
        List<String> lines = new ArrayList<>();
        faults.forEach(fault -> lines.add(Sentences.line(fault, language)));
        if (faults.size() > 1) {
            boolean all = faults.stream().noneMatch(fault -> fault.code().equals(InputFault.MORE_FAULTS.code()));
            lines.add((all
                            ? Message.of("%s faults; nothing was written", faults.size())
                            : Message.of("Nothing was written"))
                    .in(language));
        }
        return lines.toArray(String[]::new);
    }

    private static Message outOfMemory() {
        return Message.of(
                "roi: the input needs more memory than the %s MiB that Java may take; give it more with `java -Xmx4g"
                        + " -jar`",
                Runtime.getRuntime().maxMemory() / (1024 * 1024));
    }

    /** One sentence that its maintainers can find the place with. */
    private static Message unexpected(Throwable failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        Message place = trace.length > 0
                ? Message.of("%s:%s", String.valueOf(trace[0].getFileName()), trace[0].getLineNumber())
                : Message.of("unknown place");
        return Message.of(
                "roi: an unexpected failure, which is a fault of roi and not of its input: %s at %s, version %s."
                        + " Please report this line to whoever gave you roi, with the command and, if you may, the input",
                failure.getClass().getSimpleName(), place, VERSION);
    }

    private static Status refuse(Streams streams, String... lines) {
        try {
            streams.err().write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
            streams.err().flush();
        } catch (IOException nobodyListens) {
            return Status.REFUSED; // the exit status still says it
        }
        return Status.REFUSED;
    }
}
