package dev.roi.core.json;

import dev.roi.core.format.Objection;
import java.util.List;
import java.util.Optional;

/** What is said of a document that the library writes itself: keys that later versions add are let be. */
class LaterKeys extends DocumentObjections {

    LaterKeys(Faults faults) {
        super(faults);
    }

    @Override
    protected Optional<Objection> unknownKey(String key, List<String> known) {
        return Optional.empty();
    }
}
