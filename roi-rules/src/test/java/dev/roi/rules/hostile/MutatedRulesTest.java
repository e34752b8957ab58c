package dev.roi.rules.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roi.core.InvalidInput;
import dev.roi.core.json.Faults;
import dev.roi.rules.Engine;
import dev.roi.rules.drools.RuleFileParser;
import dev.roi.rules.facts.RuleSubject;
import dev.roi.rules.language.Rule;
import dev.roi.rules.policy.DeclaredNames;
import dev.roi.rules.policy.MonthKind;
import dev.roi.rules.policy.Policy;
import dev.roi.rules.policy.PolicyFiles;
import dev.roi.rules.policy.RuleNames;
import dev.roi.rules.policy.RuleUnits;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules of the built-in policy with a few tokens left out, doubled, swapped or put in, ten thousand times. */
class MutatedRulesTest {

    private static final PolicyFiles FILES = PolicyFiles.builtIn("coding-agent").orElseThrow();
    private static final Policy POLICY = Engine.builtIn("coding-agent").policy();
    private static final RuleNames NAMES = new RuleNames(
            names(POLICY.indicators().indicators().stream()
                    .map(each -> each.id().value())),
            names(POLICY.indicators().blocks().stream().map(each -> each.id().value())),
            names(POLICY.thresholds().keySet().stream().map(each -> each.value())),
            names(POLICY.monthKinds().stream().map(MonthKind::name)),
            names(POLICY.levers().stream().map(each -> each.value())),
            new RuleUnits(POLICY.indicators(), POLICY.thresholds()));

    private static final Pattern TOKEN =
            Pattern.compile("//[^\\n]*\\n|/\\*.*?\\*/|\"[^\"\\n]*\"|\\$?\\w+(?:-\\w+)*|[=!<>]=|\\s+|.", Pattern.DOTALL);
    private static final Pattern COMMENT = Pattern.compile("//[^\\n]*|/\\*.*?\\*/", Pattern.DOTALL);

    private static final List<String> INSERTED =
            List.of(("rule query function import import_static global declare trait enum template unit package dialect"
                            + " salience enabled timer duration calendars no-loop lock-on-active agenda-group activation-group"
                            + " ruleflow-group auto-focus date-effective date-expires when then end not exists forall eval from"
                            + " accumulate acc collect entry-point window over init action reverse result groupby and or matches"
                            + " contains memberOf soundslike str in after before new this null true false extends do if else break"
                            + " if( instanceof super insert update modify delete retract drools kcontext ( ) [ ] { } , ; : . := ="
                            + " == != < > <= >= && || ! ~ ? + - * / % & | ^ # ## @ $ $x \\ \\n"
                            + " ' \" 0 1 1.5 1B 0x10 \"a\" 'a' // /* */ -> :: ... @{x} ${x} <% %> é \u200b \r"
                            + " \t")
                    .split(" ", -1));

    private static final List<String> SNIPPETS = List.of(
            " dev.roi.rules.hostile.Canary.sing(); ",
            " dev.roi.rules.hostile.Canary.singing() ",
            " eval( dev.roi.rules.hostile.Canary.singing() ) ",
            " new dev.roi.rules.hostile.Canary() ",
            " from dev.roi.rules.hostile.Canary.facts() ",
            " import static dev.roi.rules.hostile.Canary.sing; ",
            " function void f() { dev.roi.rules.hostile.Canary.sing(); } ",
            " this.getClass().forName( \"dev.roi.rules.hostile.Canary\" ) ",
            " salience( dev.roi.rules.hostile.Canary.number() ) ",
            " enabled( dev.roi.rules.hostile.Canary.singing() ) ",
            " then[ other ] dev.roi.rules.hostile.Canary.sing(); ",
            " query q() eval( dev.roi.rules.hostile.Canary.singing() ) end ",
            " */ dev.roi.rules.hostile.Canary.sing(); /* ",
            " \" ) dev.roi.rules.hostile.Canary.sing(); ( \" ",
            " || dev.roi.rules.hostile.Canary.singing() ");

    /** All that a rule file may say, comments aside. */
    private static final Pattern ALLOWED = allowed();

    private static Pattern allowed() {
        String text = "\"[^\"\\\\\\n]*+\"";
        String note = "@ (?:law \\( (?:\\d+|TEXT)|source \\( TEXT) \\) ".replace("TEXT", text);
        String operand = "(?:(?:==|!=|<=|>=|<|>) (?:\\$\\w+|TEXT|true|false)|(?:not )?in \\( TEXT (?:, TEXT )*\\))"
                .replace("TEXT", text);
        String constraint = "(?:\\$\\w+ : )?\\$?\\w+ (?:" + operand + " )?";
        String condition = "(?:not |exists )?\\(? \\w+ \\( (?:CONSTRAINT(?:, CONSTRAINT)*+)?\\) \\)? ;? (?:and )?"
                .replace("CONSTRAINT", constraint);
        String consequence = "findings \\. \\w+ \\( (?:TEXT )?\\) ;? ".replace("TEXT", text);
        String rule = "rule (?:TEXT|'[^']*'|[\\w-]+) (?:NOTE)*(?:when :? (?:CONDITION)*)?then CONSEQUENCEend ;? "
                .replace("TEXT", text)
                .replace("NOTE", note)
                .replace("CONDITION", condition)
                .replace("CONSEQUENCE", consequence);
        return Pattern.compile("(?:" + rule.replace(" ", "\\s*+") + ")*+");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void a_mutated_rule_is_refused_or_says_nothing_but_rules(long seed) {
        Random random = new Random(seed);
        int songs = Canary.songs();
        int accepted = 0;
        int loaded = 0;
        for (int i = 0; i < 2_500; i++) {
            String path = FILES.rulePaths().get(random.nextInt(FILES.rulePaths().size()));
            List<String> blocks = new ArrayList<>(List.of(text(path).split("\n\n", -1)));
            int at = random.nextInt(blocks.size());
            String mutated = mutated(random, blocks.get(at));
            Faults faults = new Faults();
            List<Rule> rules = new RuleFileParser()
                    .parse(path, RuleSubject.SCOPE, mutated.getBytes(StandardCharsets.UTF_8), NAMES, faults)
                    .rules();
            if (!faults.isEmpty()) {
                assertThat(faults.list())
                        .as(mutated)
                        .allMatch(fault -> fault.code().startsWith("ROI-P"));
                continue;
            }
            accepted++;
            String plain = COMMENT.matcher(mutated).replaceAll(" ").strip();
            assertThat(ALLOWED.matcher(plain).matches()).as(mutated).isTrue();
            assertThat(rules).hasSize(count(plain, "\\bthen\\b"));
            if (accepted % 50 == 0) {
                blocks.set(at, mutated);
                loaded += loads(FILES.with(path, String.join("\n\n", blocks))) ? 1 : 0;
            }
        }
        assertThat(Canary.songs()).isEqualTo(songs);
        assertThat(accepted).as("some are accepted, most are not").isBetween(300, 1_500);
        assertThat(loaded).as("some of those load").isPositive();
    }

    @Test
    void what_is_allowed_is_what_the_built_in_files_say() {
        assertThat(FILES.rulePaths())
                .allSatisfy(path -> assertThat(
                                COMMENT.matcher(text(path)).replaceAll(" ").strip())
                        .matches(ALLOWED));
    }

    private static boolean loads(PolicyFiles files) {
        try {
            Engine.of(files);
            return true;
        } catch (InvalidInput refused) {
            assertThat(refused.faults()).isNotEmpty();
            return false;
        }
    }

    private static int count(String text, String what) {
        return (int) Pattern.compile(what).matcher(text).results().count();
    }

    private static String mutated(Random random, String text) {
        List<String> tokens = new ArrayList<>();
        Matcher token = TOKEN.matcher(text);
        while (token.find()) {
            tokens.add(token.group());
        }
        for (int times = 1 + random.nextInt(2); times > 0; times--) {
            int at = random.nextInt(tokens.size());
            int other = random.nextInt(tokens.size());
            switch (random.nextInt(6)) {
                case 0 -> tokens.remove(at);
                case 1 -> tokens.add(at, tokens.get(at));
                case 2 -> tokens.add(at, " " + INSERTED.get(random.nextInt(INSERTED.size())) + " ");
                case 3 -> tokens.add(at, SNIPPETS.get(random.nextInt(SNIPPETS.size())));
                case 4 -> tokens.set(at, tokens.get(other));
                default -> tokens.add(at, tokens.get(other));
            }
        }
        return String.join("", tokens);
    }

    private static String text(String path) {
        return new String(FILES.find(path).orElseThrow(), StandardCharsets.UTF_8);
    }

    private static DeclaredNames names(Stream<String> names) {
        return DeclaredNames.of(names.toList());
    }
}
