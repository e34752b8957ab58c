package dev.roi.cli;

import dev.roi.core.Language;
import dev.roi.core.Message;
import dev.roi.core.Nearest;
import dev.roi.core.Quoted;
import dev.roi.governance.scenario.PolicyTest;
import dev.roi.rules.Engine;
import dev.roi.rules.policy.Policy;
import dev.roi.rules.policy.PolicyFiles;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The policies that come with the program, each loaded once, and those of directories, loaded when asked for. */
final class Policies {

    private final Map<String, Engine> builtIns = new ConcurrentHashMap<>();

    List<String> names() {
        return PolicyFiles.builtIns();
    }

    /**
     * Finds a policy that comes with the program.
     *
     * @param id its name
     * @param language the language it has to speak
     * @return its engine, if there is such a policy
     * @throws Refusal when it does not speak the language
     */
    Optional<Engine> builtIn(String id, Language language) {
        return names().contains(id)
                ? Optional.of(speaking(language, builtIns.computeIfAbsent(id, Engine::builtIn)))
                : Optional.empty();
    }

    /**
     * Loads the policy that was named on the command line.
     *
     * @param named a built-in policy, or else a directory
     * @param language the language it has to speak
     * @return its engine
     * @throws Refusal when there is neither, or it does not speak the language
     */
    Engine load(String named, Language language) {
        return builtIn(named, language).orElseGet(() -> speaking(language, Engine.of(directory(named))));
    }

    /**
     * Reads the files of a policy that was named on the command line.
     *
     * @param named a built-in policy, or else a directory
     * @return its files
     * @throws Refusal when there is neither
     */
    PolicyFiles files(String named) {
        return PolicyFiles.builtIn(named).orElseGet(() -> directory(named));
    }

    /**
     * Finds a policy with its scenarios.
     *
     * @param named a built-in policy, or else a directory
     * @return its test
     * @throws Refusal when there is neither
     */
    PolicyTest test(String named) {
        PolicyFiles files = files(named);
        return names().contains(named)
                ? PolicyTest.of(files, builtIns.computeIfAbsent(named, Engine::builtIn))
                : PolicyTest.of(files);
    }

    private PolicyFiles directory(String named) {
        Path directory = Arguments.path(named);
        if (!Files.exists(directory)) {
            Message help = Nearest.didYouMean(named, names())
                    .orElseGet(() -> Message.of("Built in: %s.", Sentences.all(names())));
            throw new Refusal(
                    Message.of("there is neither a built-in policy nor a directory %s. %s", Quoted.of(named), help));
        }
        try {
            return PolicyFiles.read(directory);
        } catch (UncheckedIOException unreadable) {
            throw new Refusal(Message.of("the policy directory %s cannot be read", Quoted.of(named)), unreadable);
        }
    }

    private static Engine speaking(Language language, Engine engine) {
        requireSpeaking(language, engine.policy());
        return engine;
    }

    /**
     * Checks that a policy speaks a language.
     *
     * @param language the language
     * @param policy the policy
     * @throws Refusal when it does not
     */
    static void requireSpeaking(Language language, Policy policy) {
        List<String> spoken = policy.languages().stream().map(Language::tag).toList();
        if (!spoken.contains(language.tag())) {
            throw new Refusal(Message.of(
                    "the policy %s does not speak %s, only %s",
                    policy.ref().id(), Quoted.of(language.tag()), Sentences.all(spoken)));
        }
    }
}
