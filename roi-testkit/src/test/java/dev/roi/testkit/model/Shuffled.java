package dev.roi.testkit.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** A JSON document that says the same in another order: of keys, and of what stands in lists. */
final class Shuffled {

    private final String text;
    private final Random random;
    private int at;

    private Shuffled(String text, Random random) {
        this.text = text;
        this.random = random;
    }

    static String of(String json, Random random) {
        return new Shuffled(json, random).value();
    }

    private String value() {
        return switch (text.charAt(at)) {
            case '{' -> between('}');
            case '[' -> between(']');
            default -> plain();
        };
    }

    private String between(char end) {
        char begin = text.charAt(at++);
        List<String> parts = new ArrayList<>();
        while (text.charAt(at) != end) {
            String part = value();
            if (text.charAt(at) == ':') {
                at++;
                part += ":" + value();
            }
            parts.add(part);
            at += text.charAt(at) == ',' ? 1 : 0;
        }
        at++;
        Collections.shuffle(parts, random);
        return begin + String.join(",", parts) + end;
    }

    /** Takes a string, a number or a word. */
    private String plain() {
        int from = at;
        boolean quoted = text.charAt(at) == '"';
        do {
            at += text.charAt(at) == '\\' ? 2 : 1;
        } while (quoted ? text.charAt(at) != '"' : ",:]}".indexOf(text.charAt(at)) < 0);
        at += quoted ? 1 : 0;
        return text.substring(from, at);
    }
}
