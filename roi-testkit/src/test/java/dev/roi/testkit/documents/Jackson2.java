package dev.roi.testkit.documents;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What mappers of an application's Jackson 2 make of everything. */
public final class Jackson2 {

    private Jackson2() {}

    /** What came out otherwise; runs under the Jackson that is on the class path with it. */
    public static List<String> wrong() throws JsonProcessingException {
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
        mappers.put("a plain mapper", new ObjectMapper());
        mappers.put("a mapper with modules", new ObjectMapper().findAndRegisterModules());
        mappers.put(
                "a mapper that leaves out nulls",
                new ObjectMapper()
                        .setDefaultPropertyInclusion(JsonInclude.Value.construct(
                                JsonInclude.Include.NON_EMPTY, JsonInclude.Include.NON_NULL)));
        mappers.put(
                "a mapper with names, an order and views of its own",
                JsonMapper.builder()
                        .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                        .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                        .disable(MapperFeature.DEFAULT_VIEW_INCLUSION)
                        .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
                        .build());
        mappers.put(
                "a mapper that looks at fields",
                new ObjectMapper()
                        .setVisibility(PropertyAccessor.ALL, JsonAutoDetect.Visibility.NONE)
                        .setVisibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.ANY));
        return mappers;
    }
}
