package dev.roi.spark;

import dev.roi.rules.Engine;
import dev.roi.rules.ReviewRequest;
import dev.roi.rules.policy.PolicyFiles;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * The files of a policy, as they are sent to a machine, which makes an engine of them once. Immutable.
 *
 * @param name what messages call the policy
 * @param fingerprint that of the policy, by which its engine is known
 * @param texts the texts of its files, by path
 */
record ShippedPolicy(String name, String fingerprint, TreeMap<String, String> texts) implements Serializable {

    /** More policies than a job ever uses; the one that was not used for longest goes. */
    private static final int MOST_ENGINES = 16;

    private static final Map<String, Engine> ENGINES = new LinkedHashMap<>(MOST_ENGINES, 0.75f, true);

    /** Checks the policy, and that it can do what is asked for. */
    static ShippedPolicy of(PolicyFiles files, ReviewRequest request) {
        Engine engine = Engine.of(files);
        request.language().ifPresent(engine.policy()::texts);
        return new ShippedPolicy(
                files.name(), engine.policy().ref().fingerprint().toString(), new TreeMap<>(files.texts()));
    }

    /** Returns the engine of this virtual machine; tasks that begin together wait for the first of them to make it. */
    Engine engine() {
        synchronized (ENGINES) {
            Engine engine = ENGINES.get(fingerprint);
            if (engine == null) {
                engine = Engine.of(PolicyFiles.of(name, texts));
                ENGINES.put(fingerprint, engine);
                if (ENGINES.size() > MOST_ENGINES) {
                    ENGINES.remove(ENGINES.keySet().iterator().next());
                }
            }
            return engine;
        }
    }
}
