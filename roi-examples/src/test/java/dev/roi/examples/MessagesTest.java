package dev.roi.examples;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import dev.roi.core.Message;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Holds the sentences of all modules, which the compiler's own parser finds in them, against their translations. */
class MessagesTest {

    private static final Pattern PLACE = Pattern.compile("%(?:\\d\\$)?s");
    private static final Pattern CODE = Pattern.compile("`[^`]*`|%(?:\\d\\$)?s|%%");
    private static final Pattern ENTRY = Pattern.compile("(?m)^msgid \"(.*)\"\\nmsgstr \"(.*)\"$");

    private final List<String> unwritten = new ArrayList<>();

    @Test
    void every_sentence_is_written_out_where_it_is_said() throws IOException {
        assertThat(sentences()).hasSizeGreaterThan(700);
        assertThat(unwritten).isEmpty();
    }

    @Test
    void every_sentence_has_a_translation_and_no_translation_is_left_over() throws IOException {
        assertThat(translations().keySet()).containsExactlyInAnyOrderElementsOf(sentences());
    }

    @Test
    void a_translation_has_the_places_of_its_sentence() throws IOException {
        assertThat(translations()).allSatisfy((english, french) -> {
            assertThat(places(french)).isEqualTo(places(english));
            Object[] values = Stream.generate(() -> "x").limit(places(english)).toArray();
            assertThat(List.of(english.formatted(values), french.formatted(values)))
                    .noneMatch(String::isBlank);
        });
    }

    @Test
    void a_translation_quotes_the_files_as_its_sentence_does() throws IOException {
        assertThat(translations())
                .allSatisfy((english, french) -> assertThat(quoted(french))
                        .as(english)
                        .containsAll(quoted(english).stream()
                                .filter(code -> !code.contains(" ") && !code.contains("YYYY") && !code.contains("roi"))
                                .toList()));
    }

    @Test
    void french_is_set_as_french_is() throws IOException {
        assertThat(translations().values()).allSatisfy(french -> {
            String prose = CODE.matcher(french).replaceAll("x");
            assertThat(prose)
                    .doesNotContain("'")
                    .doesNotContainPattern("[^\u202f][;?!](?= |$)")
                    .doesNotContainPattern("[^\u00a0\\d%]:(?= |$)");
        });
    }

    private static long places(String sentence) {
        return PLACE.matcher(sentence).results().count();
    }

    private static Set<String> quoted(String sentence) {
        return Pattern.compile("`[^`]*`")
                .matcher(sentence)
                .results()
                .map(MatchResult::group)
                .filter(code -> !code.contains("%s"))
                .collect(toCollection(TreeSet::new));
    }

    private static Map<String, String> translations() throws IOException {
        try (InputStream file = Message.class.getResourceAsStream("messages_fr.po")) {
            Map<String, String> all = new LinkedHashMap<>();
            Matcher entry = ENTRY.matcher(new String(file.readAllBytes(), StandardCharsets.UTF_8));
            while (entry.find()) {
                if (!entry.group(1).isEmpty()) {
                    assertThat(all.put(text(entry.group(1)), text(entry.group(2))))
                            .as(entry.group(1))
                            .isNull();
                }
            }
            return all;
        }
    }

    private static String text(String escaped) {
        return escaped.translateEscapes();
    }

    private Set<String> sentences() throws IOException {
        Set<String> all = new TreeSet<>();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8);
                Stream<Path> tree = Files.walk(Path.of(".."), 12)) {
            List<Path> sources = tree.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> file.toString().contains("src/main/java"))
                    .toList();
            Iterable<? extends JavaFileObject> units = files.getJavaFileObjectsFromPaths(sources);
            JavacTask task = (JavacTask) compiler.getTask(null, files, null, List.of("-proc:none"), null, units);
            for (CompilationUnitTree unit : task.parse()) {
                unit.accept(new Sentences(unit, all), null);
            }
        }
        return all;
    }

    /** Finds what is said in one file; what is code alone, or a place alone, says nothing. */
    private final class Sentences extends TreeScanner<@Nullable Void, @Nullable Void> {

        private final CompilationUnitTree unit;
        private final Set<String> all;

        Sentences(CompilationUnitTree unit, Set<String> all) {
            this.unit = unit;
            this.all = all;
        }

        @Override
        public @Nullable Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void nothing) {
            if (call.getMethodSelect().toString().equals("Message.of")) {
                List<String> said = written(call.getArguments().get(0));
                if (said.isEmpty()) {
                    unwritten.add(unit.getSourceFile().getName() + ": " + call);
                }
                said.stream()
                        .filter(sentence ->
                                CODE.matcher(sentence).replaceAll("").matches("(?s).*[a-z].*"))
                        .forEach(all::add);
            }
            return super.visitMethodInvocation(call, null);
        }

        private List<String> written(ExpressionTree expression) {
            if (expression instanceof ParenthesizedTree inner) {
                return written(inner.getExpression());
            }
            if (expression instanceof LiteralTree literal && literal.getValue() instanceof String text) {
                return List.of(text);
            }
            if (expression instanceof ConditionalExpressionTree either) {
                return Stream.of(either.getTrueExpression(), either.getFalseExpression())
                        .flatMap(one -> written(one).stream())
                        .toList();
            }
            if (expression instanceof BinaryTree both && both.getKind() == Tree.Kind.PLUS) {
                List<String> left = written(both.getLeftOperand());
                List<String> right = written(both.getRightOperand());
                return left.size() == 1 && right.size() == 1 ? List.of(left.get(0) + right.get(0)) : List.of();
            }
            return List.of();
        }
    }
}
