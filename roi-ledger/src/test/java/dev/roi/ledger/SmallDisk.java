package dev.roi.ledger;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/** A disk that has room for so many bytes more, and then is full; what fits is written, as on a real one. */
final class SmallDisk implements FileLedger.Opener {

    private final boolean mayShrink;
    private long room;

    SmallDisk(long room, boolean mayShrink) {
        this.room = room;
        this.mayShrink = mayShrink;
    }

    @Override
    public FileChannel open(Path path, Set<? extends OpenOption> options) throws IOException {
        FileChannel real = FileChannel.open(path, options);
        return options.contains(StandardOpenOption.WRITE) ? new Full(real) : real;
    }

    private final class Full extends FileChannel {

        private final FileChannel real;

        Full(FileChannel real) {
            this.real = real;
        }

        @Override
        public int write(ByteBuffer bytes, long at) throws IOException {
            if (room == 0) {
                throw new IOException("No space left on device");
            }
            ByteBuffer fits = bytes.duplicate();
            fits.limit(bytes.position() + (int) Math.min(room, Math.min(bytes.remaining(), 100)));
            int written = real.write(fits, at);
            bytes.position(bytes.position() + written);
            room -= written;
            return written;
        }

        @Override
        public FileChannel truncate(long size) throws IOException {
            if (!mayShrink) {
                throw new IOException("Operation not permitted");
            }
            room += real.size() - size;
            real.truncate(size);
            return this;
        }

        @Override
        public int read(ByteBuffer bytes) throws IOException {
            return real.read(bytes);
        }

        @Override
        public long read(ByteBuffer[] bytes, int offset, int length) throws IOException {
            return real.read(bytes, offset, length);
        }

        @Override
        public int write(ByteBuffer bytes) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long write(ByteBuffer[] bytes, int offset, int length) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long position() throws IOException {
            return real.position();
        }

        @Override
        public FileChannel position(long at) throws IOException {
            real.position(at);
            return this;
        }

        @Override
        public long size() throws IOException {
            return real.size();
        }

        @Override
        public void force(boolean metaData) throws IOException {
            real.force(metaData);
        }

        @Override
        public long transferTo(long from, long count, WritableByteChannel target) throws IOException {
            return real.transferTo(from, count, target);
        }

        @Override
        public long transferFrom(ReadableByteChannel source, long at, long count) throws IOException {
            return real.transferFrom(source, at, count);
        }

        @Override
        public int read(ByteBuffer bytes, long at) throws IOException {
            return real.read(bytes, at);
        }

        @Override
        public MappedByteBuffer map(MapMode mode, long at, long size) throws IOException {
            return real.map(mode, at, size);
        }

        @Override
        public FileLock lock(long at, long size, boolean shared) throws IOException {
            return real.lock(at, size, shared);
        }

        @Override
        public FileLock tryLock(long at, long size, boolean shared) throws IOException {
            return real.tryLock(at, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            real.close();
        }
    }
}
