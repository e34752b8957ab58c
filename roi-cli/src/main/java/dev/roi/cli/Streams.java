package dev.roi.cli;

import java.io.InputStream;
import java.io.OutputStream;

/**
 * What a command reads and writes. All of it is UTF-8, whatever the machine's locale; see {@link CodePage} for a
 * console that shows something else.
 *
 * @param in standard input
 * @param out standard output
 * @param err standard error
 */
record Streams(InputStream in, OutputStream out, OutputStream err) {}
