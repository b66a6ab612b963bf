package dev.nodestart.conformance.report;

import dev.nodestart.conformance.VerifyResult;
import dev.nodestart.conformance.report.TestCase.Kind;
import dev.nodestart.emulator.model.ImageInfo;
import dev.nodestart.emulator.model.Launch;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** The JUnit XML report, in the form that Jenkins, GitLab and the reporters of GitHub read; times are in seconds. */
public final class JunitReport implements ReportWriter {

    /** Makes a writer; it holds no state. */
    public JunitReport() {}

    @Override
    public String format() {
        return "junit";
    }

    @Override
    public void write(VerifyResult result, Appendable target) throws IOException {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            suites(result, xml);
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException failure) {
            throw new IOException(failure);
        }
        target.append(text.getBuffer()).append('\n');
    }

    private static void suites(VerifyResult result, XMLStreamWriter xml) throws XMLStreamException {
        List<TestSuite> suites = TestSuites.of(result);
        newLine(xml, 0);
        xml.writeStartElement("testsuites");
        attribute(
                xml,
                "name",
                "nodestart verify " + LaunchJson.reference(result.launch()).orElse("no image"));
        counts(xml, suites.stream().flatMap(suite -> suite.cases().stream()).toList(), false);
        for (TestSuite suite : suites) {
            suite(suite, result, xml);
        }
        newLine(xml, 0);
        xml.writeEndElement();
    }

    private static void suite(TestSuite suite, VerifyResult result, XMLStreamWriter xml) throws XMLStreamException {
        newLine(xml, 1);
        xml.writeStartElement("testsuite");
        attribute(xml, "name", suite.name());
        counts(xml, suite.cases(), true);
        attribute(xml, "timestamp", Moments.seconds(result.launch().startedAt()));
        properties(result, xml);
        for (TestCase test : suite.cases()) {
            testCase(test, xml);
        }
        newLine(xml, 1);
        xml.writeEndElement();
    }

    /** Only a suite counts what was skipped: the common schema knows no such attribute for all suites. */
    private static void counts(XMLStreamWriter xml, List<TestCase> cases, boolean skipped) throws XMLStreamException {
        TestSuite all = new TestSuite("", cases);
        attribute(xml, "tests", Integer.toString(cases.size()));
        attribute(xml, "failures", Long.toString(all.count(Kind.FAILED)));
        attribute(xml, "errors", Long.toString(all.count(Kind.ERROR)));
        if (skipped) {
            attribute(xml, "skipped", Long.toString(all.count(Kind.SKIPPED)));
        }
        attribute(xml, "time", Durations.seconds(all.duration()));
    }

    private static void properties(VerifyResult result, XMLStreamWriter xml) throws XMLStreamException {
        Launch launch = result.launch();
        newLine(xml, 2);
        xml.writeStartElement("properties");
        property(xml, "image", LaunchJson.reference(launch).orElse(""));
        property(xml, "digest", launch.image().flatMap(ImageInfo::digest).orElse(""));
        property(xml, "dbr_line", LaunchJson.line(launch));
        property(xml, "spark_version", launch.sparkVersion());
        property(xml, "verdict", result.verdict().name());
        newLine(xml, 2);
        xml.writeEndElement();
    }

    private static void property(XMLStreamWriter xml, String name, String value) throws XMLStreamException {
        newLine(xml, 3);
        xml.writeEmptyElement("property");
        attribute(xml, "name", name);
        attribute(xml, "value", value);
    }

    private static void testCase(TestCase test, XMLStreamWriter xml) throws XMLStreamException {
        newLine(xml, 2);
        boolean empty = test.kind() == Kind.PASSED && test.details().isEmpty();
        if (empty) {
            xml.writeEmptyElement("testcase");
        } else {
            xml.writeStartElement("testcase");
        }
        attribute(xml, "classname", "nodestart." + test.group());
        attribute(xml, "name", test.name());
        attribute(xml, "time", Durations.seconds(test.duration()));
        if (empty) {
            return;
        }
        newLine(xml, 3);
        switch (test.kind()) {
            case PASSED -> details(xml, "system-out", test);
            case FAILED -> details(xml, "failure", test);
            case ERROR -> details(xml, "error", test);
            case SKIPPED -> details(xml, "skipped", test);
        }
        newLine(xml, 2);
        xml.writeEndElement();
    }

    private static void details(XMLStreamWriter xml, String element, TestCase test) throws XMLStreamException {
        boolean empty = test.details().isEmpty();
        if (empty) {
            xml.writeEmptyElement(element);
        } else {
            xml.writeStartElement(element);
        }
        if (test.kind() != Kind.PASSED) {
            attribute(xml, "message", test.message());
        }
        if (test.kind() == Kind.FAILED || test.kind() == Kind.ERROR) {
            attribute(xml, "type", test.group());
        }
        if (!empty) {
            xml.writeCharacters(Text.plain(test.details()));
            xml.writeEndElement();
        }
    }

    /** Line ends in attributes would be read back as spaces: they are spaces from the start. */
    private static void attribute(XMLStreamWriter xml, String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, Text.oneLine(value));
    }

    private static void newLine(XMLStreamWriter xml, int depth) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
    }
}
