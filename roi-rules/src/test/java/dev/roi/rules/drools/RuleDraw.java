package dev.roi.rules.drools;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Draws the text of rules that ask in every way the grammar knows, of counts, so that all units fit. */
final class RuleDraw {

    static final List<String> INDICATORS = List.of("escaped-defects", "incidents", "deployments");
    static final List<String> THRESHOLDS =
            List.of("risk.sensitive-data", "risk.off-policy", "usage.authorised-workflows");
    private static final List<String> BLOCKS = List.of("quality", "delivery");
    private static final List<String> SIGNS = List.of("==", "!=", "<", "<=", ">", ">=");

    private final Random random;
    private final List<String> numbers = new ArrayList<>();
    private final List<String> indicators = new ArrayList<>();
    private int named;

    RuleDraw(Random random) {
        this.random = random;
    }

    String next() {
        numbers.clear();
        indicators.clear();
        named = 0;
        StringBuilder when = new StringBuilder();
        for (int i = 0; i < 2; i++) {
            String name = "$t" + i;
            when.append("    Threshold( id == \"%s\", %s : value )%n".formatted(one(THRESHOLDS), name));
            numbers.add(name);
        }
        when.append("    ").append(pattern()).append('\n');
        int more = random.nextInt(3);
        for (int i = 0; i < more; i++) {
            when.append("    ").append(element(2)).append('\n');
        }
        return "rule \"drawn\"\nwhen\n%sthen\n    findings.note();\nend\n".formatted(when);
    }

    private String element(int depth) {
        return switch (random.nextInt(depth > 0 ? 8 : 2)) {
            case 0 -> pattern();
            case 1 -> "not " + hidden(this::pattern);
            case 2 -> "( %s or %s )".formatted(hidden(() -> element(depth - 1)), hidden(() -> element(depth - 1)));
            case 3 -> "exists " + hidden(this::pattern);
            case 4 -> "not( %s )".formatted(hidden(() -> pattern() + " and " + inner(depth - 1)));
            case 5 -> "exists( %s )".formatted(hidden(() -> pattern() + " and " + inner(depth - 1)));
            case 6 -> forAll();
            default -> accumulate();
        };
    }

    /** What may stand in a group, without another accumulate. */
    private String inner(int depth) {
        return switch (random.nextInt(depth > 0 ? 4 : 3)) {
            case 0 -> pattern();
            case 1 -> "not " + hidden(this::pattern);
            case 2 -> "exists " + hidden(this::pattern);
            default -> "not( %s )".formatted(hidden(() -> pattern() + " and " + inner(depth - 1)));
        };
    }

    private String forAll() {
        return hidden(() -> {
            if (random.nextInt(3) == 0) {
                return "forall( Latest( value %s $t0 ) )".formatted(one(SIGNS));
            }
            String name = "$i" + named++;
            String first = "%s( %s : indicator, %s )".formatted(type(), name, naming());
            return "forall( %s %s( indicator == %s, value %s %s ) )"
                    .formatted(first, type(), name, one(SIGNS), expression());
        });
    }

    private String accumulate() {
        String number = "$a" + named++;
        String source = hidden(() -> {
            String written = pattern();
            String value = "$v" + named++;
            String with = written.substring(0, written.indexOf("( ") + 2) + value + " : value, "
                    + written.substring(written.indexOf("( ") + 2);
            String joined = random.nextInt(3) == 0 ? " and " + inner(0) : "";
            String function = one(List.of("count()", "sum( V )", "average( V )", "min( V )", "max( V )"))
                    .replace("V", value);
            return "%s%s; %s : %s".formatted(with, joined, number, function);
        });
        String asked = random.nextInt(3) == 0 ? "" : "; %s %s %s".formatted(number, one(SIGNS), expression());
        String all = "accumulate( %s%s )".formatted(source, asked);
        numbers.add(number);
        return all;
    }

    private String type() {
        return one(List.of("Reading", "Latest", "Part"));
    }

    private String pattern() {
        List<String> items = new ArrayList<>(List.of(naming()));
        String given = "";
        if (random.nextBoolean()) {
            given = "$n" + named++;
            items.add(given + " : value");
        }
        String indicator = "";
        if (random.nextInt(3) == 0) {
            indicator = "$i" + named++;
            items.add(indicator + " : indicator");
        }
        if (!indicators.isEmpty() && random.nextInt(3) == 0) {
            items.add("indicator %s %s".formatted(one(List.of("==", "!=")), one(indicators)));
        }
        if (random.nextInt(3) > 0) {
            items.add(comparison());
        }
        if (random.nextInt(4) == 0) {
            items.add(comparison() + " || " + comparison());
        }
        if (random.nextInt(6) == 0) {
            items.add("%s %s %s".formatted(one(numbers), one(SIGNS), expression()));
        }
        if (!given.isEmpty()) {
            numbers.add(given);
        }
        if (!indicator.isEmpty()) {
            indicators.add(indicator);
        }
        return "%s( %s )".formatted(type(), String.join(", ", items));
    }

    private String naming() {
        return switch (random.nextInt(3)) {
            case 0 -> "indicator == \"%s\"".formatted(one(INDICATORS));
            case 1 -> "indicator in ( \"%s\", \"%s\" )".formatted(INDICATORS.get(0), INDICATORS.get(1));
            default ->
                "indicator in ( \"%s\" ), block != \"%s\"".formatted(String.join("\", \"", INDICATORS), one(BLOCKS));
        };
    }

    private String comparison() {
        return "value %s %s".formatted(one(SIGNS), expression());
    }

    private String expression() {
        return switch (random.nextInt(6)) {
            case 0 -> "%s + %s".formatted(one(numbers), one(numbers));
            case 1 -> "%s * %s".formatted(one(numbers), one(numbers));
            case 2 -> "%s - ( %s / %s )".formatted(one(numbers), one(numbers), one(numbers));
            default -> one(numbers);
        };
    }

    /** Names that are given within are forgotten after it. */
    private String hidden(java.util.function.Supplier<String> text) {
        List<String> before = List.copyOf(numbers);
        List<String> others = List.copyOf(indicators);
        String written = text.get();
        numbers.clear();
        numbers.addAll(before);
        indicators.clear();
        indicators.addAll(others);
        return written;
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
