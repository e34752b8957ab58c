package dev.roi.imports.table;

import dev.roi.core.Exact;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A number as people and spreadsheets write it, where it can mean one thing only.
 *
 * @param number the number
 * @param percent whether a percent sign follows it
 */
record NumberText(Exact number, boolean percent) {

    private static final int MOST_CHARACTERS = 100;
    private static final Pattern SPACES = Pattern.compile("[ \\u00A0\\u2007\\u2009\\u202F'\\u2019]");
    private static final Pattern SIGN = Pattern.compile("[-+\\u2212].*");
    private static final Pattern SPACED =
            Pattern.compile("\\d{1,3}(?:S\\d{3})+(?:[.,]\\d+)?".replace("S", SPACES.pattern()));
    private static final Pattern POINT = Pattern.compile("\\d*\\.\\d+");
    private static final Pattern COMMA = Pattern.compile("\\d*,\\d+");
    private static final Pattern WHOLE = Pattern.compile("\\d+");
    private static final Pattern COMMAS_THEN_POINT =
            Pattern.compile("\\d{1,3}(?:,\\d{3})+\\.\\d+|\\d{1,3}(?:,\\d{3}){2,}");
    private static final Pattern POINTS_THEN_COMMA =
            Pattern.compile("\\d{1,3}(?:\\.\\d{3})+,\\d+|\\d{1,3}(?:\\.\\d{3}){2,}");
    private static final Pattern SCIENTIFIC = Pattern.compile("\\d+(?:[.,]\\d+)?[eE][-+]?\\d{1,2}");
    /** One mark before exactly three digits: decimals for some people, thousands for others. */
    private static final Pattern EITHER = Pattern.compile("[1-9]\\d{0,2}[.,]\\d{3}");

    /** Why a text is no number. */
    enum Problem {
        NONE,
        NO_NUMBER,
        TWO_MEANINGS
    }

    /** Tells why a text cannot be read. */
    static Problem problem(String text, boolean commaIsDecimal) {
        String digits = digits(text);
        boolean point = digits.indexOf('.') >= 0;
        if (EITHER.matcher(digits).matches() && (commaIsDecimal || !point)) {
            return Problem.TWO_MEANINGS;
        }
        return parse(text).isPresent() ? Problem.NONE : Problem.NO_NUMBER;
    }

    /** Reads a text that has no problem. */
    static Optional<NumberText> parse(String text) {
        if (text.length() > MOST_CHARACTERS) {
            return Optional.empty();
        }
        String digits = digits(text);
        boolean negative = SIGN.matcher(text).matches() && text.charAt(0) != '+';
        return plain(digits).map(plain -> {
            Exact number = Exact.of(new BigDecimal(plain));
            return new NumberText(negative ? number.negated() : number, text.endsWith("%"));
        });
    }

    /** Without sign, percent sign and the spaces beside them. */
    private static String digits(String text) {
        String digits = text.endsWith("%") ? text.substring(0, text.length() - 1) : text;
        if (SIGN.matcher(digits).matches()) {
            digits = digits.substring(1);
        }
        return Cell.text(digits).text();
    }

    private static Optional<String> plain(String digits) {
        if (WHOLE.matcher(digits).matches() || POINT.matcher(digits).matches()) {
            return Optional.of(digits);
        }
        if (COMMA.matcher(digits).matches() || SCIENTIFIC.matcher(digits).matches()) {
            return Optional.of(digits.replace(',', '.'));
        }
        if (SPACED.matcher(digits).matches()) {
            return Optional.of(SPACES.matcher(digits).replaceAll("").replace(',', '.'));
        }
        if (COMMAS_THEN_POINT.matcher(digits).matches()) {
            return Optional.of(digits.replace(",", ""));
        }
        if (POINTS_THEN_COMMA.matcher(digits).matches()) {
            return Optional.of(digits.replace(".", "").replace(',', '.'));
        }
        return Optional.empty();
    }
}
