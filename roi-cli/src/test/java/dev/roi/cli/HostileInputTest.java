package dev.roi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.roi.core.json.Schema;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ten thousand inputs that are broken in some way: each is reviewed whole, or refused with a reason. */
class HostileInputTest {

    private static final int TRIES = 10_000;
    private static final long SEED = 20_261_122;

    private static final Pattern FAULT = Pattern.compile("(ROI-[DS]\\d\\d) input(:\\d+:\\d+)?(: /\\P{Cntrl}*)?: .{8,}");
    private static final Pattern COUNT = Pattern.compile("(\\d+ faults; n|N)othing was written");
    private static final Pattern TRACE = Pattern.compile("\\tat |Exception|java\\.|dev\\.roi|unexpected failure");

    private static final String[] FAULTS_TO_MEET = {
        "ROI-D02", "ROI-D03", "ROI-D04", "ROI-D05", "ROI-D06", "ROI-D07", "ROI-D08", "ROI-D09", "ROI-D10", "ROI-D11",
                "ROI-D12",
        "ROI-S01", "ROI-S02", "ROI-S03", "ROI-S04", "ROI-S05", "ROI-S06", "ROI-S07", "ROI-S08", "ROI-S09", "ROI-S10",
                "ROI-S11",
        "ROI-S13", "ROI-S14", "ROI-S16", "ROI-S19", "ROI-S20", "ROI-S21", "ROI-S23", "ROI-S24", "ROI-S25"
    };

    private static final List<String> NUMBERS = List.of(
            "1e400",
            "-1e400",
            "1e-400",
            "NaN",
            "Infinity",
            "-Infinity",
            "-0",
            "0",
            "00",
            "+1",
            ".5",
            "1.",
            "0x1F",
            "1_000",
            "9".repeat(15),
            "9".repeat(16),
            "9".repeat(400),
            "0." + "3".repeat(40),
            "1e999999999",
            "1E+2",
            "-1",
            "100.0001");
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "false",
            "\"\"",
            "\"12\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"\u0007\"",
            "\"\u202e\"",
            "[]",
            "{}",
            "[1]",
            "[[[[]]]]",
            "{\"value\":null}",
            "{\"value\":1,\"unknown\":\"not-due\"}",
            "{\"unknown\":\"nope\"}",
            "{\"numerator\":1,\"denominator\":0}",
            "{\"numerator\":0,\"denominator\":0}",
            "{\"numerator\":1}",
            "{\"value\":3,\"by\":{\"workflow\":{\"a\":1,\"b\":1}}}",
            "{\"value\":3,\"by\":{\"colour\":{\"red\":3}}}",
            "{\"value\":1,\"uncertainty\":-1}",
            "{\"value\":1,\"unit\":\"parsecs\"}",
            "{\"value\":1,\"value\":2}",
            "nul",
            "undefined",
            "'12'",
            "/* 3 */ 3",
            "12 // 13",
            "\"" + "x".repeat(20_000) + "\"",
            "\"a\nb\"",
            "\\",
            "{\"value\":1,\"note\":\"" + "🦄".repeat(200) + "\"}",
            "\"2026-13\"",
            "\"team\"",
            "\"EURO\"");
    private static final List<String> KEYS = List.of(
            "format",
            "policy",
            "scope",
            "snapshots",
            "month",
            "readings",
            "value",
            "by",
            "lead-time",
            "led-time",
            "__proto__",
            "",
            "\\u0000",
            "$ref",
            "x".repeat(300),
            "Lead-Time",
            "lead_time",
            "complete",
            "unknown",
            "é",
            "\\ud83e\\udd84");
    private static final Pattern NUMBER = Pattern.compile("(?<=: )-?\\d+(\\.\\d+)?");
    private static final Pattern VALUE = Pattern.compile("(?<=: )(\"[^\"]*\"|-?\\d+(\\.\\d+)?|true|false)");
    private static final Pattern KEY = Pattern.compile("\"[a-zA-Z-]+\"(?=:)");

    private static final List<BiFunction<String, Random, byte[]>> MUTATIONS = List.of(
            (text, random) -> utf8(replaced(NUMBER, text, random, any(NUMBERS, random))),
            (text, random) -> utf8(replaced(VALUE, text, random, any(VALUES, random))),
            (text, random) -> utf8(replaced(VALUE, text, random, any(VALUES, random))),
            (text, random) -> utf8(replaced(KEY, text, random, '"' + any(KEYS, random) + '"')),
            (text, random) -> utf8(replaced(KEY, text, random, text.substring(0, 1))),
            (text, random) -> utf8(repeatedField(text, random)),
            (text, random) -> utf8(text.substring(0, random.nextInt(text.length()))),
            (text, random) -> utf8(text + any(List.of("{}", ",", "]", "// end", "\u0000", text, "\ufeff"), random)),
            (text, random) -> utf8(without(text, random)),
            (text, random) ->
                    utf8(inserted(text, random, any(List.of(",", "{", "}", "\"", "\u0000", "\u001b[2J", ":"), random))),
            (text, random) -> utf8(inserted(text, random, text.substring(random.nextInt(text.length())))),
            (text, random) -> utf8(replaced(NUMBER, text, random, nested(random))),
            (text, random) -> flipped(utf8(text), random),
            (text, random) -> noise(random),
            (text, random) -> utf8(words(random)),
            (text, random) -> text.getBytes(any(
                    List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_16LE, StandardCharsets.ISO_8859_1), random)),
            (text, random) -> utf8(any(
                    List.of("", " ", "\n\n", "\ufeff", "[]", "null", "0", "\"\"", "{}", "[{}]", "{", "%PDF-1.7"),
                    random)));

    @TempDir
    private Path directory = Path.of("");

    private static <T> T any(List<T> choices, Random random) {
        return choices.get(random.nextInt(choices.size()));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String replaced(Pattern what, String text, Random random, String by) {
        List<int[]> places = new ArrayList<>();
        for (Matcher matcher = what.matcher(text); matcher.find(); ) {
            places.add(new int[] {matcher.start(), matcher.end()});
        }
        int[] place = any(places, random);
        return text.substring(0, place[0]) + by + text.substring(place[1]);
    }

    private static String repeatedField(String text, Random random) {
        Matcher field =
                Pattern.compile("\"[a-z-]+\": (\"[^\"]*\"|\\d+(\\.\\d+)?), ").matcher(text);
        return field.find(random.nextInt(text.length() / 2)) ? inserted(text, field.end(), field.group()) : text;
    }

    private static String inserted(String text, int place, String what) {
        return text.substring(0, place) + what + text.substring(place);
    }

    private static String inserted(String text, Random random, String what) {
        return inserted(text, random.nextInt(text.length()), what);
    }

    private static String without(String text, Random random) {
        int from = random.nextInt(text.length());
        return text.substring(0, from) + text.substring(Math.min(text.length(), from + 1 + random.nextInt(40)));
    }

    private static String nested(Random random) {
        int depth = any(List.of(10, 33, 1_000, 100_000), random);
        return any(List.of("[", "{\"a\":"), random).repeat(depth);
    }

    private static byte[] flipped(byte[] bytes, Random random) {
        for (int i = 0; i <= random.nextInt(4); i++) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return bytes;
    }

    private static byte[] noise(Random random) {
        byte[] bytes = new byte[random.nextInt(2_000)];
        random.nextBytes(bytes);
        return bytes;
    }

    private static String words(Random random) {
        List<String> tokens =
                List.of("{", "}", "[", "]", ",", ":", "\"format\"", "\"roi-scorecard/1\"", "1", "null", "true", " ");
        StringBuilder text = new StringBuilder("{");
        for (int i = random.nextInt(60); i > 0; i--) {
            text.append(any(tokens, random));
        }
        return text.toString();
    }

    @Test
    void each_is_reviewed_whole_or_refused_with_reasons_and_nothing_in_between() throws IOException {
        List<String> seeds = List.of(
                Cards.card("tests"),
                Cards.portfolio("a", "b"),
                Files.readString(Path.of("../roi-examples/data/first/scorecard.json")));
        JsonSchemaFactory schemas = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
        JsonSchema one = schemas.getSchema(Schema.REVIEW.text());
        JsonSchema several = schemas.getSchema(Schema.PORTFOLIO_REVIEW.text());
        Random random = new Random(SEED);
        Map<String, Integer> codes = new TreeMap<>();
        int reviewed = 0;
        for (int i = 0; i < TRIES; i++) {
            byte[] input = any(MUTATIONS, random).apply(any(seeds, random), random);
            Ran ran = i % 20 == 0 ? fromFile(input) : Ran.reading(input, "review", "-", "--format", "json");
            String what = "try %d of seed %d".formatted(i, SEED);
            if (ran.status() == Status.DONE) {
                reviewed++;
                JsonSchema schema = ran.out().contains("roi-portfolio-review/1") ? several : one;
                assertThat(schema.validate(ran.done(), InputFormat.JSON))
                        .as(what)
                        .isEmpty();
            } else {
                refused(what, ran).forEach(code -> codes.merge(code, 1, Integer::sum));
            }
        }
        assertThat(reviewed).as("inputs that stayed valid").isBetween(TRIES / 50, TRIES / 2);
        assertThat(codes.keySet()).as("the faults that were met").contains(FAULTS_TO_MEET);
    }

    private Ran fromFile(byte[] input) throws IOException {
        Path file = Files.write(directory.resolve("input.json"), input);
        Ran ran = Ran.of("review", file.toString(), "--format", "json");
        return new Ran(ran.status(), ran.out(), ran.err().replace(file.toString(), "standard input"));
    }

    private static List<String> refused(String what, Ran ran) {
        List<String> lines =
                ran.refused().replace("standard input", "input").lines().toList();
        assertThat(lines).as(what).isNotEmpty();
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Matcher fault = FAULT.matcher(lines.get(i));
            boolean count = lines.size() > 1 && i == lines.size() - 1;
            if (count) {
                assertThat(lines.get(i)).as(what).matches(COUNT);
            } else {
                assertThat(fault.matches()).as("%s: %s", what, lines.get(i)).isTrue();
                assertThat(TRACE.matcher(lines.get(i)).find())
                        .as("%s: %s", what, lines.get(i))
                        .isFalse();
                codes.add(fault.group(1));
            }
        }
        return codes;
    }

    @Test
    void what_is_no_document_at_all_is_refused() throws IOException {
        Path binary = Files.write(directory.resolve("binary.json"), classFile());
        Path empty = Files.createFile(directory.resolve("empty.json"));
        Path folder = Files.createDirectory(directory.resolve("folder.json"));
        assertThat(Ran.of("review", binary.toString()).refused()).startsWith("ROI-D03 " + binary + ":1:1: ");
        assertThat(Ran.of("review", empty.toString()).refused()).startsWith("ROI-D02 " + empty + ":1:1: ");
        assertThat(Ran.of("review", folder.toString()).refused())
                .isEqualTo("ROI-D01 %s: the directory has no `*.json` file\n".formatted(folder));
        assertThat(Ran.of("review", directory.toString()).refused()).endsWith("2 faults; nothing was written\n");
    }

    private static byte[] classFile() throws IOException {
        try (var stream = HostileInputTest.class.getResourceAsStream("HostileInputTest.class")) {
            assertThat(stream).isNotNull();
            return stream.readAllBytes();
        }
    }
}
