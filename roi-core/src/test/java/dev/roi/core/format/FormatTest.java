package dev.roi.core.format;

import static dev.roi.core.format.Field.field;
import static dev.roi.core.format.Field.maybe;
import static dev.roi.core.format.Field.usually;
import static dev.roi.core.format.Shape.flag;
import static dev.roi.core.format.Shape.list;
import static dev.roi.core.format.Shape.number;
import static dev.roi.core.format.Shape.object;
import static dev.roi.core.format.Shape.text;
import static dev.roi.core.format.Shape.word;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roi.core.Level;
import dev.roi.core.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FormatTest {

    /** A place, and those within it. */
    record Site(String name, Optional<Level> level, boolean isOpen, List<Site> within) {}

    private static final Shape<Site> SITE = site();

    private static Shape<Site> site() {
        Field<Site, String> name = field("name", "What it is called.", text(), Site::name);
        Field<Site, Optional<Level>> level =
                field("level", "How wide it is.", word(Level.class).orNull(), Site::level);
        Shape<Site> inner = object("One within.", name, level).named("inner");
        return object(
                "A site.",
                Format.says("roi-site/1"),
                name,
                level,
                usually("open", "Whether it is.", flag(), true, Site::isOpen),
                field("within", "Those within.", list(inner), Site::within),
                maybe(
                        "first",
                        "The first of them.",
                        inner,
                        site -> site.within().stream().findFirst()));
    }

    @Test
    void a_schema_says_what_the_description_says_and_each_named_shape_once() {
        assertThat(Json.write(Format.strict("roi-site/1", "Site", SITE).schema()))
                .isEqualTo("""
                {
                  "$schema": "https://json-schema.org/draft/2020-12/schema",
                  "$id": "https://roi.dev/schema/roi-site-1.json",
                  "title": "Site",
                  "description": "A site.",
                  "type": "object",
                  "properties": {
                    "format": {
                      "const": "roi-site/1",
                      "description": "What the document is, and of which version."
                    },
                    "name": {
                      "type": "string",
                      "pattern": "\\\\S",
                      "description": "What it is called."
                    },
                    "level": {
                      "enum": [
                        "workflow",
                        "team",
                        "portfolio",
                        null
                      ],
                      "description": "How wide it is."
                    },
                    "open": {
                      "type": "boolean",
                      "description": "Whether it is.",
                      "default": true
                    },
                    "within": {
                      "type": "array",
                      "items": {
                        "$ref": "#/$defs/inner"
                      },
                      "description": "Those within."
                    },
                    "first": {
                      "$ref": "#/$defs/inner",
                      "description": "The first of them."
                    }
                  },
                  "required": [
                    "format",
                    "name",
                    "level",
                    "within"
                  ],
                  "additionalProperties": false,
                  "$defs": {
                    "inner": {
                      "description": "One within.",
                      "type": "object",
                      "properties": {
                        "name": {
                          "type": "string",
                          "pattern": "\\\\S",
                          "description": "What it is called."
                        },
                        "level": {
                          "enum": [
                            "workflow",
                            "team",
                            "portfolio",
                            null
                          ],
                          "description": "How wide it is."
                        }
                      },
                      "required": [
                        "name",
                        "level"
                      ],
                      "additionalProperties": false
                    }
                  }
                }
                """);
    }

    @Test
    void only_a_format_that_may_not_grow_forbids_other_keys() {
        assertThat(Format.growing("roi-site/1", "Site", SITE).schema()).doesNotContainKey("additionalProperties");
    }

    @Test
    void a_document_within_another_one_is_whole_there() {
        Format<Site> site = Format.growing("roi-site/1", "Site", SITE);
        Format<List<Site>> sites = Format.growing(
                "roi-sites/1", "Sites", object("Sites.", field("sites", "All of them.", list(site), all -> all)));

        Map<String, Object> schema = sites.schema();

        assertThat(schema.get("$defs")).isEqualTo(Map.of("site", site.schema()));
        assertThat(Json.write(schema)).contains("\"$ref\": \"https://roi.dev/schema/roi-site-1.json\"");
    }

    @Test
    void the_forms_of_an_object_are_alternatives_in_its_schema() {
        Field<Site, Optional<String>> name = maybe("name", "What it is called.", text());
        Field<Site, Optional<String>> note = maybe("note", "A remark.", text());
        Shape<Site> shape = object(
                "A site.",
                List.of(
                        new Form<>("Named", List.of(name), List.of(note)),
                        new Form<>("Not named", List.of(note), List.of())),
                read -> Optional.empty(),
                name,
                note);
        Shape<Site> either = Shape.either("A site or nothing.", any -> shape, Shape.nothing(), shape);

        Field<Site, Site> only = field("site", "It.", either);
        Format<Site> format = Format.strict("roi-site/1", "Site", object("One.", read -> read.find(only), only));

        assertThat(Json.write(format.schema())).contains("""
                      "oneOf": [
                        {
                          "type": "null"
                        },
                        {
                          "title": "Named",
                          "type": "object",
                """).contains("""
                          "required": [
                            "note"
                          ],
                          "additionalProperties": false
                """);
    }

    @Test
    void an_example_of_a_number_is_a_number_and_one_of_a_list_is_left_out() {
        Shape<Site> shape = object(
                "A site.",
                any -> Optional.empty(),
                field("size", "Its size.", number().suchAs("2.5")),
                field("names", "Its names.", list(text()).suchAs("[a, b]")));

        assertThat(Json.write(Format.strict("roi-site/1", "Site", shape).schema()))
                .contains("2.5")
                .doesNotContain("[a, b]");
    }
}
