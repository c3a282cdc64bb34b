package org.throughcare.casepage;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.springframework.stereotype.Component;
import org.throughcare.casepage.SubjectAccess.Item;
import org.throughcare.casepage.SubjectAccess.Line;
import org.throughcare.casepage.SubjectAccess.Part;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * The export of everything that is held about a woman, as a PDF that screen readers read (PDF/UA): tagged, with a title, a
 * language and its letters inside. The letters are Liberation Sans, which has those of European languages and te reo Māori.
 */
@Component
class SubjectAccessPdf {

    private static final String LETTERS = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.UK);
    private static final String STYLE = read("/export/subject-access.css");

    /** The library would log what it cannot draw, and that is about a woman. */
    SubjectAccessPdf() {
        XRLog.setLoggingEnabled(false);
    }

    byte[] of(SubjectAccess held) {
        try (ByteArrayOutputStream file = new ByteArrayOutputStream()) {
            PdfRendererBuilder builder = new PdfRendererBuilder();
            builder.usePdfUaAccessibility(true);
            builder.useFastMode();
            builder.useFont(
                    () -> SubjectAccessPdf.class.getResourceAsStream(LETTERS), "Letters", 400, FontStyle.NORMAL, true);
            builder.withW3cDocument(page(held), null);
            builder.toStream(file);
            builder.run();
            return file.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("The export could not be written.", e);
        }
    }

    private static Document page(SubjectAccess held) {
        Document page = empty();
        Element html = page.createElement("html");
        html.setAttribute("lang", "en");
        page.appendChild(html);
        Element head = add(html, "head", null);
        add(head, "title", "Everything held about you");
        Element subject = add(head, "meta", null);
        subject.setAttribute("name", "subject");
        subject.setAttribute("content", "Export of a throughcare record");
        add(head, "style", STYLE);
        Element body = add(html, "body", null);
        ZoneId zone = ZoneId.of(held.zone());
        add(body, "h1", "Everything held about " + held.womanName());
        add(
                body,
                "p",
                "Case " + held.caseNumber() + ". Made on "
                        + MOMENT.format(held.madeAt().atZone(zone)) + ".");
        held.explanation().forEach(text -> add(body, "p", text));
        held.parts().forEach(part -> write(body, part, zone));
        return page;
    }

    private static void write(Element body, Part part, ZoneId zone) {
        add(body, "h2", part.title());
        part.items().forEach(item -> write(body, item, zone));
    }

    private static void write(Element body, Item item, ZoneId zone) {
        add(body, "h3", item.what());
        String written = item.at() == null ? "" : MOMENT.format(item.at().atZone(zone));
        String by = item.by() == null ? "" : item.by();
        if (!written.isEmpty() || !by.isEmpty()) {
            add(body, "p", written + (written.isEmpty() || by.isEmpty() ? "" : ". ") + by)
                    .setAttribute("class", "written");
        }
        if (!item.lines().isEmpty()) {
            Element table = add(body, "table", null);
            item.lines().forEach(line -> write(table, line));
        }
    }

    private static void write(Element table, Line line) {
        Element row = add(table, "tr", null);
        add(row, "th", line.label()).setAttribute("scope", "row");
        Element cell = add(row, "td", line.text());
        if (Boolean.TRUE.equals(line.withheld())) {
            cell.setAttribute("class", "withheld");
        }
    }

    private static Element add(Element parent, String name, String text) {
        Element child = parent.getOwnerDocument().createElement(name);
        if (text != null) {
            child.setTextContent(text);
        }
        parent.appendChild(child);
        return child;
    }

    private static Document empty() {
        try {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().newDocument();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("This Java cannot make a document.", e);
        }
    }

    private static String read(String resource) {
        try (InputStream file = SubjectAccessPdf.class.getResourceAsStream(resource)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(resource + " cannot be read.", e);
        }
    }
}
