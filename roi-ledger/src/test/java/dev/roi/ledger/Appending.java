package dev.roi.ledger;

import java.nio.file.Path;

/** A process that adds records of every kind until it is killed, and says of each that it was added. */
final class Appending {

    private Appending() {}

    public static void main(String[] args) {
        Records records = Records.in(FileLedger.at(Path.of(args[0])));
        String name = "Ana ".repeat(70);
        while (true) {
            Head decided = records.append(Sample.record(name), Sample.POLICY);
            say(decided);
            say(records.append(Sample.moved(decided.entry(), name)));
            say(records.append(Sample.done(decided.entry(), name)));
        }
    }

    private static void say(Head head) {
        System.out.println("added " + head.entry() + " " + head.hash());
        System.out.flush();
    }
}
