package dev.roi.ledger;

import dev.roi.core.Fault;
import dev.roi.core.Fault.Place;
import dev.roi.core.Fault.Severity;
import dev.roi.core.Hash;
import dev.roi.core.InputFault;
import dev.roi.core.InvalidInput;
import dev.roi.core.Message;
import dev.roi.core.json.LedgerEntry;
import dev.roi.core.json.LedgerEntry.OfTorn;
import dev.roi.core.json.LedgerLine;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Follows the lines of a ledger one by one and holds each against those before it. For use by one thread. */
final class Chain implements Ledger.Reader {

    /** What ends a line that is no entry, so that it can be told from an entry that was altered. */
    private static final byte[] TORN_END = "#torn".getBytes(StandardCharsets.US_ASCII);

    private static final byte[] BEGINNING = "{\"format\":\"roi-decision".getBytes(StandardCharsets.US_ASCII);

    /** The most faults that are listed; a file that is no ledger at all has one in every line. */
    private static final int MOST_FAULTS = 1_000;

    /** No crash leaves that: what is left of a line is its beginning. */
    private static final Message MORE_THAN_WHOLE =
            Message.of("it begins with a whole entry, and where the line should end, it goes on");

    private final String source;
    private final Link link;
    private final List<Fault> faults = new ArrayList<>();
    private final List<Fault> torn = new ArrayList<>();
    private final List<Fault> marked = new ArrayList<>();
    private final ByteArrayOutputStream tornBytes = new ByteArrayOutputStream();
    private int tornLine;
    private int lines;
    private int entryLines;
    private long number;
    private long sound;
    private Optional<Hash> hash = Optional.empty();
    private boolean afterAltered;
    private boolean beginsOtherwise;
    private boolean hasEntry;

    Chain(String source, Link link) {
        this.source = source;
        this.link = link;
    }

    /** Takes an entry that is as it was written. */
    interface Link {
        void entry(LedgerEntry entry, LedgerLine line);
    }

    static boolean endsTorn(byte[] line) {
        int from = line.length - TORN_END.length;
        return from >= 0 && Arrays.equals(line, from, line.length, TORN_END, 0, TORN_END.length);
    }

    /** Tells whether bytes may be what is left of an entry, so that no other file is taken for a ledger. */
    static boolean beginsAsEntry(byte[] bytes) {
        return beginsAsEntry(bytes, bytes.length);
    }

    private static boolean beginsAsEntry(byte[] bytes, int length) {
        int least = Math.min(length, BEGINNING.length);
        return Arrays.equals(bytes, 0, least, BEGINNING, 0, least);
    }

    static byte[] tornEnd() {
        return TORN_END.clone();
    }

    /** Forgets what stands after the last entry, which is going to be read again. */
    void resume() {
        lines = entryLines;
        tornBytes.reset();
        torn.clear();
    }

    @Override
    public void line(byte[] line) {
        lines++;
        if (lines == 1) {
            beginsOtherwise = endsTorn(line)
                    ? !beginsAsEntry(line, line.length - TORN_END.length)
                    : line.length < BEGINNING.length || !beginsAsEntry(line);
        }
        if (endsTorn(line)) {
            if (LedgerLine.atStart(Arrays.copyOf(line, line.length - TORN_END.length))
                    .isPresent()) {
                altered(MORE_THAN_WHOLE);
                return;
            }
            begin(line.length + 1);
            tornBytes.writeBytes(line);
            tornBytes.write('\n');
            return;
        }
        Optional<LedgerLine> whole = LedgerLine.find(line);
        if (whole.isEmpty()) {
            altered(Message.of("its bytes do not give the hash that it ends with"));
            return;
        }
        entry(whole.get());
    }

    @Override
    public void line(long keptUnder, String line) {
        Optional<Hash> hashBefore = hash;
        line(line);
        boolean isEntry = number == sound && !hash.equals(hashBefore);
        if (isEntry && number != keptUnder) {
            add(fault(
                    LedgerFault.OUT_OF_ORDER,
                    lines,
                    Message.of("entry %s is kept under the number %s", number, keptUnder)));
        }
    }

    private void altered(Message what) {
        add(fault(LedgerFault.ALTERED, lines, Message.of("this line is not as it was written: %s", what)));
        number++;
        afterAltered = true;
        entryLines = lines;
        tornBytes.reset();
        torn.clear();
    }

    private void begin(int bytes) {
        if (tornBytes.size() == 0) {
            tornLine = lines;
        }
        tornLine(Message.of(
                "this line of %s is no whole entry: either somebody was stopped while writing it, and then it was never acknowledged, or the ledger was cut off here; only a head that was kept elsewhere tells which",
                bytes == 1 ? Message.of("1 byte") : Message.of("%s bytes", bytes)));
    }

    private void tornLine(Message message) {
        torn.add(fault(LedgerFault.TORN, lines, message));
    }

    private void entry(LedgerLine line) {
        hasEntry = true;
        LedgerEntry entry;
        try {
            entry = line.entry("%s:%s".formatted(source, lines));
        } catch (InvalidInput unreadable) {
            Fault first = unreadable.faults().get(0);
            add(
                    first.code().equals(InputFault.WRONG_FORMAT.code())
                            ? fault(
                                    LedgerFault.NOT_READABLE,
                                    lines,
                                    Message.of(
                                            "this entry is as it was written, in a format that this version of the library does not"
                                                    + " know: %s",
                                            first.what()))
                            : fault(
                                    LedgerFault.NO_ENTRY,
                                    lines,
                                    Message.of(
                                            "this line has a hash that fits, and is no entry that the library would have written: %s",
                                            first.what())));
            number++;
            hash = Optional.of(line.hash());
            afterAltered = false;
            entryLines = lines;
            return;
        }
        order(entry);
        tornBefore(entry);
        number = entry.number();
        sound = number;
        hash = Optional.of(line.hash());
        afterAltered = false;
        entryLines = lines;
        link.entry(entry, line);
    }

    private void order(LedgerEntry entry) {
        if (entry.number() > number + 1) {
            add(fault(
                    LedgerFault.MISSING,
                    lines,
                    entry.number() == number + 2
                            ? Message.of(
                                    "entry %s is missing before this line, which is entry %s",
                                    number + 1, entry.number())
                            : Message.of(
                                    "entries %s to %s are missing before this line, which is entry %s",
                                    number + 1, entry.number() - 1, entry.number())));
        } else if (entry.number() <= sound) {
            add(fault(
                    LedgerFault.OUT_OF_ORDER,
                    lines,
                    Message.of("entry %s stands after entry %s", entry.number(), sound)));
        } else if (!afterAltered && !entry.previous().equals(hash)) {
            add(fault(
                    LedgerFault.OTHER_BEFORE,
                    lines,
                    Message.of("entry %s was written after another entry than the one before it", entry.number())));
        }
    }

    private void tornBefore(LedgerEntry entry) {
        Optional<OfTorn> mark = entry.content() instanceof OfTorn torn ? Optional.of(torn) : Optional.empty();
        Optional<OfTorn> found = tornBytes.size() == 0
                ? Optional.empty()
                : Optional.of(new OfTorn(Hash.of(tornBytes.toByteArray()), tornBytes.size()));
        if (!mark.equals(found)) {
            add(fault(
                    LedgerFault.UNMARKED,
                    found.isPresent() ? tornLine : lines,
                    mark.isPresent()
                            ? Message.of("the torn line before entry %s is not the one that it marks", entry.number())
                            : Message.of("this line is no entry, and the next entry does not mark it as torn")));
        } else {
            marked.addAll(torn);
        }
        torn.clear();
        tornBytes.reset();
    }

    @Override
    public void torn(byte[] bytes) {
        lines++;
        if (lines == 1) {
            beginsOtherwise = !beginsAsEntry(bytes);
        }
        Optional<LedgerLine> whole = LedgerLine.atStart(bytes);
        if (whole.isEmpty()) {
            begin(bytes.length);
        } else if (whole.get().bytes().length == bytes.length) {
            tornLine(Message.of(
                    "this entry is whole but for the end of its line, and may have been acknowledged or not; the next record"
                            + " ends the line, and the entry counts from then on"));
        } else {
            altered(MORE_THAN_WHOLE);
        }
    }

    private void add(Fault fault) {
        if (faults.size() < MOST_FAULTS) {
            faults.add(fault);
        }
    }

    private Fault fault(LedgerFault fault, int line, Message message) {
        return new Fault(fault.code(), Severity.ERROR, new Place(source, line, 1, ""), message, Optional.empty());
    }

    /** Says so where what was read is another file: it does not begin as a ledger does, and no line of it is an entry. */
    void requireLedger() {
        if (beginsOtherwise && !hasEntry) {
            throw new LedgerUnavailable(
                    Message.of("%s is no ledger: no line of it is an entry. Name another one", source));
        }
    }

    /** Everything that is wrong, apart from a torn end, which the next entry will mark. */
    List<Fault> faults() {
        return List.copyOf(faults);
    }

    /** The torn end, line by line. */
    List<Fault> tornEndFaults() {
        return List.copyOf(torn);
    }

    /** Torn lines that the entries after them marked. */
    List<Fault> marked() {
        return List.copyOf(marked);
    }

    long number() {
        return number;
    }

    Optional<Hash> hash() {
        return hash;
    }

    Optional<Head> head() {
        return hash.map(last -> new Head(number, last));
    }
}
