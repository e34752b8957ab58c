package dev.roi.cli;

import dev.roi.core.Language;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.Locale;

/** Where the program starts. */
public final class Main {

    private Main() {}

    /**
     * Runs one command and ends the process with its exit status.
     *
     * @param args the command and its arguments
     */
    public static void main(String[] args) {
        // bytes, and not System.out, whose charset and swallowed errors are the machine's
        OutputStream err = CodePage.on(new FileOutputStream(FileDescriptor.err));
        Streams streams = new Streams(new FileInputStream(FileDescriptor.in), CodePage.on(new StandardOutput()), err);
        Progress progress = Progress.isTerminal() ? Progress.on(err) : Progress.silent();
        Language machine = MachineLanguage.of(System.getenv(), Locale.getDefault(Locale.Category.DISPLAY));
        System.exit(new Program(progress, InstantSource.system(), machine)
                .run(streams, args)
                .code());
    }
}
