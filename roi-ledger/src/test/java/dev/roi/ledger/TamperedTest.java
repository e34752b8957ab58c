package dev.roi.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roi.core.Fault;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A ledger of a thousand records, every other one of what became of an action, and what somebody may do to it. */
class TamperedTest {

    private static final int RECORDS = 1_000;
    private static final byte[] LEDGER = ledger();

    private static byte[] ledger() {
        MemoryLedger ledger = new MemoryLedger();
        Records records = Records.in(ledger);
        for (int i = 0; i < RECORDS; i += 2) {
            Head decided = records.append(Sample.record("Zoé " + i), Sample.POLICY);
            records.append(i % 4 == 0 ? Sample.moved(decided.entry(), "Zoé") : Sample.done(decided.entry(), "Zoé"));
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ledger.lines.forEach(line -> {
            bytes.writeBytes(line);
            bytes.write('\n');
        });
        return bytes.toByteArray();
    }

    /** Reads lines as a file is read. */
    private static void read(byte[] bytes, int from, int to, Ledger.Reader reader) {
        int start = from;
        for (int i = from; i < to; i++) {
            if (bytes[i] == '\n') {
                reader.line(Arrays.copyOfRange(bytes, start, i));
                start = i + 1;
            }
        }
        if (start < to) {
            reader.torn(Arrays.copyOfRange(bytes, start, to));
        }
    }

    private static List<Fault> faults(byte[] bytes, int from, int to) {
        Chain chain = new Chain("it", (entry, line) -> {});
        read(bytes, from, to, chain);
        List<Fault> faults = new ArrayList<>(chain.faults());
        faults.addAll(chain.tornEndFaults());
        return faults;
    }

    private static List<Fault> faults(List<byte[]> lines) {
        MemoryLedger ledger = new MemoryLedger();
        ledger.lines.addAll(lines);
        return Records.in(ledger).verify(Optional.empty()).faults();
    }

    private static List<byte[]> lines() {
        List<byte[]> lines = new ArrayList<>();
        read(LEDGER, 0, LEDGER.length, new Ledger.Reader() {
            @Override
            public void line(byte[] line) {
                lines.add(line);
            }

            @Override
            public void torn(byte[] bytes) {
                throw new AssertionError("nothing is torn");
            }
        });
        return lines;
    }

    @Test
    void as_it_was_written_it_is_sound() {
        assertThat(faults(LEDGER, 0, LEDGER.length)).isEmpty();
        assertThat(lines()).hasSize(RECORDS + 1);
    }

    @Test
    void a_change_of_one_byte_is_found_wherever_it_is() {
        Random random = new Random(20_260_605);
        for (int i = 0; i < 25; i++) {
            byte[] changed = LEDGER.clone();
            int at = random.nextInt(changed.length);
            changed[at] ^= (byte) (1 + random.nextInt(255));

            assertThat(faults(changed, 0, changed.length)).as("byte %s", at).isNotEmpty();
        }
    }

    /** A chain is read from its beginning to its end, so that the entries around a byte are all that can tell of it. */
    @Test
    @Tag("soak")
    void every_change_of_any_byte_is_found() {
        List<Integer> starts = new ArrayList<>(List.of(0));
        for (int i = 0; i < LEDGER.length; i++) {
            if (LEDGER[i] == '\n') {
                starts.add(i + 1);
            }
        }
        byte[] changed = LEDGER.clone();
        for (int line = 0; line < starts.size() - 1; line++) {
            int from = starts.get(Math.max(0, line - 1));
            int to = starts.get(Math.min(starts.size() - 1, line + 2));
            List<Fault> sound = faults(LEDGER, from, to);
            for (int at = starts.get(line); at < starts.get(line + 1); at++) {
                for (int flip : new int[] {1, 2, 0x20, 0x80, LEDGER[at] ^ '\n', LEDGER[at] ^ ' '}) {
                    changed[at] = (byte) (LEDGER[at] ^ flip);
                    if (changed[at] != LEDGER[at]) {
                        assertThat(faults(changed, from, to))
                                .as("byte %s as %s", at, changed[at])
                                .isNotEqualTo(sound);
                    }
                }
                changed[at] = LEDGER[at];
            }
        }
    }

    @Test
    void an_entry_that_is_dropped_is_found_unless_it_is_the_last() {
        Random random = new Random(7);
        for (int i = 0; i < 5; i++) {
            List<byte[]> lines = lines();
            int dropped = random.nextInt(RECORDS);
            lines.remove(dropped);

            assertThat(faults(lines)).as("entry %s", dropped + 1).isNotEmpty();
        }
        List<byte[]> lines = lines();
        lines.subList(500, 510).clear();
        assertThat(faults(lines).toString())
                .contains("ROI-L02 memory:501:1: entries 501 to 510 are missing before this line, which is entry 511");
    }

    @Test
    void entries_that_change_places_or_stand_twice_are_found() {
        List<byte[]> swapped = lines();
        Collections.swap(swapped, 499, 500);
        List<byte[]> twice = lines();
        twice.add(500, twice.get(499));

        assertThat(faults(swapped).toString())
                .contains("ROI-L02", "ROI-L03 memory:501:1: entry 500 stands after entry 501");
        assertThat(faults(twice).toString()).contains("ROI-L03 memory:501:1: entry 500 stands after entry 500");
    }

    @Test
    void an_entry_of_another_ledger_in_the_place_of_one_is_found() {
        MemoryLedger other = new MemoryLedger();
        Records records = Records.in(other);
        records.append(Sample.record("Eva 0"), Sample.POLICY);
        records.append(Sample.record("Eva 1"), Sample.POLICY);
        List<byte[]> lines = lines();
        lines.set(2, other.lines.get(2));

        assertThat(faults(lines)).extracting(Fault::code).containsExactly("ROI-L04", "ROI-L04");
    }

    @Test
    void an_altered_line_is_named_and_no_other() {
        List<byte[]> lines = lines();
        lines.get(499)[30] ^= 1;

        assertThat(faults(lines).toString())
                .isEqualTo("[ROI-L01 memory:500:1: this line is not as it was written: its bytes do not give the hash "
                        + "that it ends with]");
    }
}
