package dev.roi.cli;

import java.io.ByteArrayOutputStream;
import java.io.Console;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Map;
import java.util.Optional;

/**
 * A console of Windows that shows another code page than UTF-8, such as 850 or 1252: what it has no sign for is written
 * with signs that it has. Files and pipes get UTF-8 as ever.
 */
final class CodePage extends OutputStream {

    private static final Map<Integer, String> PLAIN = Map.ofEntries(
            Map.entry(0x2018, "'"),
            Map.entry(0x2019, "'"),
            Map.entry(0x201C, "\""),
            Map.entry(0x201D, "\""),
            Map.entry(0x00AB, "\""),
            Map.entry(0x00BB, "\""),
            Map.entry(0x2026, "..."),
            Map.entry(0x2010, "-"),
            Map.entry(0x2011, "-"),
            Map.entry(0x2013, "-"),
            Map.entry(0x2014, "-"),
            Map.entry(0x2212, "-"),
            Map.entry(0x00A0, " "),
            Map.entry(0x2007, " "),
            Map.entry(0x202F, " "),
            Map.entry(0x2192, "->"),
            Map.entry(0x2264, "<="),
            Map.entry(0x2265, ">="),
            Map.entry(0x0153, "oe"),
            Map.entry(0x0152, "OE"),
            Map.entry(0x20AC, "EUR"));

    private final OutputStream console;
    private final CharsetEncoder encoder;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    CodePage(OutputStream console, Charset charset) {
        this.console = console;
        this.encoder = charset.newEncoder();
    }

    /** Returns a stream for what goes to standard output or error: itself, unless a console of Windows shows it otherwise. */
    static OutputStream on(OutputStream standard) {
        boolean isWindows = System.getProperty("os.name", "").startsWith("Windows");
        return Optional.ofNullable(isWindows ? System.console() : null)
                .map(Console::charset)
                .filter(charset -> !charset.equals(StandardCharsets.UTF_8))
                .<OutputStream>map(charset -> new CodePage(standard, charset))
                .orElse(standard);
    }

    @Override
    public void write(int single) throws IOException {
        line.write(single);
        if (single == '\n') {
            flush();
        }
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        line.write(bytes, from, length);
        if (length > 0 && bytes[from + length - 1] == '\n') {
            flush();
        }
    }

    @Override
    public void flush() throws IOException {
        StringBuilder shown = new StringBuilder();
        line.toString(StandardCharsets.UTF_8).codePoints().forEach(point -> shown.append(shown(point)));
        line.reset();
        console.write(shown.toString().getBytes(encoder.charset()));
        console.flush();
    }

    @Override
    public void close() throws IOException {
        flush();
    }

    private String shown(int point) {
        String sign = Character.toString(point);
        if (encoder.canEncode(sign)) {
            return sign;
        }
        String letter = Normalizer.normalize(sign, Normalizer.Form.NFD).substring(0, 1);
        return PLAIN.getOrDefault(point, encoder.canEncode(letter) ? letter : "?");
    }
}
