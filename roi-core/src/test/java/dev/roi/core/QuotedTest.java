package dev.roi.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuotedTest {

    @Test
    void what_can_be_seen_is_cited_as_it_is() {
        assertThat(Quoted.of("équipe \uD83D\uDE00")).isEqualTo("`équipe \uD83D\uDE00`");
    }

    @Test
    void what_cannot_be_seen_is_written_as_an_escape() {
        assertThat(Quoted.of("a\nb\u202e\u2028\u0000")).isEqualTo("`a\\u000Ab\\u202E\\u2028\\u0000`");
        assertThat(Quoted.of("\ud83d")).isEqualTo("`\\uD83D`");
    }

    @Test
    void a_long_text_is_cut() {
        assertThat(Quoted.of("x".repeat(80))).isEqualTo("`" + "x".repeat(80) + "`");
        assertThat(Quoted.of("x".repeat(81))).isEqualTo("`" + "x".repeat(80) + "…`");
        assertThat(Quoted.visible("abc", 2)).isEqualTo("ab…");
    }
}
