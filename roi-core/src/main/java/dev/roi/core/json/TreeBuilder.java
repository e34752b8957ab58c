package dev.roi.core.json;

import dev.roi.core.Exact;
import dev.roi.core.Fault;
import dev.roi.core.InputFault;
import dev.roi.core.Message;
import dev.roi.core.Quoted;
import dev.roi.core.format.Kind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Puts a tree together, one token after the other, and holds it against the limits. Never recurses. */
final class TreeBuilder {

    private static final BigDecimal MOST_NUMBER =
            BigDecimal.TEN.pow(Limits.NUMBER_DIGITS).subtract(BigDecimal.ONE);

    private final String source;
    private final Limits limits;
    private final Faults faults;
    private final Deque<Node> open = new ArrayDeque<>();
    private Optional<Node> root = Optional.empty();
    private int values;

    private String key = "";
    private int keyLine;
    private int keyColumn;

    private Optional<String> listHandedOver = Optional.empty();
    private Consumer<Node> receiver = item -> {};
    private int handedOver;

    TreeBuilder(String source, Limits limits, Faults faults) {
        this.source = source;
        this.limits = limits;
        this.faults = faults;
    }

    /** Gives the items of one of the root's lists away, each when it is complete, instead of keeping them. */
    TreeBuilder handingOver(String list, Consumer<Node> to) {
        listHandedOver = Optional.of(list);
        receiver = to;
        return this;
    }

    /** Begins to count values anew, since what was given away is kept no more. */
    void forgetValues() {
        values = 0;
    }

    /** How many items were given away. */
    int handedOver() {
        return handedOver;
    }

    /** Tells whether what begins now is an item that is given away. */
    boolean isAtHandedOver() {
        Node list = open.peek();
        return open.size() == 2
                && list != null
                && listHandedOver.isPresent()
                && list.kind() == Kind.ARRAY
                && list.key().equals(listHandedOver.get());
    }

    /** Counts an item that was read in another way, with its values. */
    void passed(int more) {
        values += more;
        handedOver++;
    }

    /** How many more values there may be. */
    int valuesLeft() {
        return limits.values() - values;
    }

    private boolean isHandedOver(Node item) {
        return listHandedOver.isPresent() && item.isItemOfRootsList(listHandedOver.get());
    }

    Optional<Node> root() {
        return root;
    }

    /** The innermost object or list that is not closed. */
    Optional<Node> innermost() {
        return Optional.ofNullable(open.peek());
    }

    void key(String name, int line, int column) {
        key = name;
        keyLine = line;
        keyColumn = column;
        if (name.length() > limits.keyCharacters()) {
            add(
                    InputFault.TOO_LARGE,
                    line,
                    column,
                    Message.of(
                            "key %s is longer than the limit of %s characters",
                            Quoted.of(name), Message.grouped(limits.keyCharacters())));
        } else {
            checkCharacters(name, line, column);
        }
    }

    void text(String text, int line, int column) throws Stopped {
        Node node = put(Kind.TEXT, text, line, column);
        if (text.length() > limits.textCharacters()) {
            faults.add(
                    InputFault.TOO_LARGE.code(),
                    node,
                    Message.of(
                            "text is longer than the limit of %s characters",
                            Message.grouped(limits.textCharacters())));
        } else {
            checkCharacters(text, line, column);
        }
    }

    void number(String digits, int line, int column) throws Stopped {
        Exact number = plainNumber(digits, limits);
        if (number != null) {
            put(Kind.NUMBER, new Node.Digits(number, digits), line, column);
            return;
        }
        Message objection;
        Exact instead = Exact.ZERO;
        if (digits.length() > Limits.NUMBER_CHARACTERS) {
            objection = Message.of(
                    "is written with more than the limit of %s characters", Message.grouped(Limits.NUMBER_CHARACTERS));
        } else if (isTooLarge(decimal(digits))) {
            objection = Message.of("is beyond the limit of %s digits before the point", Limits.NUMBER_DIGITS);
            instead = Exact.of(digits.startsWith("-") ? MOST_NUMBER.negate() : MOST_NUMBER);
        } else {
            objection = Message.of("has more than the limit of %s decimals", limits.decimals());
        }
        Node node = put(Kind.NUMBER, new Node.Unusable(instead), line, column);
        faults.add(InputFault.NUMBER_TOO_LARGE.code(), node, Message.of("number %s %s", Quoted.of(digits), objection));
    }

    /** The number that stands there; null where it is beyond the limits. */
    static @Nullable Exact plainNumber(String digits, Limits limits) {
        if (isShort(digits, limits)) {
            return Exact.of(digits);
        }
        if (digits.length() > Limits.NUMBER_CHARACTERS) {
            return null;
        }
        BigDecimal number = decimal(digits);
        return number == null || isTooLarge(number) || number.scale() > limits.decimals() ? null : read(number);
    }

    /** Nearly every number is within all limits at first sight. */
    private static boolean isShort(String digits, Limits limits) {
        int point = digits.indexOf('.');
        return digits.length() <= Limits.NUMBER_DIGITS
                && (point < 0 || digits.length() - point - 1 <= limits.decimals())
                && digits.indexOf('e') < 0
                && digits.indexOf('E') < 0;
    }

    /** More decimals than any measurement has are dust of floating point. */
    private static Exact read(BigDecimal number) {
        return Exact.of(
                number.scale() > Limits.DECIMALS_KEPT
                        ? number.setScale(Limits.DECIMALS_KEPT, RoundingMode.HALF_EVEN)
                        : number);
    }

    /** The number without trailing zeros; null where its exponent is too long to be one. */
    private static @Nullable BigDecimal decimal(String digits) {
        try {
            BigDecimal number = new BigDecimal(digits);
            return number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        } catch (NumberFormatException exponentTooLong) {
            return null;
        }
    }

    private static boolean isTooLarge(@Nullable BigDecimal number) {
        return number == null || (long) number.precision() - number.scale() > Limits.NUMBER_DIGITS;
    }

    void bool(boolean value, int line, int column) throws Stopped {
        put(Kind.BOOLEAN, value, line, column);
    }

    void nothing(int line, int column) throws Stopped {
        put(Kind.NULL, "", line, column);
    }

    void beginObject(int line, int column) throws Stopped {
        begin(Kind.OBJECT, Node.emptyFields(), line, column);
    }

    void beginArray(int line, int column) throws Stopped {
        begin(Kind.ARRAY, Node.emptyItems(), line, column);
    }

    private void begin(Kind kind, Object content, int line, int column) throws Stopped {
        if (open.size() == limits.depth()) {
            throw stop(
                    InputFault.TOO_DEEP,
                    line,
                    column,
                    Message.of("objects and lists are nested more deeply than the limit of %s", limits.depth()));
        }
        open.push(put(kind, content, line, column));
    }

    void end() {
        Node ended = open.pop();
        if (isHandedOver(ended)) {
            receiver.accept(ended);
        }
    }

    private Node put(Kind kind, Object value, int line, int column) throws Stopped {
        if (++values > limits.values()) {
            throw stop(
                    InputFault.TOO_LARGE,
                    line,
                    column,
                    Message.of("the document has more than the limit of %s values", Message.grouped(limits.values())));
        }
        Node parent = open.peek();
        if (parent == null) {
            Node only = new Node(source, kind, value, line, column);
            root = Optional.of(only);
            return only;
        }
        if (parent.kind() == Kind.ARRAY) {
            Node item = parent.item(parent.ownItems().size(), kind, value, line, column);
            if (!isHandedOver(item)) {
                parent.ownItems().add(item);
                return item;
            }
            Node given = parent.item(handedOver++, kind, value, line, column);
            if (kind != Kind.OBJECT && kind != Kind.ARRAY) {
                receiver.accept(given);
            }
            return given;
        }
        Node field = parent.field(key, keyLine, keyColumn, kind, value, line, column);
        Node first = parent.ownFields().putIfAbsent(key, field);
        if (first != null) {
            faults.add(new Fault(
                    InputFault.REPEATED_KEY.code(),
                    Fault.Severity.ERROR,
                    field.keyPlace(),
                    Message.of(
                            "key %s is repeated; it stands first on line %s, column %s",
                            Quoted.of(key), first.keyLine(), first.keyColumn()),
                    Optional.empty()));
        }
        return field;
    }

    private void checkCharacters(String text, int line, int column) {
        int wrong = wrongCharacter(text);
        if (wrong >= 0) {
            add(
                    InputFault.CONTROL_CHARACTER,
                    line,
                    column,
                    Message.of(
                            Character.isSurrogate(text.charAt(wrong))
                                    ? "text %s has half of a character, %s"
                                    : "text %s has the control character %s",
                            Quoted.of(text),
                            Quoted.codePoint(text.charAt(wrong))));
        }
    }

    /**
     * Escapes such as backslash u0000 or half a surrogate pair pass the decoder; they are no text either.
     *
     * @return the place of the first of them in the text; -1 where there is none
     */
    static int wrongCharacter(String text) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character >= ' ' && character < '\u007F') {
                continue;
            }
            boolean control =
                    Character.isISOControl(character) && character != '\n' && character != '\r' && character != '\t';
            if (control) {
                return i;
            }
            if (Character.isSurrogate(character)) {
                if (!Character.isSurrogatePair(character, i + 1 < text.length() ? text.charAt(i + 1) : ' ')) {
                    return i;
                }
                i++;
            }
        }
        return -1;
    }

    void add(InputFault fault, int line, int column, Message message) {
        faults.add(fault(fault, line, column, message, Optional.empty()));
    }

    /** A fault after which nothing more can be read. */
    Stopped stop(InputFault fault, int line, int column, Message message) {
        return stop(fault, line, column, message, Optional.empty());
    }

    Stopped stop(InputFault fault, int line, int column, Message message, Optional<Message> help) {
        Fault why = fault(fault, line, column, message, help);
        faults.add(why);
        return new Stopped(why);
    }

    private Fault fault(InputFault fault, int line, int column, Message message, Optional<Message> help) {
        String pointer = innermost().map(Node::pointer).orElse("");
        Fault.Place place =
                new Fault.Place(source, line, column, Quoted.visible(pointer, Node.MOST_POINTER_CHARACTERS));
        return new Fault(fault.code(), Fault.Severity.ERROR, place, message, help);
    }

    /** Reading ended early; the fault is already reported. */
    static final class Stopped extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient Fault why;
        private final int begins;

        Stopped(Fault why) {
            this(why, why.place().line());
        }

        private Stopped(Fault why, int begins) {
            super("stopped", null, false, false);
            this.why = why;
            this.begins = begins;
        }

        /** The same, of something that begins on an earlier line. */
        Stopped begunOn(int line) {
            return new Stopped(why, line);
        }

        /** The line on which what cannot be read begins. */
        int begins() {
            return begins;
        }

        /** What ended it. */
        Fault why() {
            return why;
        }
    }
}
