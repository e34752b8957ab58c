package dev.roi.core.json;

import dev.roi.core.InputFault;
import dev.roi.core.Message;
import dev.roi.core.Quoted;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Decodes UTF-8 and nothing else, up to a limit, and knows the line and column of the first byte that is wrong. */
final class StrictUtf8 extends Reader {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final InputStream input;
    private final long most;
    private long limit;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final ByteBuffer bytes = ByteBuffer.allocate(16 * 1024).flip();
    private long read;
    private boolean atEnd;
    private boolean atStart = true;
    private boolean afterReturn;
    private int line = 1;
    private int column = 1;
    /** Thrown only after everything before it was handed out. */
    private Optional<Refused> refused = Optional.empty();

    StrictUtf8(InputStream input, long limit) {
        this.input = input;
        this.most = limit;
        this.limit = limit;
    }

    /** Begins to count bytes anew. */
    void forgetBytes() {
        limit = most > Long.MAX_VALUE - read ? Long.MAX_VALUE : read + most;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        if (length < 2) {
            throw new IllegalArgumentException("a character may need two places, not (%s)".formatted(length));
        }
        if (refused.isPresent()) {
            throw refused.get();
        }
        CharBuffer characters = CharBuffer.wrap(target, offset, length).slice();
        while (true) {
            CoderResult result = decoder.decode(bytes, characters, atEnd);
            int accepted = accept(target, offset, characters.position());
            if (result.isError() && refused.isEmpty()) {
                refuse(InputFault.NOT_UTF8, wrongByte());
            }
            if (accepted > 0) {
                return accepted;
            }
            if (refused.isPresent()) {
                throw refused.get();
            }
            characters.position(0);
            if (atEnd) {
                return -1;
            }
            fill();
        }
    }

    /** Takes a byte order mark away, follows lines and columns, and stops before a control character. */
    private int accept(char[] target, int offset, int count) {
        int kept = count;
        if (atStart && count > 0) {
            atStart = false;
            if (target[offset] == BYTE_ORDER_MARK) {
                kept--;
                System.arraycopy(target, offset + 1, target, offset, kept);
            }
        }
        for (int i = 0; i < kept; i++) {
            char character = target[offset + i];
            if (character >= ' ' && character != '\u007F') {
                afterReturn = false;
                column++;
                continue;
            }
            if (character == '\n' && afterReturn) {
                afterReturn = false;
                continue;
            }
            afterReturn = character == '\r';
            if (character == '\n' || afterReturn) {
                line++;
                column = 1;
                continue;
            }
            if (character != '\t') {
                refuse(InputFault.CONTROL_CHARACTER, Message.of("control character %s", Quoted.codePoint(character)));
                return i;
            }
            column++;
        }
        return kept;
    }

    private void fill() throws IOException {
        bytes.compact();
        int more = input.read(bytes.array(), bytes.position(), bytes.remaining());
        if (more < 0) {
            atEnd = true;
        } else {
            bytes.position(bytes.position() + more);
            boolean first = read == 0;
            read += more;
            if (read > limit) {
                throw new Refused(
                        InputFault.TOO_LARGE,
                        0,
                        0,
                        Message.of("the document is larger than the limit of %s bytes", Message.grouped(most)));
            }
            if (first && isUtf16(more)) {
                refuse(InputFault.NOT_UTF8, Message.of("the document is in UTF-16; it has to be in UTF-8"));
                throw refused.get();
            }
        }
        bytes.flip();
    }

    /** A byte order mark, or the noughts that fill up the first two characters. */
    private boolean isUtf16(int count) {
        if (count < 4) {
            return false;
        }
        int one = bytes.get(0) & 0xFF;
        int two = bytes.get(1) & 0xFF;
        boolean marked = (one == 0xFE && two == 0xFF) || (one == 0xFF && two == 0xFE);
        boolean filledUp =
                (one == 0) != (two == 0) && bytes.get(2) == 0 == (one == 0) && bytes.get(3) == 0 == (two == 0);
        return marked || filledUp;
    }

    private Message wrongByte() {
        int value = bytes.hasRemaining() ? bytes.get(bytes.position()) & 0xFF : 0;
        return Message.of("byte 0x%s is not UTF-8 here", "%02X".formatted(value));
    }

    private void refuse(InputFault fault, Message message) {
        refused = Optional.of(new Refused(fault, line, column, message));
    }

    @Override
    public void close() throws IOException {
        input.close();
    }

    /** The reason why no more characters come. */
    static final class Refused extends IOException {

        private static final long serialVersionUID = 1L;

        private final InputFault fault;
        private final int line;
        private final int column;
        private final transient Message words;

        Refused(InputFault fault, int line, int column, Message words) {
            super(words.toString());
            this.fault = fault;
            this.line = line;
            this.column = column;
            this.words = words;
        }

        InputFault fault() {
            return fault;
        }

        int line() {
            return line;
        }

        int column() {
            return column;
        }

        Message words() {
            return words;
        }
    }
}
