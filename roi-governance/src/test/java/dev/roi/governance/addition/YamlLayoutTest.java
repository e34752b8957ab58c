package dev.roi.governance.addition;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class YamlLayoutTest {

    private static final Entry RULE = Entry.of("added")
            .with("headline", "\"new\"")
            .with("text", "\"Something new.\"")
            .remark("say it");

    private static String item(String text) {
        return new YamlLayout(text).item("reasons", "added").text();
    }

    @Test
    void an_item_stands_after_the_last_one_whatever_follows_it() {
        assertThat(item("""
                reasons: # in order
                  # to stop
                  - leak

                  # worth knowing
                  - "quoted"   # why

                # What comes next.
                origin: {}
                """)).isEqualTo("""
                reasons: # in order
                  # to stop
                  - leak

                  # worth knowing
                  - "quoted"   # why
                  - added

                # What comes next.
                origin: {}
                """);
    }

    @Test
    void a_list_may_begin_in_the_first_column_and_a_file_may_end_without_an_end_of_line() {
        assertThat(item("reasons:\n- leak\nowner: us")).isEqualTo("reasons:\n- leak\n- added\nowner: us\n");
        assertThat(item("owner: us\nreasons:\n    - leak")).isEqualTo("owner: us\nreasons:\n    - leak\n    - added\n");
    }

    @Test
    void ends_of_lines_stay_what_they_are() {
        assertThat(item("reasons:\r\n  - leak\r\nowner: us\r\n"))
                .isEqualTo("reasons:\r\n  - leak\r\n  - added\r\nowner: us\r\n");
    }

    @Test
    void a_list_in_brackets_is_added_to_within_them() {
        assertThat(item("reasons: [leak, \"a ] # b\", it's]  # [why]\nowner: us\n"))
                .isEqualTo("reasons: [leak, \"a ] # b\", it's, added]  # [why]\nowner: us\n");
        assertThat(item("reasons: []\n")).isEqualTo("reasons: [added]\n");
        assertThat(item("reasons:\n  [ leak, # why ]\n    few,\n  ]\n"))
                .isEqualTo("reasons:\n  [ leak, # why ]\n    few, added\n  ]\n");
        assertThat(item("reasons: [\n  leak,\n  few # why\n]\n"))
                .isEqualTo("reasons: [\n  leak,\n  few, added # why\n]\n");
    }

    @Test
    void an_entry_is_indented_as_its_neighbours_are_and_stands_apart_where_they_do() {
        assertThat(new YamlLayout(
                                "rules:\n    leak:\n        text: >-\n            It\n\n            # leaks\n\n    few:\n        text: x\n\ntopics: {}\n")
                        .entry("rules", RULE)
                        .text())
                .isEqualTo(
                        "rules:\n    leak:\n        text: >-\n            It\n\n            # leaks\n\n    few:\n        text: x\n\n"
                                + "    # TODO say it\n    added:\n      headline: \"new\"\n      text: \"Something new.\"\n\ntopics: {}\n");
    }

    @Test
    void an_entry_stands_after_the_one_that_it_belongs_to() {
        assertThat(new YamlLayout("indicators:\n  # use\n  prompts: { name: x }\n  # money\n  cost: { name: y }\n")
                        .entryAfter("indicators", "prompts", Entry.of("added", "x"))
                        .text())
                .isEqualTo(
                        "indicators:\n  # use\n  prompts: { name: x }\n  added: x\n  # money\n  cost: { name: y }\n");
    }

    @Test
    void an_object_in_braces_is_added_to_within_them() {
        assertThat(new YamlLayout("rules: { leak: { text: x } }\n")
                        .entry("rules", RULE)
                        .text())
                .isEqualTo("rules: { leak: { text: x }, added: { headline: \"new\", text: \"Something new.\" } }\n");
        assertThat(new YamlLayout("rules: {}\n")
                        .entry("rules", Entry.of("added", "x"))
                        .text())
                .isEqualTo("rules: { added: x }\n");
    }

    @Test
    void an_object_that_is_not_there_is_made_at_the_end() {
        assertThat(new YamlLayout("title: x")
                        .entry("rules", Entry.of("added", "x"))
                        .text())
                .isEqualTo("title: x\n\nrules:\n  added: x\n");
    }

    @Test
    void an_entry_of_the_file_itself_stands_at_its_end() {
        assertThat(new YamlLayout("a.b: { value: 1 }\nc.d: { value: 2 }\n")
                        .entry(Entry.of("e.f", "x"))
                        .text())
                .isEqualTo("a.b: { value: 1 }\nc.d: { value: 2 }\ne.f: x\n");
        assertThat(new YamlLayout("# all\na.b:\n  value: 1\n\nc.d:\n  value: 2\n")
                        .entry(Entry.of("e.f", "x"))
                        .text())
                .isEqualTo("# all\na.b:\n  value: 1\n\nc.d:\n  value: 2\n\ne.f: x\n");
    }
}
