package openproton.cli.offline;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import openproton.cli.terminal.FileErrors;

/// Results as JUnit XML, which build servers read: a suite for each bundle, a case for each deployment of each spec.
public record JUnitReport(List<TestedBundle> bundles) {

    /// @throws CommandFailure when the file cannot be written
    public void write(Path file) {
        try {
            Files.createDirectories(file.resolveSibling(""));
            Files.writeString(file, text());
        } catch (IOException failure) {
            throw FileErrors.cannot("write", file, failure);
        }
    }

    String text() {
        var text = new StringWriter();
        try {
            var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeCharacters("\n");
            xml.writeStartElement("testsuites");
            for (TestedBundle bundle : bundles) {
                suite(xml, bundle);
            }
            xml.writeCharacters("\n");
            xml.writeEndElement();
            xml.writeEndDocument();
            return text + "\n";
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void suite(XMLStreamWriter xml, TestedBundle bundle) throws XMLStreamException {
        xml.writeCharacters("\n  ");
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", valid(bundle.path()));
        xml.writeAttribute("tests", String.valueOf(bundle.results().size()));
        xml.writeAttribute(
                "failures",
                String.valueOf(bundle.results().stream()
                        .filter(result -> !result.isPassed())
                        .count()));
        xml.writeAttribute(
                "time", seconds(bundle.results().stream().map(TestResult::time).reduce(Duration.ZERO, Duration::plus)));
        for (TestResult result : bundle.results()) {
            testCase(xml, bundle.path(), result);
        }
        xml.writeCharacters("\n  ");
        xml.writeEndElement();
    }

    private static void testCase(XMLStreamWriter xml, String bundle, TestResult result) throws XMLStreamException {
        xml.writeCharacters("\n    ");
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", valid(bundle));
        xml.writeAttribute("name", valid(result.label()));
        xml.writeAttribute("time", seconds(result.time()));
        if (!result.isPassed()) {
            xml.writeStartElement("failure");
            xml.writeAttribute(
                    "message",
                    valid(result.errors().getFirst().lines().findFirst().orElse("")));
            xml.writeCharacters(valid(String.join("\n", result.errors())));
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.3f", time.toNanos() / 1e9);
    }

    /// Replaces the characters that XML does not allow.
    private static String valid(String text) {
        return text.codePoints()
                .map(code -> isXml(code) ? code : 0xFFFD)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isXml(int code) {
        return code == '\t'
                || code == '\n'
                || code == '\r'
                || (code >= 0x20 && code <= 0xD7FF)
                || (code >= 0xE000 && code <= 0xFFFD)
                || code >= 0x10000;
    }
}
