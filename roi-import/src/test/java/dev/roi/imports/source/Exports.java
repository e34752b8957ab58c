package dev.roi.imports.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.roi.core.IndicatorId;
import dev.roi.core.InvalidInput;
import dev.roi.core.PolicyId;
import dev.roi.core.Reading;
import dev.roi.core.Scorecard;
import dev.roi.imports.Given;
import dev.roi.imports.ReadingRow;
import dev.roi.imports.file.Import;
import dev.roi.imports.file.Imported;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;

/** Exports of tools in a directory, and what an import makes of them. */
final class Exports {

    private static final String SCOPE = """
            format: roi-sources/1
            time-zone: Europe/Paris
            extracted-at: 2026-06-02T08:00:00Z
            scopes:
              payments:
                level: team
                repositories: [acme/pay]
                projects: [PAY, project1, proj_pay]
                cost-centres: [CC-12]
                teams: [pay]
                services: [Payments]
                organisations: ["100"]
            """;

    private final Path directory;
    private String head = SCOPE;
    private PolicyId policy = new PolicyId("coding-agent");

    Exports(Path directory) {
        this.directory = directory;
    }

    Exports assistant() {
        policy = new PolicyId("assistant");
        return this;
    }

    Exports head(String yaml) {
        head = yaml;
        return this;
    }

    Exports without(String line) {
        head = head.lines().filter(each -> !each.contains(line)).reduce("", (one, next) -> one + next + "\n");
        return this;
    }

    Exports file(String name, String... lines) {
        Given.file(directory, name, String.join("\n", lines) + "\n");
        return this;
    }

    Imported read(String... sources) {
        return Import.checkedAgainst(Given.BUILT_IN).policy(policy).read(List.of(sources(sources)));
    }

    private Path sources(String... sources) {
        StringBuilder yaml = new StringBuilder(head).append("sources:\n");
        Stream.of(sources).forEach(source -> yaml.append("  - ").append(source).append('\n'));
        return Given.file(directory, "sources.yaml", yaml.toString());
    }

    List<String> faults(String... sources) {
        InvalidInput invalid = catchThrowableOfType(InvalidInput.class, () -> read(sources));
        assertThat(invalid).as("what is wrong with it").isNotNull();
        return invalid.faults().stream()
                .map(fault -> fault.toString().replace(directory + "/", ""))
                .toList();
    }

    /** The readings of the only scope: {@code 2026-05 cycle-time 1.5}. */
    static List<String> readings(Imported imported) {
        Scorecard scorecard = imported.readings().scorecards().get(0);
        return scorecard.snapshots().stream()
                .flatMap(snapshot -> snapshot.readings().entrySet().stream()
                        .map(entry -> "%s %s %s".formatted(snapshot.month(), entry.getKey(), shown(entry.getValue()))))
                .toList();
    }

    private static String shown(Reading reading) {
        return reading.fold(
                known -> known.rate()
                        .map(rate -> rate.numerator() + "/" + rate.denominator())
                        .orElseGet(() -> known.value().toString()),
                unknown -> unknown.reason().word());
    }

    static Reading.Known known(Imported imported, String month, String indicator) {
        return imported.readings()
                .scorecards()
                .get(0)
                .find(YearMonth.parse(month))
                .orElseThrow()
                .reading(new IndicatorId(indicator))
                .known()
                .orElseThrow();
    }

    static ReadingRow row(Imported imported, String month, String indicator) {
        return imported.readings().rows().stream()
                .filter(row ->
                        row.month().toString().equals(month) && row.indicator().equals(indicator))
                .findFirst()
                .orElseThrow();
    }

    /** What the first source left out: {@code bot 2 pulls.ndjson:3:1}. */
    List<String> leftOut(Imported imported) {
        return counted(imported.sources().get(0).leftOut());
    }

    List<String> remarks(Imported imported) {
        return counted(imported.sources().get(0).remarks());
    }

    private List<String> counted(List<Imported.Counted> all) {
        return all.stream()
                .map(each -> "%s %s %s"
                        .formatted(each.reason(), each.count(), each.example().replace(directory + "/", "")))
                .toList();
    }
}
