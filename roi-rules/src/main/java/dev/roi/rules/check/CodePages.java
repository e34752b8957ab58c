package dev.roi.rules.check;

import dev.roi.core.InputFault;
import dev.roi.core.RecordFault;
import dev.roi.rules.ledger.LedgerFault;
import dev.roi.rules.live.ReloadFault;
import dev.roi.rules.policy.PolicyCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A page for each code that stands before a message: what is wrong, why it matters, a wrong and a right example. */
public final class CodePages {

    private CodePages() {}

    /**
     * Returns the codes.
     *
     * @return all that a message can begin with, in order
     */
    public static List<String> codes() {
        return Stream.of(
                        Arrays.stream(InputFault.values()).map(InputFault::code),
                        Arrays.stream(PolicyCode.values()).map(PolicyCode::id),
                        Arrays.stream(RecordFault.values()).map(RecordFault::code),
                        Arrays.stream(LedgerFault.values()).map(LedgerFault::code),
                        Arrays.stream(ReloadFault.values()).map(ReloadFault::code))
                .flatMap(codes -> codes)
                .sorted()
                .toList();
    }

    /**
     * Looks a page up.
     *
     * @param code the code, such as {@code ROI-P08}
     * @return its page in Markdown, if there is such a code
     */
    public static Optional<String> find(String code) {
        if (!codes().contains(code)) {
            return Optional.empty();
        }
        try (InputStream stream = CodePages.class.getResourceAsStream("codes/" + code + ".md")) {
            if (stream == null) {
                throw new IllegalStateException("the page of (%s) is missing from the jar".formatted(code));
            }
            return Optional.of(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
