package dev.roi.testkit.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Roi with the Jackson of other people: with the oldest that it runs with alone, and with the newest of both generations
 * beside each other. The build puts their jars into {@code target/jackson}.
 */
class AnyJacksonTest {

    private static final Pattern OF_JACKSON = Pattern.compile("jackson|snakeyaml");

    @Test
    void the_oldest_jackson_writes_what_roi_writes_and_roi_runs_with_it() throws Exception {
        try (URLClassLoader application = application("oldest")) {
            assertThat(ask(application, "Jackson2", "wrong")).isEmpty();
            assertThat(ask(application, "Written", "notReadBack")).isEmpty();
        }
    }

    @Test
    void the_newest_of_both_generations_write_what_roi_writes_and_roi_runs_with_them() throws Exception {
        try (URLClassLoader application = application("newest")) {
            assertThat(ask(application, "Jackson2", "wrong")).isEmpty();
            assertThat(ask(application, "Jackson3", "wrong")).isEmpty();
            assertThat(ask(application, "Written", "notReadBack")).isEmpty();
        }
    }

    private static List<?> ask(ClassLoader application, String type, String question)
            throws ReflectiveOperationException {
        Thread thread = Thread.currentThread();
        ClassLoader own = thread.getContextClassLoader();
        thread.setContextClassLoader(application); // where mappers look for modules
        try {
            return (List<?>) application
                    .loadClass("dev.roi.testkit.documents." + type)
                    .getMethod(question)
                    .invoke(null);
        } finally {
            thread.setContextClassLoader(own);
        }
    }

    /** A class path as this one, with another Jackson, that sees nothing of this one. */
    private static URLClassLoader application(String jackson) throws IOException {
        List<URL> classPath = new ArrayList<>();
        for (String entry : List.of(System.getProperty("java.class.path").split(Pattern.quote(File.pathSeparator)))) {
            if (!OF_JACKSON.matcher(Path.of(entry).getFileName().toString()).find()) {
                classPath.add(url(Path.of(entry)));
            }
        }
        try (Stream<Path> jars = Files.list(Path.of("target/jackson", jackson))) {
            for (Path jar : jars.sorted().toList()) {
                classPath.add(url(jar));
            }
        }
        return new URLClassLoader(classPath.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    }

    private static URL url(Path path) throws MalformedURLException {
        return path.toUri().toURL();
    }
}
