package dev.roi.imports.table;

import dev.roi.core.Fault;
import dev.roi.imports.text.ImportFault;
import dev.roi.imports.text.ImportFaults;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** In which encoding a table is written: UTF-8, or Windows-1252 as spreadsheets have it; never half of each. */
final class Encoding {

    static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final int BUFFER = 1 << 16;

    private int expected;
    private int line = 1;
    private boolean multibyte;
    private int firstInvalidLine;
    private int firstUndefinedLine;
    private int lead;

    private Encoding() {}

    /** Finds the encoding; nothing where there is none, which is then among the faults. */
    static Optional<Charset> of(String source, InputStream stream, ImportFaults faults) throws IOException {
        Encoding encoding = new Encoding();
        byte[] buffer = new byte[BUFFER];
        boolean first = true;
        for (int length = stream.read(buffer); length >= 0; length = stream.read(buffer)) {
            if (first && length > 1) {
                first = false;
                Optional<String> other = other(buffer, length);
                if (other.isPresent()) {
                    faults.add(
                            ImportFault.NOT_A_TABLE, new Fault.Place(source, 0, 0, ""), "not-a-table." + other.get());
                    return Optional.empty();
                }
            }
            for (int i = 0; i < length; i++) {
                encoding.take(buffer[i] & 0xFF);
            }
        }
        encoding.end();
        return encoding.result(source, faults);
    }

    /** What a file is that begins like this and is no text. */
    private static Optional<String> other(byte[] begin, int length) {
        int one = begin[0] & 0xFF;
        int two = begin[1] & 0xFF;
        if (one == 'P' && two == 'K') {
            return Optional.of("zip");
        }
        if (one == 0x1F && two == 0x8B) {
            return Optional.of("gzip");
        }
        if (one == 0xD0 && two == 0xCF) {
            return Optional.of("xls");
        }
        if ((one == 0xFF && two == 0xFE) || (one == 0xFE && two == 0xFF)) {
            return Optional.of("utf-16");
        }
        if (one == '%' && two == 'P') {
            return Optional.of("binary");
        }
        for (int i = 0; i < length; i++) {
            if (begin[i] == 0) {
                return Optional.of("binary");
            }
        }
        return Optional.empty();
    }

    private void take(int octet) {
        judge(octet);
        if (octet == '\n') {
            line++;
        }
    }

    private void judge(int octet) {
        if (expected > 0) {
            if ((octet & 0xC0) == 0x80 && isAllowedAfter(lead, octet)) {
                expected--;
                lead = 0;
                multibyte |= expected == 0;
                return;
            }
            invalid();
        }
        if (octet >= 0x80) {
            if (octet >= 0xC2 && octet <= 0xF4) {
                expected = octet < 0xE0 ? 1 : octet < 0xF0 ? 2 : 3;
                lead = octet;
            } else {
                invalid();
            }
            boolean undefined = octet == 0x81 || octet == 0x8D || octet == 0x8F || octet == 0x90 || octet == 0x9D;
            if (undefined && firstUndefinedLine == 0) {
                firstUndefinedLine = line;
            }
        }
    }

    private static boolean isAllowedAfter(int lead, int octet) {
        return switch (lead) {
            case 0xE0 -> octet >= 0xA0;
            case 0xED -> octet < 0xA0;
            case 0xF0 -> octet >= 0x90;
            case 0xF4 -> octet < 0x90;
            default -> true;
        };
    }

    private void invalid() {
        expected = 0;
        lead = 0;
        if (firstInvalidLine == 0) {
            firstInvalidLine = line;
        }
    }

    private void end() {
        if (expected > 0) {
            invalid();
        }
    }

    private Optional<Charset> result(String source, ImportFaults faults) {
        if (firstInvalidLine == 0) {
            return Optional.of(StandardCharsets.UTF_8);
        }
        if (!multibyte && firstUndefinedLine == 0) {
            return Optional.of(WINDOWS);
        }
        faults.add(
                ImportFault.ENCODING,
                new Fault.Place(source, firstInvalidLine, 1, ""),
                multibyte ? "two-encodings" : "no-encoding");
        return Optional.empty();
    }
}
