package dev.roi.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DigitsTest {

    private static final List<BigDecimal> NUMBERS = numbers();

    private static List<BigDecimal> numbers() {
        List<BigDecimal> numbers = new ArrayList<>();
        for (String number : List.of("0", "0.5", "-0.05", "1", "-1", "12", "999", "1000", "-1234567.8", "0.000001")) {
            numbers.add(new BigDecimal(number));
        }
        Random random = new Random(20_261_122);
        for (int i = 0; i < 40; i++) {
            numbers.add(BigDecimal.valueOf(random.nextLong() >> random.nextInt(60), random.nextInt(7)));
        }
        numbers.add(new BigDecimal("123456789012345678901234567890.123456"));
        return numbers;
    }

    @Test
    void numbersAreWrittenAsTheFormatsOfAllLocalesWriteThem() {
        List<Locale> locales = Arrays.stream(NumberFormat.getAvailableLocales())
                .filter(locale -> NumberFormat.getNumberInstance(locale) instanceof DecimalFormat)
                .toList();
        assertThat(locales).hasSizeGreaterThan(500);
        for (Locale locale : locales) {
            check(locale, (DecimalFormat) NumberFormat.getNumberInstance(locale), false);
            check(locale, (DecimalFormat) NumberFormat.getPercentInstance(locale), false);
            for (String code : List.of("EUR", "USD", "JPY", "KWD")) {
                DecimalFormat money = (DecimalFormat) NumberFormat.getCurrencyInstance(locale);
                money.setCurrency(Currency.getInstance(code));
                check(locale, money, true);
            }
        }
    }

    private static void check(Locale locale, DecimalFormat format, boolean money) {
        DecimalFormatSymbols symbols = format.getDecimalFormatSymbols();
        symbols.setMinusSign('\u2212');
        format.setDecimalFormatSymbols(symbols);
        Digits digits = new Digits((DecimalFormat) format.clone(), money);
        for (BigDecimal number : NUMBERS) {
            for (int more = 0; more < 3; more++) {
                for (boolean signed : List.of(true, false)) {
                    int decimals = Math.max(0, number.scale()) + more;
                    assertThat(digits.write(number, decimals, signed))
                            .as("%s in %s", number, locale)
                            .isEqualTo(expected(format, number, decimals, signed));
                }
            }
        }
    }

    private static String expected(DecimalFormat shared, BigDecimal number, int decimals, boolean signed) {
        DecimalFormat format = (DecimalFormat) shared.clone();
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        if (signed && number.signum() > 0) {
            format.setPositivePrefix("+" + format.getPositivePrefix());
        }
        return format.format(format.getMultiplier() == 100 ? number.movePointLeft(2) : number);
    }
}
