package dev.roi.benchmarks.first;

import dev.roi.benchmarks.peers.PlainDrools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.kie.api.KieBase;

/** Builds rules with Drools as its manual shows, fires them once, prints what fired and ends. */
public final class FirstWithDrools {

    private FirstWithDrools() {}

    /**
     * Makes one decision.
     *
     * @param arguments the model, the file with the rules, the file with the facts
     * @throws IOException when a file cannot be read
     */
    public static void main(String... arguments) throws IOException {
        KieBase base =
                PlainDrools.build(Files.readString(Path.of(arguments[1])), PlainDrools.Model.valueOf(arguments[0]));
        System.out.println(PlainDrools.fire(base.newStatelessKieSession(), FactFile.read(Path.of(arguments[2]))));
    }
}
