package dev.roi.core.format;

import static dev.roi.core.format.Field.field;
import static dev.roi.core.format.Field.maybe;
import static dev.roi.core.format.Field.usually;
import static dev.roi.core.format.Shape.count;
import static dev.roi.core.format.Shape.flag;
import static dev.roi.core.format.Shape.list;
import static dev.roi.core.format.Shape.map;
import static dev.roi.core.format.Shape.month;
import static dev.roi.core.format.Shape.number;
import static dev.roi.core.format.Shape.object;
import static dev.roi.core.format.Shape.set;
import static dev.roi.core.format.Shape.text;
import static dev.roi.core.format.Shape.whole;
import static dev.roi.core.format.Shape.wholeMap;
import static dev.roi.core.format.Shape.word;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roi.core.Decision;
import dev.roi.core.Exact;
import dev.roi.core.Level;
import dev.roi.core.Message;
import dev.roi.core.format.Plainly.Result;
import dev.roi.core.json.Json;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ShapeTest {

    /** A thing with a field of every presence. */
    record Plan(String title, Exact cost, Optional<YearMonth> due, boolean isOpen, List<String> steps) {}

    private static final Field<Plan, String> TITLE =
            field("title", "What it is called.", text().suchAs("moving house"), Plan::title);
    private static final Field<Plan, Exact> COST = field("cost", "What it costs.", number().suchAs("30"), Plan::cost);
    private static final Field<Plan, Optional<YearMonth>> DUE = maybe("due", "When it ends.", month(), Plan::due);
    private static final Field<Plan, Boolean> OPEN = usually("open", "Whether it goes on.", flag(), true, Plan::isOpen);
    private static final Field<Plan, List<String>> STEPS =
            usually("steps", "What is done.", list(text()), List.of(), Plan::steps);

    private static final Shape<Plan> PLAN = object("A plan.", ShapeTest::plan, TITLE, COST, DUE, OPEN, STEPS);

    private static Optional<Plan> plan(Read<Plan> read) {
        if (!read.isSound()) {
            return Optional.empty();
        }
        if (read.get(COST).signum() < 0) {
            read.object(COST, new Objection("ROI-T02", Message.of("below zero"), Message.of("Earn less.")));
            return Optional.empty();
        }
        return Optional.of(new Plan(read.get(TITLE), read.get(COST), read.get(DUE), read.get(OPEN), read.get(STEPS)));
    }

    private static Plan full() {
        return new Plan("a", Exact.of("2.50"), Optional.of(YearMonth.of(2026, 5)), false, List.of("x", "y"));
    }

    @Test
    void what_is_written_is_read_again() {
        String written = Json.write(PLAN, full());

        assertThat(written).isEqualTo("""
                {
                  "title": "a",
                  "cost": 2.5,
                  "due": "2026-05",
                  "open": false,
                  "steps": [
                    "x",
                    "y"
                  ]
                }
                """);
        assertThat(Plainly.read(PLAN, written)).isEqualTo(new Result<>(Optional.of(full()), List.of()));
    }

    @Test
    void what_is_empty_is_left_out_and_what_is_left_out_is_as_usual() {
        Plan plain = new Plan("a", Exact.ONE, Optional.empty(), true, List.of());

        assertThat(Json.write(PLAN, plain)).isEqualTo("""
                {
                  "title": "a",
                  "cost": 1,
                  "open": true
                }
                """);
        assertThat(Plainly.read(PLAN, "{\"cost\": 1, \"title\": \"a\"}"))
                .isEqualTo(new Result<>(Optional.of(plain), List.of()));
    }

    @Test
    void everything_that_is_wrong_is_said_at_once_where_it_stands() {
        Result<Plan> result = Plainly.read(PLAN, """
                {
                  "titel": "a",
                  "cost": "much",
                  "due": "May",
                  "open": 1,
                  "steps": ["x", 2, " "]
                }
                """);

        assertThat(result.value()).isEmpty();
        assertThat(result.faults())
                .containsExactly(
                        "2:3 /titel: unknown: titel Did you mean `title`?",
                        "3:11 /cost: a number wanted, a text found such as 30",
                        "4:10 /due: unlike: May",
                        "5:11 /open: true or false wanted, a number found",
                        "6:18 /steps/1: a text wanted, a number found",
                        "6:21 /steps/2: a text wanted, a text found");
    }

    @Test
    void what_is_missing_is_said_of_the_object_with_an_example() {
        assertThat(Plainly.read(PLAN, "{}").faults())
                .containsExactly("1:1 : missing: cost 30", "1:1 : missing: title moving house");
        assertThat(Plainly.read(PLAN, "[]").faults()).containsExactly("1:1 : an object wanted, a list found");
    }

    @Test
    void what_goes_wrong_when_an_object_is_made_is_said_of_its_field() {
        assertThat(Plainly.read(PLAN, "{\"title\": \"a\", \"cost\": -1}").faults())
                .containsExactly("1:24 /cost: below zero Earn less.");
    }

    @Test
    void a_field_that_could_not_be_read_is_there_and_has_its_usual_value() {
        Shape<Plan> lenient = object(
                "A plan.",
                read -> {
                    assertThat(read.isSound()).isFalse();
                    assertThat(read.has(OPEN)).isTrue();
                    assertThat(read.get(OPEN)).isTrue();
                    assertThat(read.has(COST)).isFalse();
                    assertThat(read.find(COST)).isEmpty();
                    assertThatThrownBy(() -> read.get(COST)).hasMessage("`cost` was not read");
                    return Optional.empty();
                },
                COST,
                OPEN);

        assertThat(Plainly.read(lenient, "{\"open\": 3}").faults()).hasSize(2);
    }

    @Test
    void a_number_beyond_the_limits_is_no_number_and_is_reported_once() {
        Result<List<Exact>> result = Plainly.read(list(number()), "[1e99, 2]");

        assertThat(result.value()).contains(List.of(Exact.of(2)));
        assertThat(result.faults()).hasSize(1);
    }

    @Test
    void a_whole_number_has_no_fraction_and_lies_between_its_ends() {
        assertThat(Plainly.read(whole(1, 3), "3").value()).contains(3L);
        assertThat(Plainly.read(list(whole(1, 3)), "[0, 1.5, 4]").faults())
                .containsExactly(
                        "1:2 /0: a whole number from 1 to 3 wanted, 0 found",
                        "1:5 /1: a whole number from 1 to 3 wanted, 1.5 found",
                        "1:10 /2: a whole number from 1 to 3 wanted, 4 found");
        assertThat(Plainly.read(count(), "-1").faults())
                .containsExactly("1:1 : a whole number from 0 to 2147483647 wanted, -1 found");
    }

    @Test
    void null_stands_for_nothing_only_where_it_may() {
        assertThat(Plainly.read(number().orNull(), "null"))
                .isEqualTo(new Result<>(Optional.of(Optional.empty()), List.of()));
        assertThat(Plainly.read(number(), "null").faults()).containsExactly("1:1 : a number wanted, null found");
        assertThat(Json.write(number().orNull(), Optional.empty())).isEqualTo("null\n");
        assertThat(Json.write(number().orNull(), Optional.of(Exact.ONE))).isEqualTo("1\n");
    }

    @Test
    void a_word_is_one_of_a_closed_set() {
        assertThat(Plainly.read(word(Decision.class), "\"stop\"").value()).contains(Decision.STOP);
        assertThat(Plainly.read(word(List.of(Level.TEAM)), "\"taem\"").faults())
                .containsExactly("1:1 : unlike: taem Did you mean `team`?");
        assertThat(Json.write(word(Decision.class), Decision.ADJUST)).isEqualTo("\"adjust\"\n");
    }

    @Test
    void in_a_set_a_second_item_of_the_same_is_refused() {
        Shape<List<String>> set =
                set(text(), (item, at) -> new Objection("ROI-T03", Message.verbatim(item + " again")));

        assertThat(Plainly.read(set, "[\"a\", \"b\", \"a\"]"))
                .isEqualTo(new Result<>(Optional.of(List.of("a", "b")), List.of("1:12 /2: a again")));
    }

    @Test
    void values_by_name_keep_their_order_and_a_wrong_name_is_said_of_the_key() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        counts.put("b", 1);
        counts.put("a", 2);
        Text<String> letter = Text.of(name -> Optional.of(name).filter(text -> text.length() == 1), name -> name);

        assertThat(Json.write(map(letter, count()), counts)).isEqualTo("""
                {
                  "b": 1,
                  "a": 2
                }
                """);
        assertThat(Plainly.read(map(letter, count()), "{\"b\": 1, \"cc\": \"x\", \"a\": 2}"))
                .isEqualTo(new Result<>(Optional.of(counts), List.of("1:10 /cc: unlike: cc")));
    }

    @Test
    void a_whole_map_is_read_whole_or_not_at_all() {
        assertThat(Plainly.read(wholeMap(text(), count()), "{\"a\": 1, \"b\": \"x\"}"))
                .isEqualTo(new Result<>(Optional.empty(), List.of("1:15 /b: a number wanted, a text found")));
    }

    @Test
    void the_kind_of_a_value_tells_which_shape_it_has() {
        Shape<Plan> bare = number().as(cost -> new Plan("-", cost, Optional.empty(), true, List.of()), Plan::cost);
        Shape<Plan> either = Shape.either(
                "A plan or its cost.", plan -> plan.title().equals("-") ? bare : PLAN, bare, Shape.nothing(), PLAN);

        assertThat(Plainly.read(either, "3").value().map(Plan::cost)).contains(Exact.of(3));
        assertThat(Plainly.read(either, "{\"title\": \"a\", \"cost\": 1}")
                        .value()
                        .map(Plan::title))
                .contains("a");
        assertThat(Plainly.read(either, "null")).isEqualTo(new Result<>(Optional.empty(), List.of()));
        assertThat(Plainly.read(either, "true").faults())
                .containsExactly("1:1 : a number or null or an object wanted, true or false found");
        assertThat(Json.write(either, new Plan("-", Exact.ONE, Optional.empty(), true, List.of())))
                .isEqualTo("1\n");
    }

    @Test
    void a_document_that_is_only_written_is_not_read_and_the_other_way_round() {
        Shape<Plan> written = object("A plan.", TITLE);
        Shape<Plan> read = object("A plan.", any -> Optional.empty(), field("title", "Its title.", text()));

        assertThatThrownBy(() -> Plainly.read(written, "{}")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> Json.write(read, full())).isInstanceOf(IllegalStateException.class);
    }
}
