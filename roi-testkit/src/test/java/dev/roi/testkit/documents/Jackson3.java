package dev.roi.testkit.documents;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** What mappers of an application's Jackson 3 make of everything. */
public final class Jackson3 {

    private Jackson3() {}

    /** What came out otherwise; runs under the Jackson that is on the class path with it. */
    public static List<String> wrong() {
        List<String> wrong = new ArrayList<>();
        Map<String, Object[]> all = Written.all();
        for (Map.Entry<String, ObjectMapper> mapper : mappers().entrySet()) {
            for (Map.Entry<String, Object[]> written : all.entrySet()) {
                Object document = written.getValue()[0];
                Object object = written.getValue()[1];
                String text = mapper.getValue().writeValueAsString(object);
                String tree = mapper.getValue().valueToTree(object).toString();
                if (!text.equals(document)) {
                    wrong.add("%s by %s".formatted(written.getKey(), mapper.getKey()));
                }
                if (!tree.equals(document)) {
                    wrong.add("%s as a tree by %s".formatted(written.getKey(), mapper.getKey()));
                }
            }
        }
        return wrong;
    }

    private static Map<String, ObjectMapper> mappers() {
        Map<String, ObjectMapper> mappers = new LinkedHashMap<>();
        mappers.put("a plain mapper", new JsonMapper());
        mappers.put(
                "a mapper that leaves out nulls",
                JsonMapper.builder()
                        .changeDefaultPropertyInclusion(any -> JsonInclude.Value.construct(
                                JsonInclude.Include.NON_EMPTY, JsonInclude.Include.NON_NULL))
                        .build());
        mappers.put(
                "a mapper with names of its own, that looks at fields",
                JsonMapper.builder()
                        .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                        .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                        .changeDefaultVisibility(any -> any.withFieldVisibility(JsonAutoDetect.Visibility.ANY)
                                .withGetterVisibility(JsonAutoDetect.Visibility.NONE))
                        .build());
        return mappers;
    }
}
