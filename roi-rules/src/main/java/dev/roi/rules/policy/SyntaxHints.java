package dev.roi.rules.policy;

import dev.roi.core.Exact;
import dev.roi.core.Message;
import dev.roi.core.Names;
import dev.roi.core.Nearest;
import dev.roi.core.Unit;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Currency;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How people write what stands in a policy's files when they slip, and how it is written. */
public final class SyntaxHints {

    private static final String DIGITS = "-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?";
    private static final Pattern NUMBER = Pattern.compile(DIGITS);
    private static final Pattern WITH_UNIT = Pattern.compile("(" + DIGITS + ")[\\s\u00a0\u202f]*(?:%|\\p{Sc}|[a-z]+)");
    private static final Pattern SIGN_BEFORE =
            Pattern.compile("(?:[~\u2248<>=\u2264\u2265\u00b1]{1,2}|\\p{Sc})\\s*(\\S.*)");
    private static final Pattern UNTIDY = Pattern.compile("[+-]?0*[0-9]*\\.?[0-9]+(?:[eE][+-]?[0-9]{1,2})?|[0-9]+\\.");
    private static final Pattern SEVERAL =
            Pattern.compile("(" + DIGITS + ")\\s*%?\\s*(?:-|\u2013|\u2014|\\.\\.|to|\u00e0)\\s*" + DIGITS + "\\s*%?");
    private static final Pattern GROUPED = Pattern.compile("-?[0-9]{1,3}(?:[ '_\u00a0\u202f\u2019,][0-9]{3})+");
    private static final Pattern GROUPED_AND_COMMA =
            Pattern.compile("-?[0-9]{1,3}(?:[ '_.\u00a0\u202f\u2019][0-9]{3})+,[0-9]+");
    private static final Pattern REMARK = Pattern.compile("(" + DIGITS + ")\\s*(?://|--)\\s*(\\S.*)");

    /** A number in brackets, or with words beside it. */
    private static final Pattern BESIDE =
            Pattern.compile("[(\\[](" + DIGITS + ")[)\\]]|(" + DIGITS + ")[\\s\u00a0\u202f]+\\p{L}[^0-9#]*");

    private static final Pattern DECIMAL_COMMA = Pattern.compile("-?[0-9]+,[0-9]+");
    private static final Pattern LIKE_DIGITS = Pattern.compile("[0-9OolI.,-]*[0-9][0-9OolI.,-]*");

    private static final Set<String> SMALL_CURRENCIES =
            Set.of("eur", "euro", "euros", "usd", "dollar", "dollars", "gbp");

    private static final Pattern TYPESET_QUOTES = Pattern.compile(
            "^[\u201c\u201d\u201e\u00ab\u2018\u2019\u00a0\u202f\\s]+|[\u201c\u201d\u00bb\u2018\u2019\u00a0\u202f\\s]+$");

    private SyntaxHints() {}

    /** Says which number a text was most likely meant to be, where the unit stands under a key of its own. */
    static Message likeNumber(String text) {
        return meantNumber(
                        text,
                        number ->
                                Message.of("Write the number alone: `%s`. What it counts stands under `unit`.", number))
                .orElse(Message.of("Write it in digits, such as `30` or `2.5`."));
    }

    /**
     * Says which number a text was most likely meant to be.
     *
     * @param text what was written, such as {@code 12%}
     * @return one sentence; nothing where the text is not like a number
     */
    public static Optional<Message> likeNumberAlone(String text) {
        return meantNumber(text, number -> Message.of("Write the number alone: `%s`.", number));
    }

    /** Puts commas where people put other signs between the items of a list. */
    static String listed(String text) {
        return text.replaceAll("\\s*(?:->|[;>|/\u2192])\\s*", ", ");
    }

    private static Optional<Message> meantNumber(String text, Function<String, Message> alone) {
        String written = TYPESET_QUOTES.matcher(text).replaceAll("").strip();
        if (NUMBER.matcher(written).matches()) {
            return Optional.of(Message.of("Write it without quotes."));
        }
        Matcher sign = SIGN_BEFORE.matcher(written);
        if (sign.matches()) {
            return meantNumber(sign.group(1), alone)
                    .filter(help -> !NUMBER.matcher(sign.group(1)).matches())
                    .or(() -> Optional.of(alone.apply(sign.group(1))));
        }
        if (written.startsWith("\u2212") && NUMBER.matcher(written.substring(1)).matches()) {
            return Optional.of(
                    Message.of("Write it with the minus sign of the keyboard: `-%s`.", written.substring(1)));
        }
        if (UNTIDY.matcher(written).matches()) {
            return Optional.of(Message.of(
                    "Did you mean `%s`?", Exact.of(new BigDecimal(written.endsWith(".") ? written + "0" : written))));
        }
        Matcher several = SEVERAL.matcher(written);
        if (several.matches()) {
            return Optional.of(Message.of(
                    "One number stands here, such as `%s`; from where to where it may go stands under `range`.",
                    several.group(1)));
        }
        Optional<Integer> words = NumberWords.number(written);
        if (words.isPresent()) {
            return Optional.of(Message.of("Write it in digits: `%s`.", words.get()));
        }
        Matcher unit = WITH_UNIT.matcher(written);
        if (unit.matches()) {
            return Optional.of(alone.apply(unit.group(1)));
        }
        Matcher remark = REMARK.matcher(written);
        if (remark.matches()) {
            return Optional.of(Message.of("A remark begins with ` #`: `%s # %s`.", remark.group(1), remark.group(2)));
        }
        Matcher beside = BESIDE.matcher(written);
        if (beside.matches()) {
            return Optional.of(alone.apply(beside.group(1) == null ? beside.group(2) : beside.group(1)));
        }
        if (GROUPED_AND_COMMA.matcher(written).matches()) {
            String plain = written.replaceAll("[^0-9,-]", "").replace(',', '.');
            return Optional.of(Message.of("Write it without marks between its digits: `%s`.", plain));
        }
        if (GROUPED.matcher(written).matches()) {
            return Optional.of(
                    Message.of("Write it without marks between its digits: `%s`.", written.replaceAll("[^0-9-]", "")));
        }
        if (DECIMAL_COMMA.matcher(written).matches()) {
            return Optional.of(Message.of("Decimals stand behind a full stop: `%s`.", written.replace(',', '.')));
        }
        String digits =
                written.replace('O', '0').replace('o', '0').replace('l', '1').replace('I', '1');
        if (LIKE_DIGITS.matcher(written).matches() && NUMBER.matcher(digits).matches()) {
            return Optional.of(Message.of("Did you mean `%s`? A letter stands where a digit should.", digits));
        }
        return Optional.empty();
    }

    /**
     * Returns the name of a threshold that a text was most likely meant to be.
     *
     * @param text what was written
     * @return such as {@code adoption.low}; nothing where no such name is like it
     */
    public static Optional<String> dotted(String text) {
        return text.contains(".")
                ? Optional.of(Stream.of(text.split("\\.", 2))
                                .map(part -> Names.likely(part).orElse(""))
                                .collect(Collectors.joining(".")))
                        .filter(Names::isDotted)
                : Names.likely(text).map(name -> name.replaceFirst("-", ".")).filter(Names::isDotted);
    }

    /** Returns the unit that a text was most likely meant to be. */
    static Optional<String> unit(String text, Collection<String> known) {
        return switch (text.strip()) {
            case "%", "pct", "percentage", "percentages", "percents", "per-cent" -> Optional.of(Unit.PERCENT.id());
            case "\u20ac", "$", "\u00a3" -> Optional.of(Unit.CURRENCY.id());
            default ->
                isCurrency(text)
                        ? Optional.of(Unit.CURRENCY.id())
                        : Nearest.to(text, known).filter(Names::isKebab);
        };
    }

    private static boolean isCurrency(String text) {
        return SMALL_CURRENCIES.contains(text)
                || Currency.getAvailableCurrencies().stream()
                        .anyMatch(currency -> currency.getCurrencyCode().equals(text));
    }
}
