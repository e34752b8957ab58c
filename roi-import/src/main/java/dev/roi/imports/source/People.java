package dev.roi.imports.source;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who is a person and who is a program. */
final class People {

    private final List<Pattern> bots;

    /** @param globs names of bots, where a star stands for any characters */
    People(List<String> globs) {
        bots = globs.stream().map(People::pattern).toList();
    }

    private static Pattern pattern(String glob) {
        String pieces = Stream.of(glob.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
        return Pattern.compile(pieces, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** A bot is one that its tool calls so, that ends as GitHub's do, or that is named in the list. */
    boolean isBot(Optional<String> name, Optional<String> type) {
        if (type.map(text -> text.toLowerCase(Locale.ROOT))
                .filter(text -> text.equals("bot") || text.equals("app"))
                .isPresent()) {
            return true;
        }
        return name.filter(text -> text.endsWith("[bot]")
                        || bots.stream().anyMatch(bot -> bot.matcher(text).matches()))
                .isPresent();
    }
}
