package dev.nodestart.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.nodestart.conformance.Verdict;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class JunitReportTests {

    @ParameterizedTest
    @EnumSource(Verifications.class)
    void writeMatchesGoldenFile(Verifications verification) throws IOException {
        Golden.assertMatches(new JunitReport(), verification, "junit.xml");
    }

    @ParameterizedTest
    @EnumSource(Verifications.class)
    void writeMatchesTheSchemaThatCiServersShare(Verifications verification) throws Exception {
        validator().validate(new StreamSource(new StringReader(write(verification))));
    }

    @Test
    void schemaRefusesWhatIsNoReport() {
        assertThatExceptionOfType(SAXException.class)
                .isThrownBy(() -> validator()
                        .validate(new StreamSource(new StringReader("<testsuites><testcase/></testsuites>"))));
    }

    @ParameterizedTest
    @EnumSource(Verifications.class)
    void writeIsRedExactlyWhenTheVerdictIsNotWorks(Verifications verification) throws Exception {
        Element root = parse(write(verification)).getDocumentElement();
        int red = Integer.parseInt(root.getAttribute("failures")) + Integer.parseInt(root.getAttribute("errors"));

        assertThat(red > 0).isEqualTo(verification.result().verdict() != Verdict.WORKS);
    }

    @ParameterizedTest
    @EnumSource(Verifications.class)
    void writeCountsWhatItContains(Verifications verification) throws Exception {
        Document document = parse(write(verification));
        for (Element suite : elements(document, "testsuite")) {
            assertThat(suite.getAttribute("tests")).isEqualTo(count(suite, "testcase"));
            assertThat(suite.getAttribute("failures")).isEqualTo(count(suite, "failure"));
            assertThat(suite.getAttribute("errors")).isEqualTo(count(suite, "error"));
            assertThat(suite.getAttribute("skipped")).isEqualTo(count(suite, "skipped"));
        }
    }

    @Test
    void writeWhenImageDoesNotBootFailsTheStageWithTheDiagnosis() throws Exception {
        List<Element> failures = elements(parse(write(Verifications.DOES_NOT_BOOT)), "failure");

        assertThat(failures).hasSize(1);
        Element test = (Element) failures.get(0).getParentNode();
        assertThat(test.getAttribute("classname")).isEqualTo("nodestart.boot.driver");
        assertThat(test.getAttribute("name")).isEqualTo("start_spark");
        assertThat(failures.get(0).getTextContent())
                .contains("SPARK_ERROR", "The image has no [virtualenv] on PATH", "apt-get install -y virtualenv");
    }

    @Test
    void writeWhenNoStageTellsWhyStillFails() throws Exception {
        List<Element> errors = elements(parse(write(Verifications.INCONCLUSIVE)), "error");

        assertThat(errors)
                .singleElement()
                .satisfies(error -> assertThat(error.getAttribute("message")).contains("stopped answering"));
    }

    @Test
    void writeWhenImagePrintsMarkupReadsBackAsTheSameText() throws Exception {
        Element failure =
                elements(parse(write(Verifications.SPECIALS)), "failure").get(1);

        assertThat(failure.getAttribute("message"))
                .isEqualTo(
                        "Printed <script>alert(1)</script> & ]]> | *bold* _x_ `code` ~~no~~ @team #12 \\ 'x' äß 🚀.");
    }

    private static Validator validator() throws SAXException {
        return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(JunitReportTests.class.getResource("junit.xsd"))
                .newValidator();
    }

    private static Document parse(String xml) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }

    private static String count(Element suite, String name) {
        return Integer.toString(suite.getElementsByTagName(name).getLength());
    }

    private static List<Element> elements(Document document, String name) {
        NodeList nodes = document.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    private static String write(Verifications verification) throws IOException {
        return Golden.written(new JunitReport(), verification);
    }
}
