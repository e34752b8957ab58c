package dev.roi.core.json;

import dev.roi.core.IndicatorId;
import dev.roi.core.Names;
import dev.roi.core.format.Text;
import java.util.Optional;

/** How the nouns are written that several documents have. */
final class Nouns {

    /** A text that says something, on one line. */
    static final String ONE_LINE = "^[^\\t\\n\\r]*[^\\s][^\\t\\n\\r]*$";

    /** A name in kebab-case. */
    static final String KEBAB = "^[a-z][a-z0-9]*(-[a-z0-9]+)*$";

    /** The name of an indicator. */
    static final Text<IndicatorId> INDICATOR = Text.of(
                    name -> Optional.of(name).filter(Names::isKebab).map(IndicatorId::new), IndicatorId::value)
            .also("maxLength", Names.MOST_CHARACTERS)
            .also("pattern", KEBAB);

    private Nouns() {}
}
