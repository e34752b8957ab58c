package dev.roi.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The library works whatever the context class loader of the thread is that uses it first. Each test has a copy of the
 * library, and of Drools, in a class loader of its own, which no thread has as its context.
 */
class ClassLoadersTest {

    private static final Path SCORECARD = Path.of("../roi-examples/data/first/scorecard.json");

    static Stream<Arguments> contexts() {
        return Stream.of(
                Arguments.of("none", null),
                Arguments.of("the platform's", ClassLoader.getPlatformClassLoader()),
                Arguments.of("the system's", ClassLoader.getSystemClassLoader()),
                Arguments.of("one that knows nothing", new URLClassLoader(new URL[0], null)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("contexts")
    void the_first_load_and_the_first_review_work_under_any_context(String name, @Nullable ClassLoader context)
            throws Exception {
        try (URLClassLoader copy = copy()) {
            assertThat(under(context, () -> headline(copy))).startsWith("Adjust: ");
        }
    }

    @Test
    void the_context_is_the_same_afterwards() throws Exception {
        ClassLoader context = new URLClassLoader(new URL[0], null);
        try (URLClassLoader copy = copy()) {
            ClassLoader after = under(context, () -> {
                headline(copy);
                return Thread.currentThread().getContextClassLoader();
            });
            assertThat(after).isSameAs(context);
        }
    }

    @Test
    void a_thread_of_the_common_pool_may_be_the_first() throws Exception {
        try (URLClassLoader copy = copy()) {
            String headline = CompletableFuture.supplyAsync(() -> {
                        Thread.currentThread().setContextClassLoader(null);
                        return unchecked(() -> headline(copy));
                    })
                    .get();
            assertThat(headline).startsWith("Adjust: ");
        }
    }

    @Test
    void two_copies_live_side_by_side() throws Exception {
        try (URLClassLoader one = copy();
                URLClassLoader other = copy()) {
            assertThat(under(other, () -> headline(one))).isEqualTo(under(one, () -> headline(other)));
            assertThat(under(null, () -> headline(one))).isEqualTo(under(null, () -> headline(other)));
        }
    }

    private static URLClassLoader copy() {
        List<String> entries =
                Arrays.asList(System.getProperty("java.class.path").split(java.io.File.pathSeparator));
        return new URLClassLoader(
                entries.stream().map(ClassLoadersTest::url).toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    }

    private static URL url(String entry) {
        try {
            return Path.of(entry).toUri().toURL();
        } catch (MalformedURLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String headline(ClassLoader copy) throws ReflectiveOperationException {
        Class<?> engine = copy.loadClass("dev.roi.rules.Engine");
        Object loaded = engine.getMethod("builtIn", String.class).invoke(null, "coding-agent");
        Object input = engine.getMethod("read", Path.class).invoke(loaded, SCORECARD);
        List<?> scorecards = (List<?>) input.getClass().getMethod("scorecards").invoke(input);
        Object scorecard = scorecards.get(0);
        Method review = engine.getMethod("review", scorecard.getClass());
        Object reviewed = review.invoke(loaded, scorecard);
        return (String) reviewed.getClass().getMethod("headline").invoke(reviewed);
    }

    private static <T> T under(@Nullable ClassLoader context, Callable<T> work)
            throws InterruptedException, ExecutionException {
        FutureTask<T> task = new FutureTask<>(work);
        Thread thread = new Thread(task);
        thread.setContextClassLoader(context);
        thread.start();
        return task.get();
    }

    private static <T> T unchecked(Callable<T> work) {
        try {
            return work.call();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }
}
