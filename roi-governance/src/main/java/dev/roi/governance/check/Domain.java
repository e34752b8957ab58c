package dev.roi.governance.check;

import dev.roi.core.Exact;
import dev.roi.core.Language;
import dev.roi.core.Localized;
import dev.roi.core.Message;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The values that a field may have. Immutable. */
sealed interface Domain extends Localized {

    /** Returns the values that are in this and in another one of the same kind. */
    Domain and(Domain other);

    /** Tells whether there is no such value. */
    boolean isEmpty();

    /** Tells whether all values are in another one of the same kind. */
    boolean within(Domain other);

    /**
     * A few words.
     *
     * @param words those that are possible
     */
    record Words(Set<String> words) implements Domain {

        static final Words TRUE = of("true");
        static final Words FALSE = of("false");
        static final Words EITHER = of("true", "false");

        /** Copies the words. {@inheritDoc} */
        public Words {
            words = Collections.unmodifiableSet(new LinkedHashSet<>(words));
        }

        static Words of(String... words) {
            return new Words(new LinkedHashSet<>(List.of(words)));
        }

        @Override
        public Words and(Domain other) {
            Set<String> both = new LinkedHashSet<>(words);
            both.retainAll(((Words) other).words);
            return new Words(both);
        }

        @Override
        public boolean isEmpty() {
            return words.isEmpty();
        }

        @Override
        public boolean within(Domain other) {
            return ((Words) other).words.containsAll(words);
        }

        @Override
        public String in(Language language) {
            return Message.either(
                            words.stream().map(word -> Message.of("`%s`", word)).toList())
                    .in(language);
        }
    }

    /**
     * Names of which there may be any number.
     *
     * @param names the names
     * @param sense whether they are those that are possible, or those that are not
     */
    record Names(Set<String> names, Sense sense) implements Domain {

        static final Names ANY = new Names(Set.of(), Sense.ALL_BUT);

        enum Sense {
            ONLY,
            ALL_BUT
        }

        /** Copies the names. {@inheritDoc} */
        public Names {
            names = Collections.unmodifiableSet(new LinkedHashSet<>(names));
        }

        static Names only(String name) {
            return new Names(Set.of(name), Sense.ONLY);
        }

        static Names allBut(String name) {
            return new Names(Set.of(name), Sense.ALL_BUT);
        }

        @Override
        public Names and(Domain other) {
            Names that = (Names) other;
            Set<String> result = new LinkedHashSet<>();
            if (sense == Sense.ALL_BUT && that.sense == Sense.ALL_BUT) {
                result.addAll(names);
                result.addAll(that.names);
                return new Names(result, Sense.ALL_BUT);
            }
            Names listed = sense == Sense.ONLY ? this : that;
            Names against = sense == Sense.ONLY ? that : this;
            listed.names.stream().filter(against::has).forEach(result::add);
            return new Names(result, Sense.ONLY);
        }

        private boolean has(String name) {
            return names.contains(name) == (sense == Sense.ONLY);
        }

        @Override
        public boolean isEmpty() {
            return sense == Sense.ONLY && names.isEmpty();
        }

        @Override
        public boolean within(Domain other) {
            Names that = (Names) other;
            if (sense == Sense.ONLY) {
                return names.stream().allMatch(that::has);
            }
            return that.sense == Sense.ALL_BUT && names.containsAll(that.names);
        }

        @Override
        public String in(Language language) {
            String list = names.stream().map("`%s`"::formatted).collect(Collectors.joining(", "));
            if (sense == Sense.ONLY) {
                return list;
            }
            return (names.isEmpty() ? Message.of("any name") : Message.of("any name but %s", list)).in(language);
        }
    }

    /**
     * Numbers.
     *
     * @param interval where they lie
     * @param without numbers that are left out
     */
    record Numbers(Interval interval, Set<Exact> without) implements Domain {

        static final Numbers ANY = new Numbers(Interval.ANY, Set.of());

        /** Copies the numbers. {@inheritDoc} */
        public Numbers {
            without = Set.copyOf(without);
        }

        static Numbers of(Interval interval) {
            return new Numbers(interval, Set.of());
        }

        @Override
        public Numbers and(Domain other) {
            Numbers that = (Numbers) other;
            Set<Exact> both = new LinkedHashSet<>(without);
            both.addAll(that.without);
            return new Numbers(interval.and(that.interval), both);
        }

        @Override
        public boolean isEmpty() {
            return interval.isEmpty()
                    || interval.single().filter(without::contains).isPresent();
        }

        @Override
        public boolean within(Domain other) {
            Numbers that = (Numbers) other;
            return interval.within(that.interval)
                    && that.without.stream().allMatch(number -> without.contains(number) || !interval.contains(number));
        }

        @Override
        public String in(Language language) {
            return interval.in(language);
        }
    }
}
