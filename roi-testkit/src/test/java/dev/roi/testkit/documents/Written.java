package dev.roi.testkit.documents;

import dev.roi.core.Portfolio;
import dev.roi.core.PortfolioReview;
import dev.roi.core.Scorecard;
import dev.roi.core.View;
import dev.roi.core.ViewId;
import dev.roi.core.json.Json;
import dev.roi.rules.Engine;
import dev.roi.rules.ReviewRequest;
import dev.roi.rules.whatif.WhatIf;
import dev.roi.rules.whatif.WhatIfJson;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What applications hand to their Jackson, each with the document that has to come out. Knows no Jackson itself. */
public final class Written {

    private Written() {}

    /** Reviews, a portfolio's, views and what would change a decision, by what they are; the document comes first. */
    public static Map<String, Object[]> all() {
        Engine engine = Engine.builtIn("coding-agent");
        List<Scorecard> scorecards =
                engine.read(Path.of("../roi-examples/data/rollout")).scorecards();
        PortfolioReview reviews = engine.review(new Portfolio(scorecards), ReviewRequest.LATEST);
        Map<String, Object[]> all = new TreeMap<>();
        reviews.reviews()
                .forEach(review ->
                        all.put("review of " + review.scope().id(), new Object[] {Json.line(review), review}));
        all.put("portfolio", new Object[] {onOneLine(Json.write(reviews)), reviews});
        for (ViewId id : engine.policy().views().readers().keySet()) {
            View view = engine.view(scorecards.get(0), id, ReviewRequest.LATEST);
            all.put("view " + id, new Object[] {onOneLine(Json.write(view)), view});
        }
        WhatIf whatIf = engine.whatIf(scorecards.get(0), ReviewRequest.LATEST);
        all.put("what-if", new Object[] {onOneLine(WhatIfJson.write(whatIf)), whatIf});
        return all;
    }

    /** Whether documents that this roi wrote are read as they were. */
    public static List<String> notReadBack() {
        List<String> wrong = new ArrayList<>();
        all().forEach((what, pair) -> {
            String document = (String) pair[0];
            if (what.startsWith("review")
                    && !Json.line(Json.readReview(document)).equals(document)) {
                wrong.add(what);
            }
        });
        return wrong;
    }

    /** The document without the spaces between its parts. */
    static String onOneLine(String document) {
        StringBuilder line = new StringBuilder();
        boolean inText = false;
        for (int i = 0; i < document.length(); i++) {
            char next = document.charAt(i);
            if (inText || !Character.isWhitespace(next)) {
                line.append(next);
            }
            if (inText && next == '\\') {
                line.append(document.charAt(++i));
            } else if (next == '"') {
                inText = !inText;
            }
        }
        return line.toString();
    }
}
