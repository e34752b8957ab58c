package dev.roi.core.json;

import static java.util.Objects.requireNonNull;

import dev.roi.core.Exact;
import dev.roi.core.format.Sink;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Values into a tree that any Jackson writes. */
final class TreeSink implements Sink {

    private final Deque<Consumer<@Nullable Object>> open = new ArrayDeque<>();
    private @Nullable Object root;
    private String key = "";

    private TreeSink() {
        open.push(value -> root = value);
    }

    /** Puts a document together. */
    static Object tree(Consumer<Sink> document) {
        TreeSink sink = new TreeSink();
        document.accept(sink);
        return requireNonNull(sink.root);
    }

    private void add(@Nullable Object value) {
        open.element().accept(value);
    }

    @Override
    public void beginObject() {
        TreeObject object = new TreeObject();
        add(object);
        open.push(value -> object.put(key, value));
    }

    @Override
    public void key(String next) {
        key = next;
    }

    @Override
    public void endObject() {
        open.pop();
    }

    @Override
    public void beginList() {
        List<@Nullable Object> items = new ArrayList<>();
        add(Collections.unmodifiableList(items));
        open.push(items::add);
    }

    @Override
    public void endList() {
        open.pop();
    }

    @Override
    public void text(String text) {
        add(text);
    }

    @Override
    public void number(Exact number) {
        BigDecimal decimal = JsonSink.decimal(number);
        add(number.isWhole() ? decimal.toBigIntegerExact() : new PlainDecimal(decimal));
    }

    @Override
    public void flag(boolean flag) {
        add(flag);
    }

    @Override
    public void nothing() {
        add(null);
    }

    @Override
    public void document(String document) {
        throw new IllegalStateException("a document within another one is not taken apart");
    }
}
