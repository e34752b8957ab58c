package dev.roi.core.json;

import static java.util.Objects.requireNonNull;

import java.io.InputStream;
import java.nio.file.Path;

/** Where scorecards are read from. */
public abstract sealed class Source {

    private Source() {}

    /**
     * Returns a file, or a directory whose {@code *.json} files are read, those of directories within it left aside.
     *
     * @param path the file or directory
     * @return the source; messages call it by its path
     */
    public static Source of(Path path) {
        return new OnDisk(requireNonNull(path, "path"));
    }

    /**
     * Returns a stream, which is read to its end and left open.
     *
     * @param name what messages call it
     * @param stream the stream
     * @return the source; it can be read once
     */
    public static Source of(String name, InputStream stream) {
        return new Stream(requireNonNull(name, "name"), requireNonNull(stream, "stream"));
    }

    abstract void readInto(ScorecardLoader gathering);

    private static final class OnDisk extends Source {

        private final Path path;

        private OnDisk(Path path) {
            this.path = path;
        }

        @Override
        void readInto(ScorecardLoader gathering) {
            gathering.read(path);
        }
    }

    private static final class Stream extends Source {

        private final String name;
        private final InputStream stream;

        private Stream(String name, InputStream stream) {
            this.name = name;
            this.stream = stream;
        }

        @Override
        void readInto(ScorecardLoader gathering) {
            gathering.read(name, stream);
        }
    }
}
