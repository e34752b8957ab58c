package dev.roi.core.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roi.core.Fault;
import dev.roi.core.InvalidInput;
import dev.roi.core.SmallPolicy;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Whatever comes in, it is read, or refused with a place: never anything else. */
class HostileInputsTest {

    private static final int INPUTS = 10_000;
    private static final long SEED = 20_260_501L;

    private static final Scorecards READER = Scorecards.checkedAgainst(PolicyLookup.always(SmallPolicy.indicators()));
    private static final Pattern VALUE =
            Pattern.compile("\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\"|-?[0-9.]+|true|false|null|[\\[{][^\\[{}\\]]*[}\\]]");
    private static final Pattern TRACE_OF_A_PROGRAM = Pattern.compile(
            "Exception|\\bjava\\b|com\\.|org\\.|dev\\.roi|jackson|Token|Optional|REDACTED", Pattern.CASE_INSENSITIVE);

    private static final List<String> NASTY = List.of(
            "1e400",
            "-1e400",
            "1e999999999999",
            "1e-400",
            "0.1e-3",
            "00",
            "-",
            "NaN",
            "-Infinity",
            "9".repeat(2_000),
            "null",
            "true",
            "[]",
            "{}",
            "[[]]",
            "\"\"",
            "\" \"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"é\u202e\uD83D\uDE00\"",
            "\"" + "x".repeat(20_000) + "\"",
            "[".repeat(1_000),
            "[".repeat(1_000) + "]".repeat(1_000),
            "{\"a\":".repeat(40) + "1" + "}".repeat(40),
            "{\"value\":1,\"value\":2}",
            "{\"unknown\":\"no-cases\"}",
            "{\"unknown\":\"not-due\"}",
            "{\"numerator\":0,\"denominator\":0}",
            "{\"numerator\":1,\"denominator\":0}",
            "{\"value\":1,\"unit\":\"USD\"}",
            "{\"value\":1,\"by\":{\"team\":{\"~/\":1}}}",
            "// comment\n",
            "\u0000",
            "\uFEFF",
            "2026-02",
            "\"2026-02\"",
            "\"0000-01\"",
            "\"9999-12\"",
            "5",
            "&a",
            "*a",
            "!!binary x",
            "!!java.net.URL [x]",
            "<<: 1",
            "? ",
            "---\n",
            "%TAG ! x",
            "|9",
            "1:".repeat(5_000) + "1",
            "0x" + "f".repeat(600),
            "0b" + "1".repeat(600),
            "- ".repeat(50),
            "0",
            "-0.0");

    private static String text(String resource) throws IOException {
        try (InputStream stream =
                Objects.requireNonNull(HostileInputsTest.class.getResourceAsStream(resource), resource)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void every_input_is_read_or_refused_with_a_place() throws IOException {
        String scorecard = text("scorecard.json");
        String portfolio =
                "{\"format\":\"roi-portfolio/1\",\"scorecards\":[" + scorecard + "," + ScorecardsTest.card("b") + "]}";
        List<String> bases = List.of(scorecard, portfolio, ScorecardsTest.card("a"));
        Random random = new Random(SEED);
        int read = 0;
        for (int i = 0; i < INPUTS; i++) {
            byte[] input = mutated(bases.get(random.nextInt(bases.size())), random);
            if (isRead(input, i)) {
                read++;
            }
        }
        assertThat(read).as("inputs that were read").isBetween(INPUTS / 100, INPUTS / 2);
    }

    /** A document of more than a quarter of the bytes that are allowed is read as a tree from its beginning. */
    @Test
    void what_is_read_from_tokens_is_what_a_tree_gives() throws IOException {
        String scorecard = text("scorecard.json");
        String portfolio =
                "{\"format\":\"roi-portfolio/1\",\"scorecards\":[" + scorecard + "," + ScorecardsTest.card("b") + "]}";
        List<String> bases = List.of(scorecard, portfolio, ScorecardsTest.card("a"));
        Random random = new Random(SEED + 1);
        int read = 0;
        for (int i = 0; i < INPUTS / 4; i++) {
            byte[] input = random.nextInt(4) == 0
                    ? withAnotherValue(bases.get(random.nextInt(bases.size())), random)
                            .getBytes(StandardCharsets.UTF_8)
                    : mutated(bases.get(random.nextInt(bases.size())), random);
            Limits least = new Limits(
                    2L * input.length + 2,
                    Limits.SCORECARD.depth(),
                    Limits.SCORECARD.values(),
                    Limits.SCORECARD.textCharacters(),
                    Limits.SCORECARD.keyCharacters(),
                    Limits.SCORECARD.decimals());
            Object asTokens = outcome(READER, input);
            assertThat(asTokens).as("input %d", i).isEqualTo(outcome(READER.within(least), input));
            if (!(asTokens instanceof String)) {
                read++;
            }
        }
        assertThat(read).as("inputs that were read").isGreaterThan(INPUTS / 200);
    }

    /** What was read, or what is wrong, in words; one by one and together. */
    private static Object outcome(Scorecards reader, byte[] input) {
        List<Object> oneByOne = new ArrayList<>();
        try {
            reader.readEach(Source.of("f.json", new ByteArrayInputStream(input)), oneByOne::add);
        } catch (InvalidInput refused) {
            oneByOne.add(refused.faults().toString());
        }
        try {
            return List.of(oneByOne, reader.read("f.json", new ByteArrayInputStream(input)));
        } catch (InvalidInput refused) {
            return oneByOne + refused.faults().toString();
        }
    }

    @Test
    void every_yaml_document_is_read_or_refused_with_a_place() {
        String base = """
            # thresholds
            id: coding-agent
            rules:
              - id: low-adoption
                limit: -0.5   # why
                "quoted": 'it''s'
              - { id: x, list: [1, 2, three] }
            text: |
              two
              lines
            folded: >-
              one
            empty:
            """;
        Random random = new Random(SEED);
        int read = 0;
        for (int i = 0; i < INPUTS / 2; i++) {
            byte[] input = mutated(base, random);
            Faults faults = new Faults();
            Optional<Node> root = Documents.yaml("f.json", input, Limits.POLICY, faults);
            assertThat(root.isPresent() || !faults.isEmpty()).as("input %d", i).isTrue();
            for (Fault fault : faults.list()) {
                if (!isForPeople(fault)) {
                    throw new AssertionError("input %d: %s".formatted(i, fault));
                }
            }
            if (faults.isEmpty()) {
                read++;
            }
        }
        assertThat(read).as("documents that were read").isBetween(INPUTS / 100, INPUTS / 4);
    }

    private static boolean isRead(byte[] input, int number) {
        try {
            Input read = READER.read("f.json", new ByteArrayInputStream(input));
            assertThat(read.scorecards()).as("input %d", number).isNotEmpty();
            String document = new String(input, StandardCharsets.UTF_8).replace("\uFEFF", "");
            Schema schema = read.fold(one -> Schema.SCORECARD, several -> Schema.PORTFOLIO);
            assertThat(Schemas.faults(schema, document))
                    .as("input %d: %s", number, document)
                    .isEmpty();
            return true;
        } catch (InvalidInput refused) {
            assertThat(refused.faults()).isNotEmpty();
            for (Fault fault : refused.faults()) {
                if (!isForPeople(fault)) {
                    throw new AssertionError("input %d: %s".formatted(number, fault));
                }
            }
            return false;
        }
    }

    /** On one line, with a place, and without a trace of the program. */
    private static boolean isForPeople(Fault fault) {
        boolean placed = fault.place().line() > 0 || fault.code().equals("ROI-D11");
        String line = fault.toString();
        return placed
                && fault.place().source().equals("f.json")
                && line.indexOf('\n') < 0
                && line.indexOf('\r') < 0
                && !TRACE_OF_A_PROGRAM.matcher(fault.message()).find();
    }

    private static byte[] mutated(String base, Random random) {
        String text = base;
        int steps = 1 + random.nextInt(3);
        for (int i = 0; i < steps; i++) {
            text = switch (random.nextInt(8)) {
                case 0 -> text.substring(0, random.nextInt(text.length() + 1));
                case 1 -> withAnotherValue(text, random);
                case 2 -> withAnotherValue(text, random);
                case 3 -> withACharacter(text, random);
                case 4 -> withoutSome(text, random);
                case 5 -> withSomeTwice(text, random);
                case 6 -> noise(random);
                default -> withKeysSwapped(text, random);
            };
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return switch (random.nextInt(10)) {
            case 0 -> withWrongBytes(bytes, random);
            case 1 -> text.getBytes(random.nextBoolean() ? StandardCharsets.UTF_16 : StandardCharsets.ISO_8859_1);
            default -> bytes;
        };
    }

    private static String withAnotherValue(String text, Random random) {
        List<MatchResult> values = new ArrayList<>();
        Matcher matcher = VALUE.matcher(text);
        while (matcher.find()) {
            values.add(matcher.toMatchResult());
        }
        if (values.isEmpty()) {
            return text;
        }
        MatchResult chosen = values.get(random.nextInt(values.size()));
        String other = random.nextBoolean()
                ? NASTY.get(random.nextInt(NASTY.size()))
                : values.get(random.nextInt(values.size())).group();
        return text.substring(0, chosen.start()) + other + text.substring(chosen.end());
    }

    private static String withACharacter(String text, Random random) {
        int at = random.nextInt(text.length() + 1);
        String characters = "{}[]\",:\\ \n\t\u0001eE+-.0123456789/*#'é\u2028";
        return text.substring(0, at) + characters.charAt(random.nextInt(characters.length())) + text.substring(at);
    }

    private static String withoutSome(String text, Random random) {
        int from = random.nextInt(text.length() + 1);
        int to = Math.min(text.length(), from + 1 + random.nextInt(20));
        return text.substring(0, from) + text.substring(to);
    }

    private static String withSomeTwice(String text, Random random) {
        List<String> lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
        lines.add(random.nextInt(lines.size()), lines.get(random.nextInt(lines.size())));
        return String.join("\n", lines);
    }

    private static String withKeysSwapped(String text, Random random) {
        List<String> words = List.of("value", "unknown", "readings", "month", "lead-time", "nps", "by", "format");
        String one = words.get(random.nextInt(words.size()));
        String other = words.get(random.nextInt(words.size()));
        return text.replace("\"" + one + "\"", "\"" + other + "\"");
    }

    private static String noise(Random random) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(40);
        for (int i = 0; i < length; i++) {
            text.append(
                    random.nextBoolean()
                            ? NASTY.get(random.nextInt(NASTY.size()))
                            : Character.toString(random.nextInt(0xD800)));
        }
        return text.toString();
    }

    private static byte[] withWrongBytes(byte[] bytes, Random random) {
        byte[] wrong = bytes.clone();
        for (int i = 0; i < 3 && wrong.length > 0; i++) {
            wrong[random.nextInt(wrong.length)] = (byte) random.nextInt(256);
        }
        return wrong;
    }
}
