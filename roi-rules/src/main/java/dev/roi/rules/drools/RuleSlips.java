package dev.roi.rules.drools;

import dev.roi.core.Message;
import dev.roi.core.Nearest;
import dev.roi.core.Quoted;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The slips that people make in rule files a parser cannot read, found line by line where a parser goes astray later. */
final class RuleSlips {

    private static final Pattern WORD = Pattern.compile("(?<![.\\w$])(?:when|then|end|rule(?=\\s+[\"'\\w]))(?![\\w.])");
    private static final Pattern HEADER = Pattern.compile("rule\\s+(.*)");
    private static final Pattern QUOTED_NAME = Pattern.compile("\"[^\"]*\"(?:\\s.*)?|'[^']*'(?:\\s.*)?");
    private static final Pattern NOTE = Pattern.compile("@(\\w+)\\s+(\\w[^(]*)");
    private static final Pattern OTHER_QUOTE = Pattern.compile("[\u201c\u201d\u201e\u00ab\u00bb]");
    private static final Pattern MERGE = Pattern.compile("^(?:<{7} |={7}$|>{7} )");
    private static final Pattern NO_BREAK = Pattern.compile("[\u00a0\u202f]");
    private static final Pattern KEYWORD = Pattern.compile(
            "(?:package|import|global|function|declare|query|dialect|unit|salience|no-loop|agenda-group|expander)\\b.*");
    private static final Pattern ATTRIBUTE = Pattern.compile(
            "(?:salience|no-loop|agenda-group|activation-group|ruleflow-group|lock-on-active|enabled|dialect|timer|duration"
                    + "|calendars|date-effective|date-expires|auto-focus)\\b.*");
    private static final Pattern PROSE = Pattern.compile("(?:#|--|<\\w|</).*|\\p{L}[\\p{L}'’-]*[:,]?\\s+[^(){};=\"@]*");

    private static final Pattern MISSPELT = Pattern.compile("(\\w+)\\s+\"_+\".*");
    private static final Pattern CONDITION = Pattern.compile("(?:not\\s+)?([A-Z]\\w*)\\s*\\(.*");

    /** What may not stand in a condition, and what is written instead; the first that is met is said. */
    private static final List<Slip> IN_CONDITIONS = List.of(
            new Slip("\u2265", Message.of("`\u2265` is no comparison"), Message.of("Write `>=`.")),
            new Slip("\u2264", Message.of("`\u2264` is no comparison"), Message.of("Write `<=`.")),
            new Slip("\u2260", Message.of("`\u2260` is no comparison"), Message.of("Write `!=`.")),
            new Slip("=<", Message.of("`=<` is no comparison"), Message.of("Write `<=`.")),
            new Slip("=>", Message.of("`=>` is no comparison"), Message.of("Write `>=`.")),
            new Slip(
                    "\\$(?=\\s)",
                    Message.of("`$` stands alone"),
                    Message.of("Write it right before the name, such as `$limit`.")),
            new Slip("<>", Message.of("`<>` is no comparison"), Message.of("Write `!=`.")),
            new Slip(
                    "(?<=\\$\\w{1,40}\\s{0,5})(?<![=!<>])=(?![=<>])(?=\\s*value\\b)",
                    Message.of("a threshold's value is not given its name with `=`"),
                    Message.of("Write `:`, such as `$limit : value`.")),
            new Slip(
                    "(?<![=!<>])=(?![=<>])",
                    Message.of("two things are not compared with `=`"),
                    Message.of("Write `==`; a threshold's value is given its name with `:`.")),
            new Slip(
                    "\\b[A-Z]\\w*\\s*\\{",
                    Message.of("a condition does not stand in `{`"),
                    Message.of(
                            "Write it in round brackets, such as `Latest( indicator == \"name\", value < $limit )`.")),
            new Slip(
                    "^\\s*(?:sauf|sans|pas|non|no|except|unless)\\s+(?=[A-Z]\\w*\\s*\\()",
                    Message.of("what must not be so does not begin with this word"),
                    Message.of("Write `not` in its place.")),
            new Slip(
                    "^\\s*(?:ou|et|and)\\s+(?=[A-Z]\\w*\\s*\\()",
                    Message.of("conditions are not joined by this word"),
                    Message.of("Take it out where both must hold; where one is enough, write another rule.")),
            new Slip("\\bin\\s*\\[", Message.of("a list of names does not stand in `[`"), inBrackets()),
            new Slip("\\bin\\s*\"", Message.of("a list of names stands in brackets"), inBrackets()),
            new Slip(
                    "(?<=[(,] {0,3}\\$\\w{1,40})\\s+value\\b",
                    Message.of("`:` is missing before `value`"),
                    Message.of("Write it such as `Threshold( id == \"group.name\", $limit : value )`.")),
            new Slip(
                    "(?<=[A-Za-z]\\w{0,40})\\s+(?:is|are|between|above|below|over|under|equals|less|greater|at|est|vaut|entre|plus|moins"
                            + "|[ée]gale?|inf[ée]rieure?|sup[ée]rieure?|au)\\b",
                    Message.of("a comparison is not written in words"),
                    Message.of("Comparisons are `==`, `!=`, `<`, `<=`, `>` and `>=`, such as `value < $limit`.")),
            new Slip(
                    "&&|\\b(?:and|et)\\b(?=[^(]*[=!<>])",
                    Message.of("comparisons are not joined by `and`"),
                    Message.of("Write a comma in its place.")),
            new Slip(
                    "(?<=\")\\s+(?=\"|[A-Za-z]\\w*\\s*(?:[=!<>]|in\\b))",
                    Message.of("a comma is missing"),
                    Message.of("Write a comma between two comparisons, and between two names of a list.")),
            new Slip(
                    "(?<=[=<>] ?\\$\\w{1,40})\\s+(?=[A-Za-z]\\w*\\s*(?:[=!<>]|in\\b))",
                    Message.of("a comma is missing"),
                    Message.of("Write a comma between two comparisons.")));

    private static final Slip AFTER_CONDITION = new Slip(
            "(?<=\\))\\s*,\\s*$",
            Message.of("a condition does not end in a comma"),
            Message.of("Take it out; each condition has its own line."));

    private final String visible;
    private final List<Found> found = new ArrayList<>();
    private State state = State.OUTSIDE;
    private int header;
    private final List<Integer> open = new ArrayList<>();

    private RuleSlips(String text) {
        this.visible = withoutTexts(text);
    }

    private static Message inBrackets() {
        return Message.of("Write it in round ones, such as `indicator in ( \"one\", \"other\" )`.");
    }

    /**
     * Looks for slips in a file that cannot be parsed.
     *
     * @param text the file
     * @return what was found, in order; may be empty
     */
    static List<Found> of(String text) {
        RuleSlips slips = new RuleSlips(text);
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf('\n', start);
            int next = end < 0 ? text.length() : end;
            slips.line(start, next);
            start = next + 1;
        }
        slips.comment(text);
        if (slips.state != State.OUTSIDE) {
            slips.noEnd();
        }
        return slips.found;
    }

    private void comment(String text) {
        int open = visible.indexOf("/*");
        if (open >= 0 && text.indexOf("*/", open) < 0) {
            add(open, Message.of("this comment is not closed"), Message.of("Write `*/` where it ends."));
            state = State.OUTSIDE;
        }
    }

    private void line(int start, int end) {
        String line = visible.substring(start, end);
        if (MERGE.matcher(line).find()) {
            if (line.startsWith("<")) {
                add(
                        start,
                        Message.of("two versions of the file meet here, which nobody has merged"),
                        Message.of("Keep the lines of one of the two, and take out those of `<<<<<<<`, `=======` and"
                                + " `>>>>>>>`."));
            }
            return;
        }
        Matcher noBreak = NO_BREAK.matcher(line);
        if (noBreak.find()) {
            add(
                    start + noBreak.start(),
                    Message.of(
                            "a no-break space (%s)",
                            Quoted.codePoint(noBreak.group().charAt(0))),
                    Message.of("Write a space instead; the two look alike."));
            return;
        }
        Matcher quote = OTHER_QUOTE.matcher(line);
        if (quote.find()) {
            add(
                    start + quote.start(),
                    Message.of("the quote `%s` is none of a rule", quote.group()),
                    Message.of("Write `\"`."));
            return;
        }
        if (line.chars().filter(c -> c == '"').count() % 2 == 1) {
            add(
                    start + line.lastIndexOf('"'),
                    Message.of("a quote is not closed"),
                    Message.of("Write the `\"` that is missing on this line."));
            return;
        }
        if (line.strip().startsWith("--")) {
            add(
                    start + line.indexOf("--"),
                    Message.of("this is neither a rule nor a comment"),
                    Message.of("A comment begins with `//`."));
            return;
        }
        int from = 0;
        Matcher word = WORD.matcher(line);
        while (word.find()) {
            piece(start + from, line.substring(from, word.start()));
            from = word.start();
            if (!word.group().startsWith("rule")) {
                piece(start + from, word.group());
                from = word.end();
            }
        }
        piece(start + from, line.substring(from));
    }

    /** Looks at what stands between two words that structure a rule, or at such a word. */
    private void piece(int start, String line) {
        String words = line.strip();
        if (words.isEmpty()) {
            return;
        }
        int at = start + line.length() - line.stripLeading().length();
        String first = words.split("[^A-Za-z]", 2)[0];
        String small = first.toLowerCase(Locale.ROOT);
        boolean isWord = List.of("rule", "when", "then", "end").contains(small)
                && (words.length() == first.length() || small.equals("rule"));
        if (isWord && !first.equals(small)) {
            add(at, Message.of("`%s` has capitals", first), Message.of("Write `%s`.", small));
        }
        switch (isWord ? small : "") {
            case "rule" -> begin(at, words);
            case "when" -> state = State.WHEN;
            case "then" -> {
                closed();
                state = State.THEN;
            }
            case "end" -> {
                if (state == State.HEADER || state == State.WHEN) {
                    add(
                            header,
                            Message.of("the rule has no `then`"),
                            Message.of("Write `then`, and after it what the rule says."));
                }
                closed();
                state = State.OUTSIDE;
            }
            default -> other(start, at, line, words);
        }
    }

    private void begin(int at, String words) {
        if (state != State.OUTSIDE) {
            noEnd();
        }
        open.clear();
        state = State.HEADER;
        header = at;
        Matcher name = HEADER.matcher(words.substring(0, 4).toLowerCase(Locale.ROOT) + words.substring(4));
        if (name.matches() && !QUOTED_NAME.matcher(name.group(1)).matches()) {
            String meant = name.group(1).replaceAll("[\"']", "").strip();
            add(
                    at,
                    Message.of("the name of the rule does not stand in quotes"),
                    Message.of("Write `rule \"%s\"`.", meant));
        }
    }

    private void noEnd() {
        add(
                header,
                Message.of("the rule that begins here has no `end`"),
                Message.of("Write `end` on a line of its own after what the rule says."));
    }

    private void other(int start, int at, String line, String words) {
        switch (state) {
            case OUTSIDE -> {
                Matcher misspelt = MISSPELT.matcher(words);
                if (misspelt.matches()
                        && Nearest.to(misspelt.group(1), List.of("rule")).isPresent()) {
                    add(
                            at,
                            Message.of("`%s` is no word of a rule", misspelt.group(1)),
                            Message.of("Did you mean `rule`?"));
                    state = State.HEADER;
                    header = at;
                } else if (PROSE.matcher(words).matches()
                        && !KEYWORD.matcher(words).matches()) {
                    add(
                            at,
                            Message.of("this is neither a rule nor a comment"),
                            Message.of("A comment begins with `//`."));
                }
            }
            case HEADER -> {
                Matcher note = NOTE.matcher(words);
                if (CONDITION.matcher(words).matches()) {
                    add(
                            at,
                            Message.of("`when` is missing before the conditions"),
                            Message.of("Write it on a line of its own."));
                    state = State.WHEN;
                    condition(start, line);
                } else if (Nearest.isFrenchFor(words, "when")) {
                    add(at, Message.of("`%s` is no word of a rule", words), Message.of("Write `when`."));
                    state = State.WHEN;
                } else if (ATTRIBUTE.matcher(words).matches()) {
                    add(
                            at,
                            Message.of("a rule has no `%s`", words.split("[ (]", 2)[0]),
                            Message.of("Take the line out; which reason comes first stands under `reasons` in"
                                    + " policy.yaml."));
                } else if (words.equals("if")) {
                    add(at, Message.of("conditions do not begin with `if`"), Message.of("Write `when`."));
                    state = State.WHEN;
                } else if (note.matches()) {
                    add(
                            at,
                            Message.of("the brackets of `@%s` are missing", note.group(1)),
                            Message.of(
                                    "Write `@%s( %s )`.",
                                    note.group(1), note.group(2).strip()));
                }
            }
            case WHEN -> {
                if (Nearest.isFrenchFor(words, "then")) {
                    add(at, Message.of("`%s` is no word of a rule", words), Message.of("Write `then`."));
                    closed();
                    state = State.THEN;
                } else {
                    condition(start, line);
                }
            }
            case THEN -> {
                if (Nearest.isFrenchFor(words, "end")) {
                    add(at, Message.of("`%s` is no word of a rule", words), Message.of("Write `end`."));
                    state = State.OUTSIDE;
                }
            }
        }
    }

    private void condition(int start, String line) {
        boolean isWithin = !open.isEmpty();
        for (int i = 0; i < line.length(); i++) {
            if (line.charAt(i) == '(') {
                open.add(start + i);
            } else if (line.charAt(i) == ')') {
                if (open.isEmpty()) {
                    add(
                            start + i,
                            Message.of("a bracket closes that does not open"),
                            Message.of("Take the `)` out, or write the `(` before it."));
                    return;
                }
                open.remove(open.size() - 1);
            }
        }
        Optional<Slip> met =
                IN_CONDITIONS.stream().filter(slip -> slip.isIn(line)).findFirst();
        if (met.isEmpty() && !isWithin && open.isEmpty() && AFTER_CONDITION.isIn(line)) {
            met = Optional.of(AFTER_CONDITION);
        }
        met.ifPresent(slip -> add(start + slip.start(line), slip.message(), slip.help()));
    }

    private void closed() {
        if (!open.isEmpty()) {
            add(
                    open.get(open.size() - 1),
                    Message.of("this bracket is not closed"),
                    Message.of("Write the `)` that is missing."));
            open.clear();
        }
    }

    private void add(int at, Message message, Message help) {
        found.add(new Found(at, message, help));
    }

    /** Returns the text with `_` for what stands in quotes, and blanks for comments; everything keeps its place. */
    private static String withoutTexts(String text) {
        StringBuilder visible = new StringBuilder(text);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char instead = ' ';
            int end = i;
            int from = i;
            if (c == '"' || c == '\'') {
                instead = '_';
                from = i + 1;
                end = from;
                while (end < text.length() && text.charAt(end) != c && text.charAt(end) != '\n') {
                    end++;
                }
            } else if (text.startsWith("//", i)) {
                end = text.indexOf('\n', i);
                end = end < 0 ? text.length() : end;
            } else if (text.startsWith("/*", i)) {
                end = text.indexOf("*/", i + 2);
                from = end < 0 ? i + 2 : i;
                end = end < 0 ? text.length() : end + 2;
            } else {
                continue;
            }
            for (int j = from; j < end; j++) {
                visible.setCharAt(j, text.charAt(j) == '\n' ? '\n' : instead);
            }
            i = Math.min(Math.max(end, i), text.length() - 1);
        }
        return visible.toString();
    }

    private enum State {
        OUTSIDE,
        HEADER,
        WHEN,
        THEN
    }

    /** What is wrong, where, and how it is mended. */
    record Found(int at, Message message, Message help) {}

    private record Slip(Pattern pattern, Message message, Message help) {

        Slip(String pattern, Message message, Message help) {
            this(Pattern.compile(pattern), message, help);
        }

        boolean isIn(String line) {
            return pattern.matcher(line).find();
        }

        int start(String line) {
            Matcher matcher = pattern.matcher(line);
            if (!matcher.find()) {
                return 0;
            }
            int start = matcher.start();
            while (start < matcher.end() - 1 && line.charAt(start) == ' ') {
                start++;
            }
            return start;
        }
    }
}
