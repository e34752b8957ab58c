package dev.roi.cli;

import dev.roi.core.Message;
import dev.roi.core.Quoted;
import dev.roi.governance.copy.EditableCopy;
import dev.roi.rules.policy.PolicyFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code init}: writes a copy of a built-in policy to edit. */
@CommandLine.Command(
        name = "init",
        header = "Write a copy of a built-in policy, to edit.",
        customSynopsis = "roi init DIR [--from ID]",
        description = {
            "DIR is written whole or not at all, with a README.md (LISEZMOI.md in French)",
            "that says what each file is and how to change a number. Until something is",
            "changed, the copy decides as the original, and has its fingerprint."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  roi init my-policy                            a copy of coding-agent",
            "  roi review scorecard.json --policy my-policy  a review with it"
        })
final class InitCommand extends Speaking implements Command {

    private static final int MOST_NAME_CHARACTERS = 500;

    @Parameters(
            paramLabel = "DIR",
            description = {
                "The directory; it is made, with its parents. One that is",
                "there has to be empty: nothing is written over."
            })
    private String directory = "";

    @Option(names = "--from", paramLabel = "ID", description = "The built-in policy; coding-agent unless said.")
    private String from = "coding-agent";

    @Override
    public Status run(Session session) throws IOException {
        if (!session.policies().names().contains(from)) {
            throw new Refusal(Sentences.unknown(
                    Message.of("built-in policy"), from, session.policies().names()));
        }
        Path target = Arguments.path(directory);
        EditableCopy copy = EditableCopy.of(from);
        try {
            PolicyFiles written = copy.writeTo(target, session.language());
            session.print(Message.of(
                            "Wrote %s files to %s: a copy of %s %s.\n"
                                    + "Begin with README.md there; LISEZMOI.md says the same in French.\n",
                            written.paths().size(),
                            "`" + Quoted.visible(directory, MOST_NAME_CHARACTERS) + "`",
                            copy.origin().id(),
                            copy.origin().version())
                    .in(session.language()));
            return Status.DONE;
        } catch (UncheckedIOException unwritable) {
            throw new Refusal(
                    Message.verbatim(Quoted.visible(String.valueOf(unwritable.getMessage()), 2 * MOST_NAME_CHARACTERS)),
                    unwritable);
        }
    }
}
