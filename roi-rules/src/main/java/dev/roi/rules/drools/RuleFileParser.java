package dev.roi.rules.drools;

import dev.roi.core.Fault;
import dev.roi.core.Fault.Place;
import dev.roi.core.Fault.Severity;
import dev.roi.core.Message;
import dev.roi.core.json.Faults;
import dev.roi.rules.facts.FactType;
import dev.roi.rules.facts.RuleSubject;
import dev.roi.rules.language.FormerNames;
import dev.roi.rules.policy.PolicyCode;
import dev.roi.rules.policy.PolicyFiles;
import dev.roi.rules.policy.RuleFile;
import dev.roi.rules.policy.RuleNames;
import dev.roi.rules.policy.RuleParser;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Reads rule files with the parser of Drools, and lets through what a policy may use and nothing else: rules whose
 * conditions ask for facts of {@link FactType}, and whose consequence is one of a few words. Nothing of a file is
 * compiled or run. Safe for use by several threads.
 */
public final class RuleFileParser implements RuleParser {

    private final FormerNames former;

    /** Makes a parser of files that use the names of now. */
    public RuleFileParser() {
        this(FormerNames.REFUSED);
    }

    /**
     * Makes a parser.
     *
     * @param former what becomes of names that facts and fields had before
     */
    public RuleFileParser(FormerNames former) {
        this.former = former;
    }

    @Override
    public RuleFile parse(String source, RuleSubject subject, byte[] bytes, RuleNames names, Faults faults) {
        if (bytes.length > PolicyFiles.MOST_RULE_BYTES) {
            faults.add(new Fault(
                    PolicyCode.TOO_LARGE.id(),
                    Severity.ERROR,
                    new Place(source, 0, 0, ""),
                    Message.of("a rule file has %s bytes at the most.", PolicyFiles.MOST_RULE_BYTES),
                    Optional.empty()));
            return new RuleFile(List.of(), List.of(), new String(bytes, StandardCharsets.UTF_8));
        }
        Optional<String> text = decode(bytes);
        if (text.isEmpty()) {
            faults.add(new Fault(
                    PolicyCode.RULE_SYNTAX.id(),
                    Severity.ERROR,
                    firstWrongByte(source, bytes),
                    Message.of("the file is not UTF-8 text."),
                    Optional.of(Message.of(
                            "Save the file as UTF-8: most editors offer it under `Save as`, as the encoding."))));
            return new RuleFile(List.of(), List.of(), new String(bytes, StandardCharsets.ISO_8859_1));
        }
        RuleFaults found = new RuleFaults(source, text.get(), faults);
        return LibraryLoader.in(() -> new RuleFileReader(found, subject, names, former).read());
    }

    /** Where the first byte stands that is not UTF-8. */
    private static Place firstWrongByte(String source, byte[] bytes) {
        CharBuffer before = CharBuffer.allocate(bytes.length);
        StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes), before, true);
        String text = before.flip().toString();
        int line = 1 + (int) text.chars().filter(one -> one == '\n').count();
        return new Place(source, line, text.length() - text.lastIndexOf('\n'), "");
    }

    private static Optional<String> decode(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (CharacterCodingException notUtf8) {
            return Optional.empty();
        }
    }
}
