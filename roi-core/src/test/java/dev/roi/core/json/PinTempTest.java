package dev.roi.core.json;

import dev.roi.core.*;
import java.io.*;
import java.nio.charset.StandardCharsets;
import java.nio.file.*;
import java.util.*;
import java.util.stream.*;
import org.junit.jupiter.api.Test;

class PinTempTest {
    @Test
    void pin() throws Exception {
        for (String f : List.of("refused-json.txt", "refused-yaml.txt", "refused-scorecards.txt")) {
            Path p = Path.of("src/test/resources/dev/roi/core/json/" + f);
            String raw = Files.readString(p);
            StringBuilder out = new StringBuilder();
            String[] blocks = raw.split("\n\n", -1);
            List<PinnedCases> cases = PinnedCases.in(f).toList();
            for (int i = 0; i < blocks.length; i++) {
                byte[] b = cases.get(i).input().getBytes(StandardCharsets.UTF_8);
                List<Fault> list;
                if (f.contains("scorecards")) {
                    try {
                        Scorecards.checkedAgainst(RefusedTest.POLICIES).read("f.json", new ByteArrayInputStream(b));
                        list = List.of();
                    } catch (InvalidInput e) {
                        list = e.faults();
                    }
                } else {
                    Faults x = new Faults();
                    if (f.contains("json")) Documents.json("f.json", b, Limits.SCORECARD, x);
                    else Documents.yaml("f.yaml", b, Limits.POLICY, x);
                    list = x.list();
                }
                if (i > 0) out.append("\n");
                blocks[i]
                        .lines()
                        .filter(l -> !l.startsWith("ROI-"))
                        .forEach(l -> out.append(l).append("\n"));
                list.forEach(x -> out.append(x).append("\n"));
            }
            Files.writeString(p, out.toString());
        }
    }
}
