package dev.roi.core.json;

import dev.roi.core.Exact;
import dev.roi.core.Fault;
import dev.roi.core.Language;
import dev.roi.core.Quoted;
import dev.roi.core.format.Cursor;
import dev.roi.core.format.Kind;
import dev.roi.core.format.Spot;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * A value of a document, and where it stands: what a person wrote, before anyone asks what it means.
 *
 * <p>Unchanging once {@link Documents} has handed it out, and then safe for use by several threads.
 */
public final class Node implements Cursor, Spot {

    static final int MOST_POINTER_CHARACTERS = 500;

    private final String source;
    private final Node parent;
    private final String key;
    private final int index;
    private final Kind kind;
    private final Object value;
    private final int line;
    private final int column;
    private final int keyLine;
    private final int keyColumn;

    /** A root; it is its own parent. */
    Node(String source, Kind kind, Object value, int line, int column) {
        this.source = source;
        this.parent = this;
        this.key = "";
        this.index = 0;
        this.kind = kind;
        this.value = value;
        this.line = line;
        this.column = column;
        this.keyLine = 0;
        this.keyColumn = 0;
    }

    private Node(
            Node parent,
            String key,
            int index,
            int keyLine,
            int keyColumn,
            Kind kind,
            Object value,
            int line,
            int column) {
        this.source = parent.source;
        this.parent = parent;
        this.key = key;
        this.index = index;
        this.kind = kind;
        this.value = value;
        this.line = line;
        this.column = column;
        this.keyLine = keyLine;
        this.keyColumn = keyColumn;
    }

    /** A field's value, not yet put into the object. */
    Node field(String name, int nameLine, int nameColumn, Kind of, Object content, int atLine, int atColumn) {
        return new Node(this, name, 0, nameLine, nameColumn, of, content, atLine, atColumn);
    }

    /** A list's item, not yet put into the list. */
    Node item(int position, Kind of, Object content, int atLine, int atColumn) {
        return new Node(this, "", position, 0, 0, of, content, atLine, atColumn);
    }

    @SuppressWarnings("unchecked")
    List<Node> ownItems() {
        return (List<Node>) value;
    }

    @SuppressWarnings("unchecked")
    Map<String, Node> ownFields() {
        return (Map<String, Node>) value;
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public Spot spot() {
        return this;
    }

    @Override
    public void eachItem(Consumer<? super Cursor> read) {
        require(Kind.ARRAY);
        ownItems().forEach(read);
    }

    @Override
    public void eachField(BiConsumer<String, ? super Cursor> read) {
        require(Kind.OBJECT);
        ownFields().forEach(read);
    }

    boolean isItemOfRootsList(String list) {
        Node root = parent.parent;
        return parent.kind == Kind.ARRAY && root != parent && root.parent == root && parent.key.equals(list);
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public String text() {
        require(Kind.TEXT);
        return (String) value;
    }

    @Override
    public Exact number() {
        require(Kind.NUMBER);
        if (value instanceof Digits digits) {
            return digits.number();
        }
        return value instanceof Unusable unusable ? unusable.instead() : (Exact) value;
    }

    @Override
    public String digits() {
        return value instanceof Digits digits ? digits.text() : number().toString();
    }

    @Override
    public boolean isUsable() {
        return !(value instanceof Unusable);
    }

    @Override
    public boolean isTrue() {
        require(Kind.BOOLEAN);
        return (Boolean) value;
    }

    /**
     * Returns the items of a list.
     *
     * @return the items, in order
     * @throws IllegalStateException when this is no list
     */
    public List<Node> items() {
        require(Kind.ARRAY);
        return Collections.unmodifiableList(ownItems());
    }

    /**
     * Returns the fields of an object.
     *
     * @return the values by key, in the document's order; of a repeated key the first
     * @throws IllegalStateException when this is no object
     */
    public Map<String, Node> fields() {
        require(Kind.OBJECT);
        return Collections.unmodifiableMap(ownFields());
    }

    /**
     * Looks a field up.
     *
     * @param name its key
     * @return its value, if the object has it
     * @throws IllegalStateException when this is no object
     */
    public Optional<Node> find(String name) {
        require(Kind.OBJECT);
        return Optional.ofNullable(ownFields().get(name));
    }

    /**
     * Returns the line that the value begins on.
     *
     * @return the line, from 1
     */
    public int line() {
        return line;
    }

    /**
     * Returns the column that the value begins at.
     *
     * @return the column, from 1, in characters
     */
    public int column() {
        return column;
    }

    /**
     * Returns the line that the value's key begins on.
     *
     * @return the line, from 1; 0 where the value is no object's
     */
    public int keyLine() {
        return keyLine;
    }

    /**
     * Returns the column that the value's key begins at.
     *
     * @return the column, from 1, in characters; 0 where the value is no object's
     */
    public int keyColumn() {
        return keyColumn;
    }

    /**
     * Returns the document that the value stands in.
     *
     * @return the file, or what stands for it
     */
    public String source() {
        return source;
    }

    /**
     * Returns the way to the value (RFC 6901).
     *
     * @return the JSON pointer, such as {@code /snapshots/0/month}; empty for the root
     */
    public String pointer() {
        List<String> tokens = new ArrayList<>();
        for (Node node = this; node.parent != node; node = node.parent) {
            tokens.add(node.token());
        }
        Collections.reverse(tokens);
        StringBuilder pointer = new StringBuilder();
        tokens.forEach(token -> pointer.append('/').append(token));
        return pointer.toString();
    }

    private String token() {
        if (parent.kind == Kind.ARRAY) {
            return Integer.toString(index);
        }
        return key.replace("~", "~0").replace("/", "~1");
    }

    @Override
    public Fault.Place place() {
        return new Fault.Place(source, line, column, Quoted.visible(pointer(), MOST_POINTER_CHARACTERS));
    }

    @Override
    public Fault.Place keyPlace() {
        if (keyLine == 0) {
            return place();
        }
        return new Fault.Place(source, keyLine, keyColumn, Quoted.visible(pointer(), MOST_POINTER_CHARACTERS));
    }

    private void require(Kind wanted) {
        if (kind != wanted) {
            throw new IllegalStateException(
                    "%s is %s, not %s".formatted(place(), kind.in(Language.ENGLISH), wanted.in(Language.ENGLISH)));
        }
    }

    static Object emptyFields() {
        return new LinkedHashMap<String, Node>(8);
    }

    static Object emptyItems() {
        return new ArrayList<Node>(4);
    }

    @Override
    public String toString() {
        return place() + " (" + kind.in(Language.ENGLISH) + ")";
    }

    /** A number beyond the limits, and the nearest that is not. */
    record Unusable(Exact instead) {}

    record Digits(Exact number, String text) {}
}
