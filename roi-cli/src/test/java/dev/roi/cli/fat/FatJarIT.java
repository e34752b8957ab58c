package dev.roi.cli.fat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The library in a jar of jars as Spring Boot packs applications: its class loader is no thread's context in the common
 * pool.
 */
class FatJarIT {

    private static final Path SCORECARD = Path.of("../roi-examples/data/first/scorecard.json");
    private static final Pattern OF_TESTS = Pattern.compile(
            "-tests\\.jar|/test-classes|/target/classes|junit|jqwik|assertj|opentest4j|apiguardian|json-schema-validator"
                    + "|spring-boot-loader");

    @TempDir
    private Path directory = Path.of("");

    @Test
    void a_thread_of_the_common_pool_may_be_the_first_in_a_jar_of_jars() throws IOException, InterruptedException {
        Path fat = directory.resolve("application.jar");
        pack(fat);
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", fat.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said).startsWith("Adjust: ");
    }

    private static void pack(Path fat) throws IOException {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.put(Attributes.Name.MAIN_CLASS, "org.springframework.boot.loader.launch.JarLauncher");
        attributes.putValue("Start-Class", FirstInCommonPool.class.getName());
        attributes.putValue("Spring-Boot-Classes", "BOOT-INF/classes/");
        attributes.putValue("Spring-Boot-Lib", "BOOT-INF/lib/");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(fat), manifest)) {
            launcher(out);
            add(out, "BOOT-INF/classes/", new byte[0]);
            add(out, "BOOT-INF/lib/", new byte[0]);
            add(out, "BOOT-INF/classes/scorecard.json", Files.readAllBytes(SCORECARD));
            String main = FirstInCommonPool.class.getName().replace('.', '/') + ".class";
            add(
                    out,
                    "BOOT-INF/classes/" + main,
                    Files.readAllBytes(Path.of("target/test-classes").resolve(main)));
            for (Path jar : jars(entry -> !OF_TESTS.matcher(entry).find())) {
                add(out, "BOOT-INF/lib/" + jar.getFileName(), Files.readAllBytes(jar));
            }
        }
    }

    /** The classes that find jars in a jar stand where any virtual machine finds them. */
    private static void launcher(JarOutputStream out) throws IOException {
        Path loader = jars(entry -> entry.contains("spring-boot-loader")).get(0);
        try (InputStream file = Files.newInputStream(loader);
                JarInputStream in = new JarInputStream(file)) {
            for (JarEntry entry = in.getNextJarEntry(); entry != null; entry = in.getNextJarEntry()) {
                if (entry.getName().endsWith(".class")) {
                    add(out, entry.getName(), in.readAllBytes());
                }
            }
        }
    }

    private static List<Path> jars(Predicate<String> wanted) {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> entry.replace('\\', '/'))
                .filter(entry -> entry.endsWith(".jar"))
                .filter(wanted)
                .map(Path::of)
                .toList();
    }

    /** Jars within a jar are stored as they are, so that they can be read where they lie. */
    private static void add(JarOutputStream out, String name, byte[] bytes) throws IOException {
        CRC32 sum = new CRC32();
        sum.update(bytes);
        JarEntry entry = new JarEntry(name);
        entry.setMethod(JarEntry.STORED);
        entry.setSize(bytes.length);
        entry.setCrc(sum.getValue());
        out.putNextEntry(entry);
        out.write(bytes);
        out.closeEntry();
    }
}
