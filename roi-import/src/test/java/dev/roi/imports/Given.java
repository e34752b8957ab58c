package dev.roi.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.roi.core.IndicatorId;
import dev.roi.core.IndicatorSet;
import dev.roi.core.InvalidInput;
import dev.roi.core.Level;
import dev.roi.core.PolicyId;
import dev.roi.core.Reading;
import dev.roi.core.Scorecard;
import dev.roi.core.json.PolicyLookup;
import dev.roi.imports.file.Import;
import dev.roi.rules.Engine;
import dev.roi.rules.policy.PolicyFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Files of a test, and what an import makes of them. */
public final class Given {

    private static final Map<String, IndicatorSet> POLICIES = new ConcurrentHashMap<>();

    /** What the built-in policies measure. */
    public static final PolicyLookup BUILT_IN = new PolicyLookup() {
        @Override
        public Optional<IndicatorSet> find(Optional<PolicyId> id) {
            return id.map(PolicyId::value)
                    .filter(name -> PolicyFiles.builtIns().contains(name))
                    .map(name -> POLICIES.computeIfAbsent(
                            name, built -> Engine.builtIn(built).indicators()));
        }

        @Override
        public Collection<String> known() {
            return PolicyFiles.builtIns();
        }
    };

    public static final Import IMPORT = Import.checkedAgainst(BUILT_IN).policy(new PolicyId("coding-agent"));
    public static final ScopeKey PAYMENTS = new ScopeKey(Level.TEAM, "payments");
    public static final YearMonth MAY = YearMonth.of(2026, 5);

    private Given() {}

    public static Path file(Path directory, String name, String text) {
        return file(directory, name, text, StandardCharsets.UTF_8);
    }

    public static Path file(Path directory, String name, String text, Charset encoding) {
        try {
            Path file = directory.resolve(name);
            Files.createDirectories(file.getParent());
            return Files.write(file, text.getBytes(encoding));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public static Readings read(Path... files) {
        return IMPORT.read(List.of(files)).readings();
    }

    /** Every fault, without the directory. */
    public static List<String> faults(Path directory, Path... files) {
        InvalidInput invalid = catchThrowableOfType(InvalidInput.class, () -> read(files));
        assertThat(invalid).as("what is wrong with it").isNotNull();
        return invalid.faults().stream()
                .map(fault -> fault.toString().replace(directory + "/", ""))
                .toList();
    }

    public static Reading reading(Scorecard scorecard, YearMonth month, String indicator) {
        return scorecard.find(month).orElseThrow().reading(new IndicatorId(indicator));
    }

    public static String value(Scorecard scorecard, YearMonth month, String indicator) {
        return reading(scorecard, month, indicator)
                .fold(
                        known -> known.value().toString(),
                        unknown -> unknown.reason().word());
    }
}
