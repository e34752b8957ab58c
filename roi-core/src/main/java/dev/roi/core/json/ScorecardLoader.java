package dev.roi.core.json;

import dev.roi.core.Fault;
import dev.roi.core.FormerScopes;
import dev.roi.core.InputFault;
import dev.roi.core.Message;
import dev.roi.core.Portfolio;
import dev.roi.core.Quoted;
import dev.roi.core.Scope;
import dev.roi.core.Scorecard;
import dev.roi.core.ScorecardCheck;
import dev.roi.core.format.Format;
import dev.roi.core.format.Kind;
import dev.roi.core.format.Objection;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The scorecards of one or several documents, and everything that is wrong with them, as they come. */
final class ScorecardLoader {

    private static final Format<Portfolio> PORTFOLIO = ScorecardFormat.portfolio();
    private static final int MOST_NAME_CHARACTERS = 500;

    private final Limits limits;
    private final Faults faults = new Faults();
    private final PolicyLookup policies;
    private final Optional<YearMonth> asked;
    private final Map<String, Fault.Place> scopes = new HashMap<>();
    private final List<Scorecard> scorecards = new ArrayList<>();
    private final Optional<Consumer<? super Scorecard>> consumer;
    private final Map<Scope, Fault.Place> months = new LinkedHashMap<>();
    private final Map<Scope, Fault.Place> formerIds = new LinkedHashMap<>();
    private boolean portfolio;
    private int handedOver;

    ScorecardLoader(PolicyLookup policies, Limits limits, Optional<YearMonth> asked) {
        this(policies, limits, asked, Optional.empty());
    }

    /** Keeps no scorecard where there is somebody who takes each. */
    ScorecardLoader(
            PolicyLookup policies,
            Limits limits,
            Optional<YearMonth> asked,
            Optional<Consumer<? super Scorecard>> consumer) {
        this.limits = limits;
        this.consumer = consumer;
        this.policies = policies;
        this.asked = asked;
    }

    Input read(List<Source> sources) {
        portfolio = sources.size() > 1;
        sources.forEach(source -> source.readInto(this));
        refuseWrongFormerIds();
        refuseUnreviewable();
        faults.throwIfAny();
        return portfolio ? new Input.Several(new Portfolio(scorecards)) : new Input.One(scorecards.get(0));
    }

    /** Hands over one scorecard after the other, as long as nothing is wrong; then goes on to see what else is. */
    int handOver(Source source) {
        source.readInto(this);
        faults.throwIfAny();
        return handedOver;
    }

    void read(Path path) {
        if (!Files.isDirectory(path)) {
            readFile(path);
            return;
        }
        portfolio = true;
        try {
            List<Path> files = jsonFiles(path);
            if (files.isEmpty()) {
                notReadable(path.toString(), Message.of("the directory has no `*.json` file"));
            }
            files.forEach(this::readFile);
        } catch (IOException failed) {
            notReadable(path.toString(), reason(failed));
        }
    }

    private static List<Path> jsonFiles(Path directory) throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory, "*.json")) {
            for (Path entry : entries) {
                if (Files.isRegularFile(entry)) {
                    files.add(entry);
                }
            }
        } catch (DirectoryIteratorException failed) {
            throw failed.getCause();
        }
        Collections.sort(files);
        return files;
    }

    private void readFile(Path file) {
        try (InputStream stream = Files.newInputStream(file)) {
            read(file.toString(), stream);
        } catch (IOException failed) {
            notReadable(file.toString(), reason(failed));
        }
    }

    private static Message reason(IOException failed) {
        if (failed instanceof NoSuchFileException) {
            return Message.of("there is no such file or directory");
        }
        if (failed instanceof AccessDeniedException) {
            return Message.of("reading it is not permitted");
        }
        return Message.of("it cannot be read");
    }

    private void notReadable(String source, Message reason) {
        Fault.Place place = new Fault.Place(visible(source), 0, 0, "");
        faults.add(new Fault(InputFault.NOT_READABLE.code(), Fault.Severity.ERROR, place, reason, Optional.empty()));
    }

    private static String visible(String source) {
        return Quoted.visible(source, MOST_NAME_CHARACTERS);
    }

    /** Reads one document. The stream stays open: it is the caller's. */
    void read(String source, InputStream stream) {
        String shown = visible(source);
        StrictUtf8 characters = new StrictUtf8(stream, limits.bytes());
        PlainScorecards plain = new PlainScorecards(shown, limits, policies, this::acceptPlain);
        TreeBuilder tree = new TreeBuilder(shown, limits, faults);
        tree.handingOver(ScorecardFormat.SCORECARDS, scorecard -> {
            accept(scorecard);
            forget(tree, characters);
        });
        try (Characters document = new Characters(characters, limits)) {
            if (plain.readAll(document)) {
                return;
            }
            JsonTokens tokens = new JsonTokens(document, tree);
            tokens.passing(place -> {
                boolean isRead = plain.readItem(document, place, tree);
                if (isRead) {
                    forget(tree, characters);
                }
                return isRead;
            });
            tokens.readAll();
            finish(tree.root().orElseThrow(), tree.handedOver());
        } catch (TreeBuilder.Stopped alreadyReported) {
            return;
        } catch (IOException failed) {
            notReadable(source, reason(failed));
        }
    }

    private void forget(TreeBuilder tree, StrictUtf8 characters) {
        if (consumer.isPresent()) {
            tree.forgetValues();
            characters.forgetBytes();
        }
    }

    private void accept(Node scorecard) {
        ScorecardFormat.read(scorecard, policies, faults).ifPresent(reading -> {
            if (consumer.isPresent()) {
                refuseStreamed(scorecard, reading);
                handOver(reading.scorecard());
            } else {
                keep(reading);
            }
        });
    }

    /** Takes a scorecard with which nothing is wrong by itself; says whether nothing is wrong with it here, either. */
    private boolean acceptPlain(ScorecardFormat.Understood reading) {
        if (consumer.isEmpty()) {
            keep(reading);
            return true;
        }
        boolean isRight = reading.scorecard().scope().formerIds().isEmpty()
                && ScorecardCheck.monthFault(reading.scorecard(), asked).isEmpty();
        if (isRight) {
            handOver(reading.scorecard());
        }
        return isRight;
    }

    private void handOver(Scorecard scorecard) {
        if (!faults.hasErrors()) {
            handedOver++;
            consumer.orElseThrow().accept(scorecard);
        }
    }

    private void keep(ScorecardFormat.Understood reading) {
        Scorecard read = reading.scorecard();
        scorecards.add(read);
        reading.scope().ifPresent(this::refuseRepeatedScope);
        reading.months().ifPresent(place -> months.put(read.scope(), place));
        reading.formerIds().ifPresent(place -> formerIds.put(read.scope(), place));
    }

    /** One after the other, the months of a former id are not there yet, or not any more. */
    private void refuseStreamed(Node scorecard, ScorecardFormat.Understood reading) {
        reading.months().ifPresent(place -> refuseUnreviewable(reading.scorecard(), place));
        if (!reading.scorecard().scope().formerIds().isEmpty()) {
            faults.add(
                    InputFault.WRONG_FORMER_ID.code(),
                    scorecard,
                    Message.of(
                            "scope %s has former ids, and scorecards are read one by one here",
                            Quoted.of(reading.scorecard().scope().id())),
                    Optional.of(Message.of(
                            "Read the whole portfolio, or put the months of the former id into this scorecard.")));
        }
    }

    private void refuseUnreviewable(Scorecard scorecard, Fault.Place place) {
        ScorecardCheck.monthFault(scorecard, asked)
                .ifPresent(fault ->
                        faults.add(new Fault(fault.code(), fault.severity(), place, fault.what(), fault.fix())));
    }

    /** A former id needs no month of its own to review: its months are those of the scope that it became. */
    private void refuseUnreviewable() {
        boolean isMerged = !faults.hasErrors() && !scorecards.isEmpty();
        List<Scorecard> reviewed = isMerged ? new Portfolio(scorecards).scorecards() : scorecards;
        for (Scorecard scorecard : reviewed) {
            months.entrySet().stream()
                    .filter(each -> each.getKey().compareTo(scorecard.scope()) == 0)
                    .findFirst()
                    .ifPresent(each -> refuseUnreviewable(scorecard, each.getValue()));
        }
    }

    private void refuseWrongFormerIds() {
        for (FormerScopes.Wrong wrong : FormerScopes.faults(scorecards)) {
            Fault.Place place = formerIds.getOrDefault(wrong.scope(), new Fault.Place("", 0, 0, ""));
            String former = Quoted.of(wrong.former());
            String scope = Quoted.of(wrong.scope().id());
            faults.add(wrong.month()
                    .map(month -> new Fault(
                            InputFault.REPEATED_MONTH.code(),
                            Fault.Severity.ERROR,
                            place,
                            Message.of("month %s is there for scope %s and for its former id %s", month, scope, former),
                            Optional.of(Message.of("Take it out of one of the two."))))
                    .orElseGet(() -> new Fault(
                            InputFault.WRONG_FORMER_ID.code(),
                            Fault.Severity.ERROR,
                            place,
                            Message.of(
                                    "%s is the former id of %s, and of another scope, or of itself in a circle",
                                    former, scope),
                            Optional.empty())));
        }
    }

    private void finish(Node root, int handedOver) {
        if (!isPortfolio(root)) {
            accept(root);
            return;
        }
        portfolio = true;
        PORTFOLIO.read(root, new DocumentObjections(faults));
        root.find(ScorecardFormat.SCORECARDS)
                .filter(list -> list.kind() == Kind.ARRAY && handedOver == 0)
                .ifPresent(list -> faults.add(
                        InputFault.NOTHING_TO_REVIEW.code(), list, Message.of("`scorecards` has no scorecard")));
    }

    /** What says neither is a portfolio when it has scorecards. */
    private static boolean isPortfolio(Node root) {
        if (root.kind() != Kind.OBJECT) {
            return false;
        }
        Optional<String> format = text(root, "format");
        if (format.isPresent() && format.get().equals(ScorecardFormat.PORTFOLIO)) {
            return true;
        }
        boolean scorecard = format.isPresent() && format.get().equals(ScorecardFormat.NAME);
        return !scorecard && root.find(ScorecardFormat.SCORECARDS).isPresent();
    }

    private void refuseRepeatedScope(ScorecardFormat.Named scope) {
        Fault.Place first = scopes.putIfAbsent(scope.level() + " " + scope.id(), scope.at());
        if (first != null) {
            Objection again = DocumentObjections.repeated(
                    InputFault.REPEATED_SCOPE,
                    scope.at(),
                    Message.of("scope %s %s", Quoted.of(scope.level()), Quoted.of(scope.id())),
                    first);
            faults.add(new Fault(again.code(), Fault.Severity.ERROR, scope.at(), again.message(), again.help()));
        }
    }

    private static Optional<String> text(Node object, String key) {
        return object.find(key).filter(node -> node.kind() == Kind.TEXT).map(Node::text);
    }
}
