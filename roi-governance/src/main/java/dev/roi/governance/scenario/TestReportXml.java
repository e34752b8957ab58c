package dev.roi.governance.scenario;

import dev.roi.core.Language;
import dev.roi.core.Message;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes test reports as JUnit's XML reports, which continuous integration reads. */
final class TestReportXml {

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;

    private TestReportXml() throws XMLStreamException {
        xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
    }

    static String of(TestReport report) {
        try {
            TestReportXml writer = new TestReportXml();
            writer.report(report);
            return writer.text.toString();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("a text in memory can always be written", impossible);
        }
    }

    /**
     * One line of a suite.
     *
     * @param name what was tested
     * @param place the file and line, where there is one
     * @param failure what went wrong, its first line the short of it; nothing where nothing did
     */
    private record Case(String name, Optional<dev.roi.core.Fault.Place> place, Optional<String> failure) {}

    private void report(TestReport report) throws XMLStreamException {
        Map<String, List<Case>> suites = new LinkedHashMap<>();
        for (Outcome outcome : report.outcomes()) {
            suites.computeIfAbsent(outcome.scenario().place().source(), file -> new ArrayList<>())
                    .add(new Case(
                            outcome.scenario().name(),
                            Optional.of(outcome.scenario().place()),
                            outcome.isPassed() ? Optional.empty() : Optional.of(failure(outcome))));
        }
        for (PortfolioScenario.Came came : report.together()) {
            suites.computeIfAbsent(came.scenario().place().source(), file -> new ArrayList<>())
                    .add(new Case(
                            came.scenario().name(),
                            Optional.of(came.scenario().place()),
                            came.isPassed()
                                    ? Optional.empty()
                                    : Optional.of(joined(came.differences()) + "\n"
                                            + OutcomeText.of("", came, Language.ENGLISH))));
        }
        suites.put("the scenarios together", together(report));
        xml.writeStartDocument("UTF-8", "1.0");
        line(0);
        xml.writeStartElement("testsuites");
        xml.writeAttribute(
                "name", visible(report.policy().id() + " " + report.policy().version()));
        counts(suites.values().stream().flatMap(List::stream).toList());
        for (Map.Entry<String, List<Case>> suite : suites.entrySet()) {
            line(1);
            xml.writeStartElement("testsuite");
            xml.writeAttribute("name", visible(suite.getKey()));
            counts(suite.getValue());
            for (Case each : suite.getValue()) {
                testCase(suite.getKey(), each);
            }
            line(1);
            xml.writeEndElement();
        }
        line(0);
        xml.writeEndElement();
        line(0);
        xml.writeEndDocument();
        xml.flush();
    }

    private static String failure(Outcome outcome) {
        return joined(outcome.differences()) + "\n" + outcome.text();
    }

    private static String joined(List<Difference> differences) {
        return differences.stream().map(Difference::toString).collect(Collectors.joining("; "));
    }

    /** What is asked of all scenarios together: each problem fails, and where there is none that is said. */
    private static List<Case> together(TestReport report) {
        List<Case> cases = new ArrayList<>();
        report.coverage()
                .ifPresent(coverage -> cases.add(demanded(
                        report,
                        "coverage",
                        coverage.percent(),
                        coverage.missing().stream().map(Object::toString).toList())));
        report.mutation()
                .ifPresent(mutation -> cases.add(demanded(
                        report,
                        "mutation",
                        mutation.percent(),
                        mutation.survivors().stream()
                                .map(survivor -> survivor.change()
                                        + survivor.suggestion(Language.ENGLISH)
                                                .map(text -> "\n" + text)
                                                .orElse(""))
                                .toList())));
        report.needlesslyAccepted()
                .forEach(needless -> cases.add(new Case(
                        needless.toString(),
                        Optional.empty(),
                        Optional.of("take it out of `accepted`, or mend its name"))));
        if (report.run() == 0) {
            cases.add(new Case(
                    "there are scenarios",
                    Optional.empty(),
                    report.problems().stream().findFirst().map(Message::toString)));
        }
        return cases;
    }

    private static Case demanded(TestReport report, String what, int percent, List<String> missing) {
        int least = report.failUnder().orElse(0);
        return new Case(
                "%s of %s %%, at least %s %%".formatted(what, percent, least),
                Optional.empty(),
                percent >= least
                        ? Optional.empty()
                        : Optional.of(
                                "%s %% is under %s %%\n%s".formatted(percent, least, String.join("\n", missing))));
    }

    private void counts(List<Case> cases) throws XMLStreamException {
        long failed = cases.stream().filter(each -> each.failure().isPresent()).count();
        xml.writeAttribute("tests", String.valueOf(cases.size()));
        xml.writeAttribute("failures", String.valueOf(failed));
        xml.writeAttribute("errors", "0");
    }

    private void testCase(String className, Case each) throws XMLStreamException {
        line(2);
        if (each.failure().isPresent()) {
            xml.writeStartElement("testcase");
        } else {
            xml.writeEmptyElement("testcase");
        }
        xml.writeAttribute("classname", visible(className));
        xml.writeAttribute("name", visible(each.name()));
        if (each.place().isPresent()) {
            xml.writeAttribute("file", visible(each.place().get().source()));
            xml.writeAttribute("line", String.valueOf(each.place().get().line()));
        }
        if (each.failure().isPresent()) {
            String[] lines = each.failure().get().split("\n", 2);
            line(3);
            xml.writeStartElement("failure");
            xml.writeAttribute("message", visible(lines[0]));
            xml.writeCharacters(visible(lines.length > 1 ? lines[1] : lines[0]));
            xml.writeEndElement();
            line(2);
            xml.writeEndElement();
        }
    }

    private void line(int depth) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
    }

    /** Leaves out what no XML document may hold. */
    private static String visible(String words) {
        StringBuilder kept = new StringBuilder();
        words.codePoints().map(point -> isAllowed(point) ? point : '\uFFFD').forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private static boolean isAllowed(int point) {
        return point == '\t'
                || point == '\n'
                || (point >= 0x20 && point <= 0xD7FF)
                || (point >= 0xE000 && point <= 0xFFFD)
                || point >= 0x10000;
    }
}
