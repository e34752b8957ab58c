package dev.roi.core.json;

import dev.roi.core.Dimension;
import dev.roi.core.Exact;
import dev.roi.core.View;
import java.time.YearMonth;
import java.util.List;

/** A view as its document has it: components in the order of the keys. */
record ViewDocument(
        String format,
        String view,
        String title,
        ReviewDocument.Policy policy,
        ReviewDocument.ScopeOf scope,
        YearMonth month,
        String language,
        String decision,
        String decided,
        String headline,
        List<String> levers,
        List<Line> lines,
        List<View.Answer> questions,
        List<ReviewDocument.Reason> reasons,
        List<ReviewDocument.Unknown> unknown) {

    static final String FORMAT = "roi-view/1";

    static ViewDocument of(View view) {
        return new ViewDocument(
                FORMAT,
                view.id().value(),
                view.title(),
                ReviewDocument.Policy.of(view.policy()),
                ReviewDocument.ScopeOf.of(view.scope()),
                view.month(),
                view.language().tag(),
                view.decision().word(),
                view.decided(),
                view.headline(),
                view.levers().stream().map(lever -> lever.id().value()).toList(),
                view.lines().stream().map(Line::of).toList(),
                view.questions(),
                view.reasons().stream().map(ReviewDocument.Reason::of).toList(),
                view.unknown().stream().map(ReviewDocument.Unknown::of).toList());
    }

    record Line(ReviewDocument.Row row, List<Part> parts) {
        static Line of(View.Line line) {
            return new Line(
                    ReviewDocument.Row.of(line.row()),
                    line.parts().stream().map(Part::of).toList());
        }
    }

    record Part(String indicator, String dimension, String part, String name, Exact value, String valueText) {
        static Part of(View.Part part) {
            Dimension dimension = part.dimension();
            return new Part(
                    part.indicator().value(),
                    dimension.word(),
                    part.part(),
                    part.name(),
                    part.value(),
                    part.valueText());
        }
    }
}
