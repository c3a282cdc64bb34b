package org.throughcare.packs;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * Makes PDF files from the templates in the folder {@code packs}: tagged, so that a screen reader reads them (PDF/UA), with
 * a title, a language and their letters inside. The letters are Noto Sans, which has those of European languages and te reo
 * Māori, and those of Hindi and Bengali.
 */
@Component
public class PdfMaker {

    private static final String FOLDER = "packs/";
    private static final Pattern NOT_FOR_XML =
            Pattern.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\ufffe\\uffff]|[\\ud800-\\udbff](?![\\udc00-\\udfff])"
                    + "|(?<![\\ud800-\\udbff])[\\udc00-\\udfff]");

    private final SpringTemplateEngine engine = new SpringTemplateEngine();
    private final String style = read("pack.css");

    /** The library would log what it cannot draw, and that is about a woman. */
    PdfMaker() {
        XRLog.setLoggingEnabled(false);
        ClassLoaderTemplateResolver files = new ClassLoaderTemplateResolver();
        files.setPrefix(FOLDER);
        files.setSuffix(".html");
        files.setTemplateMode(TemplateMode.HTML);
        files.setCharacterEncoding(StandardCharsets.UTF_8.name());
        engine.addTemplateResolver(files);
    }

    /**
     * Makes the file.
     *
     * @param template a file's name in the folder, without its ending; its {@code title} and {@code lang} become the file's
     * @param values what the template shows, by name
     */
    public byte[] make(String template, Map<String, Object> values) {
        String html = engine.process(template, new Context(Locale.UK, values));
        Document page = parse(NOT_FOR_XML.matcher(html).replaceAll("\ufffd"));
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream file = new ByteArrayOutputStream()) {
            PdfRendererBuilder builder = new PdfRendererBuilder();
            builder.usePdfUaAccessibility(true);
            builder.useFastMode();
            builder.usePDDocument(document);
            builder.useFont(() -> PdfLetters.open("NotoSans-Regular"), "Letters", 400, FontStyle.NORMAL, true);
            builder.useFont(() -> PdfLetters.open("NotoSans-Bold"), "Letters", 700, FontStyle.NORMAL, true);
            ShapedLetters shaped = new ShapedLetters();
            shape(page.getDocumentElement(), shaped);
            shaped.addTo(builder, document);
            dress(page, shaped);
            builder.withW3cDocument(page, null);
            builder.toStream(file);
            builder.run();
            return file.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("The file could not be written.", e);
        }
    }

    private void dress(Document page, ShapedLetters shaped) {
        String families =
                Stream.concat(Stream.of("Letters"), shaped.families().stream()).collect(Collectors.joining(", "));
        Element dress = page.createElement("style");
        dress.setTextContent(style.replace("Letters", families));
        page.getElementsByTagName("head").item(0).appendChild(dress);
    }

    private static void shape(Node node, ShapedLetters letters) {
        if (node instanceof Text text) {
            text.setData(letters.shape(text.getData()));
        } else if (!"title".equals(node.getNodeName()) && !"style".equals(node.getNodeName())) {
            for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
                shape(child, letters);
            }
        }
    }

    private static Document parse(String html) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            return factory.newDocumentBuilder().parse(new InputSource(new StringReader(html)));
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException("A template gives no well-formed page.", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(String name) {
        try {
            return new ClassPathResource(FOLDER + name).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
