package dev.roi.governance.addition;

import dev.roi.core.Message;
import dev.roi.core.Unit;
import java.util.function.Function;

/**
 * An indicator to begin with: an activity, which proves nothing.
 *
 * @param name its name
 * @param block the block it belongs to
 * @param unit what its values count
 */
record NewIndicator(String name, String block, Unit unit) {

    Entry entry(Function<Message, String> remark) {
        return Entry.of(name)
                .with("block", block)
                .with("unit", unit.id())
                .with("range", unit.equals(Unit.PERCENT) ? "{ least: 0, most: 100 }" : "{ least: 0 }")
                .with("direction", "higher-is-better")
                .with("nature", "activity")
                .remark(remark.apply(
                        Message.of("say what it is; an activity proves nothing, an outcome does (`nature: outcome`)")))
                .remark(remark.apply(Message.of(
                        "name it in `views.yaml` to show it, and under `judged-by` to let it judge its block")));
    }

    Entry words(Function<Message, String> remark) {
        String words = name.replace('-', ' ');
        return Entry.of(name)
                .with("name", "\"" + Character.toUpperCase(words.charAt(0)) + words.substring(1) + "\"")
                .with("brief", "\"" + words + "\"")
                .remark(remark.apply(
                        Message.of("say what people call it: `name` in a table, `brief` within a sentence")));
    }
}
