package dev.roi.benchmarks;

import dev.roi.rules.policy.PolicyFiles;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The usual policy with one rule more: one that counts over all months, and joins two indicators. */
public final class CountingPolicy {

    private static final String RULE = """
            rule "counts-and-joins"
            when
                Threshold( id == "risk.off-policy", $few : value )
                accumulate( History( indicator == "incidents", $v : value ); $n : count(), $sum : sum( $v ); $n > $few )
                Reading( indicator == "cycle-time", $cycle : value )
                Reading( indicator == "lead-time", value > $cycle )
            then
                findings.note();
            end
            """;

    private CountingPolicy() {}

    /**
     * Returns the files of that policy.
     *
     * @return the files
     */
    public static PolicyFiles files() {
        PolicyFiles usual = Inputs.files();
        PolicyFiles files = usual.with("rules/counting.drl", RULE)
                .with(
                        PolicyFiles.POLICY,
                        text(usual, PolicyFiles.POLICY)
                                .replaceFirst("(?m)^reasons:\n", "reasons:\n  - counts-and-joins\n"));
        for (String path : List.of("texts/en.yaml", "texts/fr.yaml")) {
            files = files.with(
                    path,
                    text(usual, path)
                            .replaceFirst(
                                    "(?m)^rules:\n",
                                    "rules:\n  counts-and-joins: { headline: counted, text: Counted. }\n"));
        }
        return files;
    }

    private static String text(PolicyFiles files, String path) {
        return new String(files.find(path).orElseThrow(), StandardCharsets.UTF_8);
    }
}
