package dev.roi.ledger;

import static java.util.Objects.requireNonNull;

import dev.roi.core.Hash;
import dev.roi.core.InvalidInput;
import dev.roi.core.Message;
import dev.roi.core.Quoted;
import dev.roi.core.json.LedgerEntry;
import dev.roi.core.json.LedgerLine;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A ledger in a file of JSON Lines, which is only ever appended to.
 *
 * <p>Several processes may append: each takes its turn by a lock on a file beside it, which has {@code .lock} added to
 * its name and stays empty. A line is on the disk (fsync) before it is acknowledged. Bytes that a crash left at the end
 * are never removed: the next append ends them with {@code #torn}, marks them in an entry of their own, and goes on.
 * Safe for use by several threads.
 */
public final class FileLedger implements Ledger {

    /** How long another process's turn is waited for. */
    public static final Duration USUAL_PATIENCE = Duration.ofSeconds(20);

    private static final Duration PAUSE = Duration.ofMillis(10);
    private static final int CHUNK_BYTES = 1 << 16;
    private static final int MOST_NAME_CHARACTERS = 500;

    /** One turn at a time within this process: closing a file gives up every lock that the process has on it. */
    private static final ReentrantLock[] TURNS =
            Stream.generate(ReentrantLock::new).limit(64).toArray(ReentrantLock[]::new);

    private final Path file;
    private final boolean mayBegin;
    private final Duration patience;
    private final Opener opener;

    /** How far a reader got: the end of an entry, and where that is. */
    private volatile Position position = new Position(0, 0);

    private record Position(long number, long offset) {}

    /** Opens a channel; tests have channels that fail. */
    interface Opener {
        FileChannel open(Path path, Set<? extends OpenOption> options) throws IOException;
    }

    FileLedger(Path file, boolean mayBegin, Duration patience, Opener opener) {
        this.file = requireNonNull(file, "file");
        this.mayBegin = mayBegin;
        this.patience = requireNonNull(patience, "patience");
        this.opener = opener;
    }

    /**
     * Returns the ledger in a file, which need not be there yet: the first entry begins it.
     *
     * @param file the file
     * @return the ledger
     */
    public static FileLedger at(Path file) {
        return new FileLedger(file, true, USUAL_PATIENCE, FileChannel::open);
    }

    /**
     * Returns the ledger in a file that has to be there: neither reading nor appending begins one.
     *
     * @param file the file
     * @return the ledger
     */
    public static FileLedger existing(Path file) {
        return new FileLedger(file, false, USUAL_PATIENCE, FileChannel::open);
    }

    /**
     * Returns the same ledger with another patience.
     *
     * @param longest how long another process's turn is waited for; zero to ask once
     * @return the ledger
     */
    public FileLedger waiting(Duration longest) {
        return new FileLedger(file, mayBegin, longest, opener);
    }

    @Override
    public String name() {
        return Quoted.visible(file.toString(), MOST_NAME_CHARACTERS);
    }

    @Override
    public boolean append(long number, byte[] line) {
        if (line.length > LedgerLine.MOST_BYTES) {
            throw new LedgerUnavailable(Message.of(
                    "%s cannot be appended to: the entry has %s bytes, and may have %s",
                    quoted(), line.length, LedgerLine.MOST_BYTES));
        }
        if (!mayBegin && !Files.exists(file)) {
            throw unavailable(Message.of("appended to"), new NoSuchFileException(file.toString()));
        }
        Path real = real();
        ReentrantLock within = TURNS[Math.floorMod(real.hashCode(), TURNS.length)];
        if (!take(within)) {
            throw busy();
        }
        try {
            return appendLocked(real.resolveSibling(real.getFileName() + ".lock"), number, line);
        } finally {
            within.unlock();
        }
    }

    /** The file itself, so that whoever comes by a link takes the same turns. */
    private Path real() {
        try {
            return Files.exists(file)
                    ? file.toRealPath()
                    : file.toAbsolutePath().normalize();
        } catch (IOException failure) {
            throw unavailable(Message.of("appended to"), failure);
        }
    }

    private boolean take(ReentrantLock within) {
        try {
            return within.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean appendLocked(Path beside, long number, byte[] line) {
        try (FileChannel turn = opener.open(beside, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE));
                FileLock lock = lock(turn)) {
            return lock.isValid() && appendInTurn(number, line);
        } catch (IOException failure) {
            throw unavailable(Message.of("appended to"), failure);
        }
    }

    /** Asks again and again, since a wait without an end would hang whoever meets a lock that is never released. */
    private FileLock lock(FileChannel turn) throws IOException {
        for (long pauses = patience.dividedBy(PAUSE); ; pauses--) {
            FileLock lock = tryLock(turn);
            if (lock != null) {
                return lock;
            }
            if (pauses <= 0) {
                throw busy();
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private LedgerUnavailable busy() {
        return new LedgerUnavailable(Message.of(
                "%s cannot be appended to: somebody else has kept it locked for %s seconds. Nothing was recorded; try again",
                quoted(), patience.toSeconds()));
    }

    private static @Nullable FileLock tryLock(FileChannel turn) throws IOException {
        try {
            return turn.tryLock();
        } catch (OverlappingFileLockException anotherThread) {
            return null;
        }
    }

    private boolean appendInTurn(long number, byte[] line) throws IOException {
        try (FileChannel channel = opener.open(
                file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE))) {
            End end = mended(channel, end(channel));
            if (end.number + 1 != number) {
                return false;
            }
            write(channel, line);
            if (number <= 2) {
                forceDirectory();
            }
            return true;
        }
    }

    /** Where the file ends: the last entry, and what stands after it. */
    private static final class End {

        private final long number;
        private final Optional<Hash> hash;
        private final byte[] torn;
        private final byte[] tail;

        End(long number, Optional<Hash> hash, byte[] torn, byte[] tail) {
            this.number = number;
            this.hash = hash;
            this.torn = torn;
            this.tail = tail;
        }
    }

    private End end(FileChannel channel) throws IOException {
        long size = channel.size();
        long from = lineStart(channel, size);
        byte[] tail = bytes(channel, from, size);
        byte[] torn = new byte[0];
        for (long to = from; to > 0; to = from) {
            from = lineStart(channel, to - 1);
            byte[] line = bytes(channel, from, to - 1);
            if (Chain.endsTorn(line)) {
                torn = joined(line, new byte[] {'\n'}, torn);
                continue;
            }
            LedgerLine last = LedgerLine.find(line)
                    .orElseThrow(() -> new LedgerUnavailable(Message.of(
                            "%s cannot be appended to: its last entry is not as it was written. Keep the file, and begin another or restore it",
                            quoted())));
            return new End(number(last), Optional.of(last.hash()), torn, tail);
        }
        return new End(0, Optional.empty(), torn, tail);
    }

    private long number(LedgerLine last) {
        try {
            return last.entry(name()).number();
        } catch (InvalidInput unreadable) {
            throw new LedgerUnavailable(
                    Message.of(
                            "%s cannot be appended to: its last entry cannot be read by this version of the library. Nothing was recorded",
                            quoted()),
                    unreadable);
        }
    }

    /** Ends and marks what a crash left behind. Bytes that only lack the end of their line are an entry. */
    private End mended(FileChannel channel, End end) throws IOException {
        if (end.number == 0 && end.torn.length == 0 && !Chain.beginsAsEntry(end.tail)) {
            throw new LedgerUnavailable(Message.of(
                    "%s cannot be appended to: it is no ledger. Nothing was recorded; name another file", quoted()));
        }
        if (end.tail.length > 0) {
            write(channel, LedgerLine.find(end.tail).isPresent() ? new byte[0] : Chain.tornEnd());
            return mended(channel, end(channel));
        }
        if (end.torn.length > 0) {
            LedgerLine mark = LedgerLine.of(new LedgerEntry(
                    end.number + 1, end.hash, new LedgerEntry.OfTorn(Hash.of(end.torn), end.torn.length)));
            write(channel, mark.bytes());
            return new End(end.number + 1, Optional.of(mark.hash()), new byte[0], new byte[0]);
        }
        return end;
    }

    /** Adds a line and its end. What could be written only in part is taken back: nobody was told of it. */
    private void write(FileChannel channel, byte[] line) throws IOException {
        long before = channel.size();
        ByteBuffer bytes = ByteBuffer.wrap(joined(line, new byte[] {'\n'}, new byte[0]));
        try {
            long at = before;
            while (bytes.hasRemaining()) {
                at += channel.write(bytes, at);
            }
        } catch (IOException failure) {
            takeBack(channel, before, failure);
            throw failure;
        }
        try {
            channel.force(true);
        } catch (IOException failure) {
            throw new LedgerUnavailable(
                    Message.of(
                            "%s was written, and the system cannot say that it is on the disk (%s). Look whether the record is there before you try again",
                            quoted(), reason(failure)),
                    failure);
        }
    }

    private static void takeBack(FileChannel channel, long size, IOException failure) {
        try {
            channel.truncate(size);
        } catch (IOException leftTorn) {
            failure.addSuppressed(leftTorn);
        }
    }

    /** A new file is only sure to be found after a crash when its directory is on the disk too. */
    private void forceDirectory() throws IOException {
        Path parent = file.toAbsolutePath().getParent();
        if (parent == null) {
            return;
        }
        try (FileChannel directory = FileChannel.open(parent, StandardOpenOption.READ)) {
            directory.force(true);
        } catch (AccessDeniedException notOnThisSystem) {
            return; // Windows opens no directories, and needs none of this
        }
    }

    private static byte[] joined(byte[] first, byte[] second, byte[] third) {
        ByteBuffer all = ByteBuffer.allocate(first.length + second.length + third.length);
        return all.put(first).put(second).put(third).array();
    }

    /** Where the line begins that ends before a place: after the last line feed before it. */
    private static long lineStart(FileChannel channel, long end) throws IOException {
        for (long to = end; to > 0; ) {
            long from = Math.max(0, to - CHUNK_BYTES);
            byte[] chunk = bytes(channel, from, to);
            for (int i = chunk.length - 1; i >= 0; i--) {
                if (chunk[i] == '\n') {
                    return from + i + 1;
                }
            }
            to = from;
        }
        return 0;
    }

    private static byte[] bytes(FileChannel channel, long from, long to) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(to - from));
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, from + bytes.position()) < 0) {
                throw new IOException("it became shorter while it was read");
            }
        }
        return bytes.array();
    }

    @Override
    public void readAfter(long number, Reader reader) {
        if (!Files.exists(file)) {
            if (mayBegin) {
                return;
            }
            throw unavailable(Message.of("read"), new NoSuchFileException(file.toString()));
        }
        Position known = position;
        boolean resumes = known.number() == number;
        try (FileChannel channel = opener.open(file, Set.of(StandardOpenOption.READ))) {
            if (resumes && channel.size() < known.offset()) {
                throw new IOException("it became shorter since it was read, so that entries are lost");
            }
            channel.position(resumes ? known.offset() : 0);
            Reading reading = new Reading(reader, resumes ? 0 : number, resumes ? known.offset() : 0);
            reading.all(new BufferedInputStream(Channels.newInputStream(channel), CHUNK_BYTES));
            long read = resumes ? number + reading.entries : reading.entries;
            position = new Position(read, reading.entryEnd);
        } catch (IOException failure) {
            throw unavailable(Message.of("read"), failure);
        }
    }

    /** Splits the bytes of the file into lines. */
    private static final class Reading {

        private final Reader reader;
        private final long skipped;
        private final ByteArrayOutputStream line = new ByteArrayOutputStream();
        private long offset;
        private long entryEnd;
        private long entries;

        Reading(Reader reader, long skipped, long offset) {
            this.reader = reader;
            this.skipped = skipped;
            this.offset = offset;
            this.entryEnd = offset;
        }

        void all(InputStream stream) throws IOException {
            byte[] chunk = new byte[CHUNK_BYTES];
            for (int count = stream.read(chunk); count >= 0; count = stream.read(chunk)) {
                int from = 0;
                for (int i = 0; i < count; i++) {
                    if (chunk[i] == '\n') {
                        line.write(chunk, from, i - from);
                        from = i + 1;
                        end();
                    }
                }
                line.write(chunk, from, count - from);
                if (line.size() > LedgerLine.MOST_BYTES) {
                    throw new IOException(
                            "it has a line of more than %s bytes, which is no entry".formatted(LedgerLine.MOST_BYTES));
                }
            }
            if (line.size() > 0) {
                reader.torn(line.toByteArray());
            }
        }

        private void end() {
            byte[] bytes = line.toByteArray();
            line.reset();
            offset += bytes.length + 1;
            if (!Chain.endsTorn(bytes)) {
                entries++;
                entryEnd = offset;
            }
            if (entries > skipped || (entries == skipped && Chain.endsTorn(bytes))) {
                reader.line(bytes);
            }
        }
    }

    private String quoted() {
        return "`" + name() + "`";
    }

    private LedgerUnavailable unavailable(Message done, IOException failure) {
        return new LedgerUnavailable(Message.of("%s cannot be %s: %s", quoted(), done, reason(failure)), failure);
    }

    private Message reason(IOException failure) {
        if (failure instanceof AccessDeniedException denied) {
            boolean lock = String.valueOf(denied.getFile()).endsWith(".lock");
            return lock
                    ? Message.of("its lock file cannot be made beside it, since writing there is not permitted")
                    : Message.of("that is not permitted");
        }
        if (failure instanceof NoSuchFileException) {
            return mayBegin && !Files.isDirectory(directory())
                    ? Message.of("there is no such directory")
                    : Message.of("there is no such ledger. The first record begins one");
        }
        String said = failure instanceof FileSystemException refused ? refused.getReason() : failure.getMessage();
        return said == null
                ? Message.of("the system says no more")
                : Message.verbatim(Quoted.visible(said, MOST_NAME_CHARACTERS));
    }

    private Path directory() {
        Path parent = file.toAbsolutePath().getParent();
        return parent == null ? file : parent;
    }
}
