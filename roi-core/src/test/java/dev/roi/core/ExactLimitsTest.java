package dev.roi.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where a number no longer fits into a long, and where it fits again. */
class ExactLimitsTest {

    private static final List<BigInteger> EDGES = List.of(
            BigInteger.ZERO,
            BigInteger.ONE,
            BigInteger.ONE.negate(),
            BigInteger.TWO.pow(31),
            BigInteger.TWO.pow(32).subtract(BigInteger.ONE),
            BigInteger.valueOf(3_037_000_500L),
            BigInteger.valueOf(Long.MAX_VALUE),
            BigInteger.valueOf(Long.MAX_VALUE).add(BigInteger.ONE),
            BigInteger.valueOf(Long.MIN_VALUE),
            BigInteger.valueOf(Long.MIN_VALUE).add(BigInteger.ONE),
            BigInteger.valueOf(Long.MIN_VALUE).subtract(BigInteger.ONE),
            BigInteger.TEN.pow(19),
            BigInteger.TEN.pow(40).negate());

    private static Exact exact(BigInteger number) {
        return Exact.of(new BigDecimal(number));
    }

    @Test
    void wholeNumbersAreAddedTakenAwayMultipliedAndComparedExactly() {
        for (BigInteger one : EDGES) {
            for (BigInteger other : EDGES) {
                assertThat(exact(one).plus(exact(other)))
                        .hasToString(one.add(other).toString());
                assertThat(exact(one).minus(exact(other)))
                        .hasToString(one.subtract(other).toString());
                assertThat(exact(one).times(exact(other)))
                        .hasToString(one.multiply(other).toString());
                assertThat(Integer.signum(exact(one).compareTo(exact(other)))).isEqualTo(one.compareTo(other));
            }
        }
    }

    @Test
    void aFractionIsReducedWhereverItComesFrom() {
        for (BigInteger one : EDGES) {
            for (BigInteger other : EDGES) {
                if (other.signum() != 0) {
                    Exact ratio = exact(one).dividedBy(exact(other));
                    assertThat(ratio.times(exact(other))).isEqualTo(exact(one)).hasSameHashCodeAs(exact(one));
                    assertThat(ratio.plus(ratio))
                            .isEqualTo(exact(one.shiftLeft(1)).dividedBy(exact(other)));
                    assertThat(ratio.negated().magnitude()).isEqualTo(ratio.magnitude());
                    assertThat(ratio.signum()).isEqualTo(one.signum() * other.signum());
                }
            }
        }
    }

    @Test
    void fractionsWithLargeDenominatorsAreComparedExactly() {
        Exact below = Exact.ONE.dividedBy(exact(BigInteger.valueOf(Long.MAX_VALUE)));
        Exact above = Exact.ONE.dividedBy(exact(BigInteger.valueOf(Long.MAX_VALUE - 1)));
        assertThat(below.isBelow(above)).isTrue();
        assertThat(above.minus(below).signum()).isEqualTo(1);
        assertThat(above.minus(below).plus(below)).isEqualTo(above);
    }
}
