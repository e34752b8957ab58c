package dev.roi.benchmarks;

import dev.roi.core.Scope;
import dev.roi.core.Scorecard;
import dev.roi.core.json.Json;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A portfolio document of any size, written as it is read. */
final class PortfolioStream extends InputStream {

    private final List<Scorecard> seen;
    private final int scopes;
    private int next;
    private byte[] piece = bytes("{ \"format\": \"roi-portfolio/1\", \"scorecards\": [\n");
    private int at;

    PortfolioStream(List<Scorecard> seen, int scopes) {
        this.seen = seen;
        this.scopes = scopes;
    }

    @Override
    public int read() {
        return isAtEnd() ? -1 : piece[at++] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        if (isAtEnd()) {
            return -1;
        }
        int count = Math.min(length, piece.length - at);
        System.arraycopy(piece, at, target, offset, count);
        at += count;
        return count;
    }

    private boolean isAtEnd() {
        if (at == piece.length && next <= scopes) {
            at = 0;
            piece = next == scopes ? bytes("] }\n") : bytes((next == 0 ? "" : ",") + line(next));
            next++;
        }
        return at == piece.length;
    }

    private String line(int number) {
        Scorecard scorecard = seen.get(number % seen.size());
        String id = "scope-" + number;
        return Json.line(scorecard.withScope(
                new Scope(scorecard.scope().level(), id, id, scorecard.scope().firstUse())));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
