package org.throughcare.packs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;

/** A PDF file as its reader has it. Each is kept in {@code target/packs}, to be looked at. */
public record PrintedFile(
        String text, String title, String language, boolean tagged, List<String> fontsOutside, int pages) {

    /** Reads it. */
    public static PrintedFile read(String name, byte[] file) {
        try (PDDocument document = Loader.loadPDF(file)) {
            Files.createDirectories(Path.of("target/packs"));
            Files.write(Path.of("target/packs", name + ".pdf"), file);
            var catalog = document.getDocumentCatalog();
            return new PrintedFile(
                    inOneLine(new PDFTextStripper().getText(document)),
                    document.getDocumentInformation().getTitle(),
                    catalog.getLanguage(),
                    catalog.getMarkInfo() != null
                            && catalog.getMarkInfo().isMarked()
                            && catalog.getStructureTreeRoot() != null,
                    fontsOutside(document),
                    document.getNumberOfPages());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Text as it is compared: lines joined, signs composed alike. */
    public static String inOneLine(String text) {
        return Normalizer.normalize(text.replaceAll("\\s+", " ").strip(), Normalizer.Form.NFC);
    }

    private static List<String> fontsOutside(PDDocument document) throws IOException {
        List<String> outside = new ArrayList<>();
        for (PDPage page : document.getPages()) {
            for (var name : page.getResources().getFontNames()) {
                PDFont font = page.getResources().getFont(name);
                if (!font.isEmbedded()) {
                    outside.add(font.getName());
                }
            }
        }
        return outside;
    }
}
