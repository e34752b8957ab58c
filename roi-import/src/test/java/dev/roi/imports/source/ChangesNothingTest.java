package dev.roi.imports.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roi.imports.file.Imported;
import dev.roi.imports.file.TableFiles;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What does not matter of an export: the order of its rows and files, where pages end, duplicates, offsets of time. */
class ChangesNothingTest {

    private static final Instant BEGIN = Instant.parse("2026-03-30T20:00:00Z");
    private static final int TRIES = 30;

    /** A pull request, some of its days after the begin. */
    record Pull(int number, int opened, int merged, int reviewed, int author, boolean draft) {

        String json(int offset) {
            String created = moment(opened, offset);
            String end = merged == 0 ? "null" : "\"" + moment(opened + merged, offset) + "\"";
            String reviews = reviewed == 0
                    ? ""
                    : "{\"user\": {\"login\": \"p%s\"}, \"submitted_at\": \"%s\"}"
                            .formatted(reviewed % 3, moment(opened + reviewed, offset));
            return """
                    {"number": %s, "user": {"login": "p%s"}, "draft": %s, "created_at": "%s", "updated_at": "%s",\
                     "merged_at": %s, "closed_at": %s, "base": {"repo": {"full_name": "acme/pay"}}, "reviews": [%s]}""".formatted(number, author, draft, created, moment(opened + merged, offset), end, end, reviews);
        }

        private static String moment(int hours, int offset) {
            return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                    BEGIN.plusSeconds(3_600L * hours).atOffset(ZoneOffset.ofHours(offset)));
        }
    }

    @Provide
    Arbitrary<List<Pull>> pulls() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 60),
                        Arbitraries.integers().between(0, 1_000),
                        Arbitraries.integers().between(0, 90),
                        Arbitraries.integers().between(0, 50),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.of(false, false, false, true))
                .as(Pull::new)
                .list()
                .uniqueElements(Pull::number)
                .ofMinSize(2)
                .ofMaxSize(25);
    }

    @Property(tries = TRIES, seed = "20261130")
    void order_pages_duplicates_and_offsets_of_pull_requests(@ForAll("pulls") List<Pull> pulls, @ForAll Random random)
            throws IOException {
        List<String> lines = pulls.stream().map(pull -> pull.json(0)).toList();
        List<String> other = new ArrayList<>(
                pulls.stream().map(pull -> pull.json(random.nextInt(-11, 13))).toList());
        other.add(other.get(random.nextInt(other.size())));
        Collections.shuffle(other, random);
        int cut = random.nextInt(other.size());

        String once = pulled(List.of(String.join("\n", lines)));
        String again = pulled(List.of(
                "[" + String.join(",", other.subList(0, cut)) + "]\n[" + String.join(",", other.subList(cut, cut))
                        + "]",
                String.join("\n", other.subList(cut, other.size()))
                        + "\n{\"number\": 0, \"created_at\": \"2026-04-01T00:00:00Z\","
                        + " \"user\": {\"login\": \"x[bot]\"}}"));

        assertThat(again).isEqualTo(once);
    }

    private static String pulled(List<String> files) throws IOException {
        return imported(files, "{ read: github-pull-requests, files: [\"export-*\"] }");
    }

    @Property(tries = TRIES, seed = "20261130")
    void order_and_pages_of_charges(@ForAll("charges") List<String> charges, @ForAll Random random) throws IOException {
        String header = "BilledCost,BillingCurrency,ChargePeriodStart,ChargePeriodEnd,SubAccountId,Tags\n";
        List<String> other = new ArrayList<>(charges);
        Collections.shuffle(other, random);
        int cut = random.nextInt(other.size());

        String once = charged(List.of(header + String.join("", charges)));
        String again = charged(List.of(
                header + String.join("", other.subList(0, cut)),
                header + String.join("", other.subList(cut, other.size()))));

        assertThat(again).isEqualTo(once);
    }

    private static String charged(List<String> files) throws IOException {
        return imported(
                files, "{ read: focus-cost, files: [\"export-*\"], cost: BilledCost, workflow: { tag: application } }");
    }

    @Provide
    Arbitrary<List<String>> charges() {
        return Combinators.combine(
                        Arbitraries.bigDecimals()
                                .between(BigDecimal.valueOf(-5), BigDecimal.valueOf(500))
                                .ofScale(11),
                        Arbitraries.integers().between(1, 30),
                        Arbitraries.of("api", "legacy"))
                .as((cost, day, application) ->
                        "%s,EUR,2026-04-%02d 00:00:00,2026-05-01 00:00:00,CC-12,\"{\"\"application\"\": \"\"%s\"\"}\"%n"
                                .formatted(cost.toPlainString(), day, application))
                .list()
                .ofMinSize(1)
                .ofMaxSize(20);
    }

    private static String imported(List<String> files, String source) throws IOException {
        Path directory = Files.createTempDirectory("roi-import");
        try {
            Exports exports = new Exports(directory);
            IntStream.range(0, files.size())
                    .forEach(i -> exports.file(
                            "export-" + i + (files.get(i).startsWith("Billed") ? ".csv" : ".json"), files.get(i)));
            Imported imported = exports.read(source);
            return TableFiles.readings(imported.readings());
        } finally {
            try (Stream<Path> left = Files.list(directory)) {
                for (Path file : left.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(directory);
        }
    }
}
