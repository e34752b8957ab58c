package dev.roi.governance.check;

import dev.roi.core.Block;
import dev.roi.core.Fault.Place;
import dev.roi.core.Indicator;
import dev.roi.core.IndicatorId;
import dev.roi.core.Language;
import dev.roi.core.Message;
import dev.roi.core.Nature;
import dev.roi.core.Nearest;
import dev.roi.core.ThresholdId;
import dev.roi.core.text.Template;
import dev.roi.rules.facts.FactType;
import dev.roi.rules.facts.FieldKind;
import dev.roi.rules.language.Constraint;
import dev.roi.rules.language.Item;
import dev.roi.rules.language.Rule;
import dev.roi.rules.policy.MonthKind;
import dev.roi.rules.policy.Policy;
import dev.roi.rules.policy.PolicyCode;
import dev.roi.rules.policy.PolicyDraft;
import dev.roi.rules.policy.PolicyFiles;
import dev.roi.rules.policy.Texts;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks for what a policy declares and nothing uses. */
final class UsageCheck {

    private static final Pattern TEXTS = Pattern.compile("texts/([a-z]{2})\\.yaml");

    private static final Pattern COPIED = Pattern.compile(
            "(?i)(?<=^|/)(?:~\\$|copie de |copy of )|(?: ?- ?| )(?:copie|copy)(?: ?\\([0-9]+\\))?(?=\\.)|"
                    + " ?\\([0-9]+\\)(?=\\.)");

    private final PolicyFiles files;
    private final PolicyDraft draft;
    private final Doubts doubts;

    UsageCheck(PolicyFiles files, PolicyDraft draft, Doubts doubts) {
        this.files = files;
        this.draft = draft;
        this.doubts = doubts;
    }

    /** Looks for files that are not read; that can be told of any directory. */
    void checkFiles() {
        if (files.deeper().isPresent()) {
            return; // said of policy.yaml
        }
        for (String path : files.unread()) {
            Optional<String> hidden = PolicyFiles.twin(path);
            if (hidden.isPresent()) {
                if (!isMissed(hidden.get())) {
                    doubts.add(
                            PolicyCode.UNREAD_FILE,
                            new Place(files.source(path), 0, 0, ""),
                            hidden.get().startsWith("scenarios/")
                                    ? Message.of("nothing reads this file: none of its scenarios is run.")
                                    : path.endsWith(".txt")
                                            ? Message.of("nothing reads this file: its name ends in `.txt`.")
                                            : Message.of(
                                                    "nothing reads this file: it is not called as those of a policy"
                                                            + " are."),
                            path.endsWith(".txt")
                                    ? Message.of("Rename it to `%s`; a file manager may hide the ending.", hidden.get())
                                    : Message.of("Rename it to `%s`.", hidden.get()));
                }
                continue;
            }
            doubts.add(
                    PolicyCode.UNREAD_FILE,
                    new Place(files.source(path), 0, 0, ""),
                    Message.of("nothing reads this file."),
                    Nearest.to(
                                    path,
                                    List.of(
                                            PolicyFiles.POLICY,
                                            PolicyFiles.INDICATORS,
                                            PolicyFiles.THRESHOLDS,
                                            PolicyFiles.VIEWS))
                            .map(near -> files.paths().contains(near) ? besides(near) : Nearest.meant(near))
                            .or(() -> original(path).map(UsageCheck::besides))
                            .orElse(Message.of(
                                    "A policy has `policy.yaml`, `indicators.yaml`, `thresholds.yaml`, `views.yaml`, "
                                            + "`rules/*.drl`, `texts/*.yaml` and `scenarios/*.yaml`.")));
        }
    }

    private static Message besides(String read) {
        return Message.of("`%s` is there, and is the one that is read; keep this one elsewhere.", read);
    }

    /** The file that one was copied from, by what file managers put into the name. */
    private Optional<String> original(String path) {
        String plain = COPIED.matcher(path).replaceAll("");
        return Optional.of(plain)
                .filter(name -> !name.equals(path) && files.paths().contains(name));
    }

    /** Tells whether a file is missing, which names the one that is called otherwise. */
    private boolean isMissed(String path) {
        return draft.faults().stream()
                .anyMatch(fault -> fault.code().equals(PolicyCode.MISSING_FILE.id())
                        && (fault.place().source().equals(files.source(path))
                                || (path.endsWith(".drl")
                                        && fault.place().source().equals(files.source("rules")))));
    }

    /** Looks for everything else; that can be told only where all of the policy could be read. */
    void check(Policy policy) {
        languages(policy);
        Set<String> mentioned = mentioned(policy);
        thresholds(mentioned);
        levers();
        blocks();
        monthKinds();
        indicators(mentioned);
        background(policy);
    }

    /** Returns what the policy's sentences speak of. */
    private static Set<String> mentioned(Policy policy) {
        Set<String> mentioned = new HashSet<>();
        for (Language language : policy.languages()) {
            Texts texts = policy.texts(language);
            texts.rules().values().forEach(words -> {
                mentioned.addAll(words.headline().placeholders());
                mentioned.addAll(words.text().placeholders());
            });
            Texts.QuestionWords questions = texts.questions();
            Stream.of(questions.financed(), questions.obtained(), questions.risked(), questions.decided())
                    .map(Template::placeholders)
                    .forEach(mentioned::addAll);
            texts.needs().values().stream()
                    .flatMap(List::stream)
                    .map(Template::placeholders)
                    .forEach(mentioned::addAll);
            texts.views().values().forEach(words -> {
                mentioned.addAll(words.headline().placeholders());
                words.questions()
                        .forEach(asked -> mentioned.addAll(asked.answer().placeholders()));
            });
        }
        return mentioned;
    }

    private void languages(Policy policy) {
        for (String path : files.paths()) {
            Matcher texts = TEXTS.matcher(path);
            if (texts.matches() && !policy.languages().contains(new Language(texts.group(1)))) {
                doubts.add(
                        PolicyCode.UNREAD_FILE,
                        new Place(files.source(path), 0, 0, ""),
                        Message.of(
                                "nothing reads this file: `languages` in policy.yaml does not list `%s`.",
                                texts.group(1)),
                        Message.of("Write `%s` into the list, or delete the file.", texts.group(1)));
            }
        }
    }

    private void thresholds(Set<String> mentioned) {
        Set<ThresholdId> used = new HashSet<>(draft.sound().thresholdsUsed());
        draft.sound().allRules().forEach(rule -> used.addAll(rule.thresholds()));
        for (ThresholdId id : draft.sound().thresholds().keySet()) {
            if (!used.contains(id) && !mentioned.contains(id.value())) {
                doubts.add(
                        PolicyCode.UNUSED_THRESHOLD,
                        draft.place(PolicyFiles.THRESHOLDS, id.value()),
                        Message.of("no rule, indicator, kind of month or sentence uses threshold `%s`.", id),
                        Message.of("Changing it changes nothing; use it, or take it out."));
            }
        }
    }

    private void levers() {
        for (int i = 0; i < draft.sound().levers().size(); i++) {
            String lever = draft.sound().levers().get(i);
            boolean isPulled = draft.sound().allRules().stream()
                    .anyMatch(rule -> rule.consequence()
                            .lever()
                            .filter(pulled -> pulled.value().equals(lever))
                            .isPresent());
            if (!isPulled) {
                unused(
                        draft.place(PolicyFiles.POLICY, "levers", Integer.toString(i)),
                        Message.of("no rule adjusts by lever `%s`.", lever));
            }
        }
    }

    private void blocks() {
        for (Block block : draft.sound().indicators().blocks()) {
            boolean isEmpty = draft.sound().indicators().indicators().stream()
                    .noneMatch(indicator -> indicator.block().equals(block.id()));
            boolean isRead = draft.sound().monthKinds().stream()
                    .anyMatch(kind -> Stream.of(kind.improved(), kind.noneImproved(), kind.oneWorse())
                            .anyMatch(blocks -> blocks.contains(block.id())));
            if (isEmpty && !isRead) {
                unused(
                        draft.place(PolicyFiles.INDICATORS, "blocks", block.id().value()),
                        Message.of("no indicator is in block `%s`.", block.id()));
            }
        }
    }

    private void monthKinds() {
        for (MonthKind kind : draft.sound().monthKinds()) {
            if (constraints().noneMatch(constraint -> names(constraint, FieldKind.MONTH_KIND, kind.name()))) {
                unused(
                        draft.place(PolicyFiles.POLICY, "months", kind.name()),
                        Message.of("no rule counts months of kind `%s`.", kind.name()));
            }
        }
    }

    /** What is said of a law or a source is said once of all languages, which all have it. */
    private void background(Policy policy) {
        Set<String> laws = cited(Rule::law);
        Set<String> sources = cited(Rule::source);
        Set<String> said = new HashSet<>();
        for (Language language : policy.languages()) {
            String path = "texts/%s.yaml".formatted(language);
            Texts.Background background = policy.texts(language).background();
            for (String law : background.laws().keySet()) {
                if (!laws.contains(law) && said.add("law " + law)) {
                    unused(draft.place(path, "laws", law), Message.of("no rule cites law `%s`.", law));
                }
            }
            for (String name : background.sources().keySet()) {
                boolean isCited = sources.stream().anyMatch(source -> Texts.Background.isOf(name, source));
                if (!isCited && said.add("source " + name)) {
                    unused(draft.place(path, "sources", name), Message.of("no rule cites source `%s`.", name));
                }
            }
        }
    }

    private Set<String> cited(Function<Rule, Optional<String>> of) {
        return draft.sound().allRules().stream()
                .flatMap(rule -> of.apply(rule).stream())
                .collect(Collectors.toSet());
    }

    private void unused(Place place, Message message) {
        doubts.add(PolicyCode.UNUSED_NAME, place, message, Message.of("Use it, or take it out."));
    }

    private Stream<Constraint> constraints() {
        return draft.sound().allRules().stream().flatMap(Rule::allConstraints);
    }

    private static boolean names(Constraint constraint, FieldKind kind, String name) {
        return constraint.field().kind() == kind && constraint.words().contains(name);
    }

    /** A secondary signal may be reported for its own sake: it is never proof, and need not be read. */
    private void indicators(Set<String> mentioned) {
        for (Indicator indicator : draft.sound().indicators().indicators()) {
            boolean isSecondary = indicator.nature() == Nature.ACTIVITY || indicator.nature() == Nature.PERCEPTION;
            if (!isSecondary && !isNeeded(indicator) && !isNamed(indicator) && !isShown(indicator.id(), mentioned)) {
                doubts.add(
                        PolicyCode.UNREAD_INDICATOR,
                        draft.place(
                                PolicyFiles.INDICATORS,
                                "indicators",
                                indicator.id().value()),
                        Message.of(
                                "nobody reads indicator `%s`: no rule names it or its block, it judges no block,"
                                        + " extending does not need it, and no view or sentence shows it.",
                                indicator.id()),
                        Message.of("Show it in views.yaml, read it in a rule, or ask nobody for it."));
            }
        }
    }

    private boolean isNeeded(Indicator indicator) {
        return indicator.extendNeed() == Indicator.ExtendNeed.NEEDED
                || draft.sound().indicators().blocks().stream()
                        .anyMatch(block -> block.judgedBy().contains(indicator.id()))
                || draft.sound().indicators().indicators().stream()
                        .anyMatch(other -> other.refersTo().contains(indicator.id()));
    }

    private boolean isNamed(Indicator indicator) {
        return draft.sound().allRules().stream()
                .flatMap(Rule::allConditions)
                .filter(condition -> condition.type() != FactType.BLOCK)
                .flatMap(condition -> condition.items().stream())
                .flatMap(Item::constraints)
                .anyMatch(constraint -> names(
                                constraint, FieldKind.INDICATOR, indicator.id().value())
                        || names(constraint, FieldKind.BLOCK, indicator.block().value()));
    }

    private boolean isShown(IndicatorId id, Set<String> mentioned) {
        return draft.sound().views().dashboard().stream().anyMatch(row -> row.contains(id))
                || draft.sound().views().agenda().stream()
                        .anyMatch(topic -> topic.indicators().contains(id))
                || draft.sound().views().totals().contains(id)
                || draft.sound().views().readers().values().stream()
                        .flatMap(view -> view.rows().stream())
                        .anyMatch(row -> row.contains(id))
                || mentioned.stream().anyMatch(name -> name.equals(id.value()) || name.startsWith(id.value() + "."));
    }
}
