package dev.roi.rules.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roi.core.Keyword;
import dev.roi.rules.BuiltInMonths;
import dev.roi.rules.assessment.Assessment;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FactTypeTest {

    @Test
    void every_record_of_facts_is_a_type_that_rules_can_name() {
        assertThat(Stream.of(FactType.values()).map(FactType::word).toList())
                .containsExactlyElementsOf(Arrays.stream(Fact.class.getDeclaredClasses())
                        .filter(Class::isRecord)
                        .map(Class::getSimpleName)
                        .sorted(java.util.Comparator.comparing(
                                Stream.of(FactType.values()).map(FactType::word).toList()::indexOf))
                        .toList());
    }

    @ParameterizedTest
    @EnumSource
    void the_fields_of_a_type_are_the_components_of_its_record_that_are_not_behind_it(FactType type) {
        assertThat(Arrays.stream(type.record().getRecordComponents())
                        .filter(component -> !component.isAnnotationPresent(Behind.class))
                        .map(RecordComponent::getName))
                .containsExactlyElementsOf(type.fields().keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"coding-agent", "assistant"})
    void a_field_reads_what_its_component_holds_and_finds_it_again_by_its_word(String policy) {
        Set<FieldKind> seen = EnumSet.noneOf(FieldKind.class);
        for (Assessment assessment : BuiltInMonths.assessments(policy)) {
            for (Fact fact : assessment.facts()) {
                for (Field field : fact.type().fields().values()) {
                    Object held = field.of(fact);
                    seen.add(field.kind());
                    if (field.kind() != FieldKind.NUMBER) {
                        assertThat(field.value(field.text(fact))).contains(held);
                    }
                    if (held instanceof Keyword constant) {
                        assertThat(field.words()).contains(constant.word());
                    }
                }
            }
        }
        assertThat(seen).contains(FieldKind.INDICATOR, FieldKind.BLOCK, FieldKind.WORD, FieldKind.NAME, FieldKind.FLAG);
    }

    @Test
    void numbers_say_what_they_count_and_nothing_else_does() {
        for (FactType type : FactType.values()) {
            for (Field field : type.fields().values()) {
                assertThat(field.measure().isPresent())
                        .as("%s.%s", type.word(), field)
                        .isEqualTo(field.kind() == FieldKind.NUMBER);
            }
        }
    }
}
