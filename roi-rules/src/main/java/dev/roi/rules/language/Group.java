package dev.roi.rules.language;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Elements that hold together, each of which may look at names that those before it give. */
final class Group {

    private Group() {}

    static Set<String> names(List<? extends Element> elements) {
        Set<String> given = new HashSet<>();
        Set<String> names = new HashSet<>();
        for (Element element : elements) {
            element.names().stream().filter(name -> !given.contains(name)).forEach(names::add);
            given.addAll(element.given());
        }
        return names;
    }

    static Set<String> given(List<? extends Element> elements) {
        return elements.stream().flatMap(element -> element.given().stream()).collect(Collectors.toSet());
    }

    static long combinations(List<? extends Element> elements) {
        long combinations = 1;
        for (Element element : elements) {
            combinations = Math.min(Integer.MAX_VALUE, combinations * element.combinations());
        }
        return combinations;
    }

    static String written(List<? extends Element> elements) {
        String all = elements.stream().map(Object::toString).collect(Collectors.joining(" and "));
        return elements.size() == 1 ? all : "( %s )".formatted(all);
    }
}
