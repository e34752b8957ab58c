package dev.roi.ledger;

import java.nio.file.Path;

/** A process that adds records until it is killed, and says of each that it was added. */
final class Appending {

    private Appending() {}

    public static void main(String[] args) {
        Records records = Records.in(FileLedger.at(Path.of(args[0])));
        String name = "Ana ".repeat(70);
        while (true) {
            Head head = records.append(Sample.record(name), Sample.POLICY);
            System.out.println("added " + head.entry() + " " + head.hash());
            System.out.flush();
        }
    }
}
