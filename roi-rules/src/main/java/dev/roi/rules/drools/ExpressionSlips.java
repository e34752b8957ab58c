package dev.roi.rules.drools;

import dev.roi.core.Message;
import dev.roi.core.Nearest;
import dev.roi.rules.facts.FactType;
import dev.roi.rules.facts.Field;
import dev.roi.rules.facts.FieldKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What people write where a comparison or a consequence should stand, and how it is written. */
final class ExpressionSlips {

    private static final List<String> WORDS =
            List.of("stop", "adjust", "blockExtend", "extendNotEarned", "support", "note");
    private static final String SIGN = "\\s*(==|!=|<=|>=|<|>)\\s*";
    private static final Pattern TEXT = Pattern.compile("\"[^\"]*\"");
    private static final Pattern TURNED = Pattern.compile("(\\$\\w+|[0-9.]+)" + SIGN + "([A-Za-z]\\w*)");
    private static final Pattern TWICE = Pattern.compile("(\\S+)" + SIGN + "([A-Za-z]\\w*)" + SIGN + "(\\S+)");
    private static final Pattern UNQUOTED_LIST = Pattern.compile("(\\w+)\\s+in\\s*\\(([\\w\\s,.-]*)\\)");
    private static final Map<String, String> TURNS =
            Map.of("<", ">", "<=", ">=", ">", "<", ">=", "<=", "==", "==", "!=", "!=");
    private static final Pattern CALCULATED_LEFT = Pattern.compile("^\\$?\\w+\\s*[-+*/]\\s*\\$?\\w");
    private static final Pattern CALL =
            Pattern.compile("(?:(\\w+)\\s*\\.\\s*)?(\\w+)\\s*\\((.*)\\)\\s*;?", Pattern.DOTALL);
    private static final Pattern WORD = Pattern.compile("[\\w-]+");

    private ExpressionSlips() {}

    /** Says what was likely meant by what is no comparison. */
    static Optional<Message> help(FactType type, String expression) {
        String visible = TEXT.matcher(expression).replaceAll("\"\"");
        Optional<Field> flag = Optional.ofNullable(type.fields().get(expression.replaceFirst("^!\\s*", "")))
                .filter(field -> field.kind() == FieldKind.FLAG);
        if (flag.isPresent()) {
            return Optional.of(Message.of("Write `%s == %s`.", flag.get().name(), !expression.startsWith("!")));
        }
        if (visible.contains("&&")) {
            return Optional.of(Message.of("Write a comma in place of `&&`."));
        }
        if (visible.equals("\"\"")) {
            return type.fields().keySet().stream()
                    .findFirst()
                    .map(field -> Message.of("Say what it is compared with: `%s == %s`.", field, expression));
        }
        Matcher turned = TURNED.matcher(expression);
        if (turned.matches()) {
            return Optional.of(Message.of(
                    "Write the field first: `%s %s %s`.",
                    turned.group(3), TURNS.getOrDefault(turned.group(2), turned.group(2)), turned.group(1)));
        }
        Matcher twice = TWICE.matcher(expression);
        if (twice.matches()) {
            return Optional.of(Message.of(
                    "Write two comparisons with a comma between them, such as `%s > $least, %s < $most`.",
                    twice.group(3), twice.group(3)));
        }
        Matcher list = UNQUOTED_LIST.matcher(expression);
        if (list.matches()) {
            boolean isFlag = Optional.ofNullable(type.fields().get(list.group(1)))
                    .filter(field -> field.kind() == FieldKind.FLAG)
                    .isPresent();
            if (isFlag) {
                return Optional.of(Message.of(
                        "It is true or false: write `%s == true`, or `%s == false`; or take it out.",
                        list.group(1), list.group(1)));
            }
            return Optional.of(
                    Message.of("Write the names in quotes, such as `%s in ( \"one\", \"other\" )`.", list.group(1)));
        }
        return CALCULATED_LEFT.matcher(visible).find()
                ? Optional.of(
                        Message.of(
                                "Write the field first, and what it is compared with after it, such as `value > $one - $other`."))
                : Optional.empty();
    }

    /** Says what was likely meant by what is no consequence. */
    static Optional<Message> consequence(String code) {
        Matcher call = CALL.matcher(code);
        if (!call.matches() || code.indexOf(';') != code.lastIndexOf(';')) {
            return Optional.empty();
        }
        String object = call.group(1) == null ? "" : call.group(1);
        String word = call.group(2);
        String argument = call.group(3).strip();
        if (!WORDS.contains(word)) {
            return Optional.empty();
        }
        if (argument.contains(",")) {
            return Optional.of(Message.of("A rule pulls one lever: write another rule for the other."));
        }
        boolean isNear =
                object.isEmpty() || Nearest.to(object, List.of("findings")).isPresent();
        if (!isNear) {
            return Optional.empty();
        }
        if (WORD.matcher(argument).matches()) {
            return Optional.of(Message.of("Write the lever in quotes: `findings.%s( \"%s\" );`.", word, argument));
        }
        String shown = argument.isEmpty() ? "" : " %s ".formatted(argument);
        return TEXT.matcher(argument).matches() || argument.isEmpty()
                ? Optional.of(Message.of("Write `findings.%s(%s);`.", word, shown))
                : Optional.empty();
    }
}
