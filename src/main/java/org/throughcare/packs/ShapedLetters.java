package org.throughcare.packs;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Draws scripts whose signs change shape and place with their neighbours: in Hindi and Bengali vowel signs stand before the
 * consonant that they are spoken after, and consonants without a vowel melt into one. The PDF library draws letter by
 * letter and knows nothing of this. So the Java platform's own shaper (HarfBuzz) arranges each word, and each syllable
 * becomes one letter of a font that is made for the document. In the text that the PDF library sees, a syllable is one code
 * of Unicode's private use area; in the finished document it is a drawing that says what it reads, so that it can be read
 * aloud, searched and copied. One for each document.
 */
final class ShapedLetters {

    private static final Pattern SHAPED =
            Pattern.compile("[\\p{IsDevanagari}\\p{IsBengali}\\u0964\\u0965\\u200c\\u200d]+");
    private static final Pattern PRIVATE = Pattern.compile("[\\ue000-\\uf8ff]");
    private static final String WITHOUT_VOWEL = "\u094d\u09cd\u200d";
    private static final char FIRST = '\ue000';
    private static final int MOST = 6400;
    private static final int IN_ONE_FONT = 200;
    private static final FontRenderContext UNHINTED = new FontRenderContext(new AffineTransform(), true, true);

    private final Map<Syllable, Character> codes = new LinkedHashMap<>();

    /** A syllable as it is drawn; the same letters may be drawn in two ways beside different neighbours. */
    record Syllable(String text, Drawing regular, Drawing bold) {}

    /**
     * How a syllable looks.
     *
     * @param path in SVG's commands, in thousandths of the letters' size; what makes two drawings equal
     */
    record Drawing(String path, int width) {}

    /** The text with each syllable of these scripts as one code; other text stays as it is. */
    String shape(String text) {
        String plain = PRIVATE.matcher(text).replaceAll("\ufffd");
        return SHAPED.matcher(plain).replaceAll(word -> Matcher.quoteReplacement(shapeWord(word.group())));
    }

    private String shapeWord(String word) {
        if (!word.codePoints().anyMatch(Character::isLetterOrDigit) && word.indexOf('\u0964') < 0) {
            return word.replaceAll("[\\u200c\\u200d]", "");
        }
        Letters letters = Letters.of(word);
        GlyphVector regular = arrange(letters.regular(), word);
        GlyphVector bold = arrange(letters.bold(), word);
        List<Integer> starts = starts(word, regular, bold);
        StringBuilder shaped = new StringBuilder();
        for (int i = 0; i < starts.size() - 1; i++) {
            int from = starts.get(i);
            int to = starts.get(i + 1);
            shaped.append(code(new Syllable(word.substring(from, to), draw(regular, from, to), draw(bold, from, to))));
        }
        return shaped.toString();
    }

    private char code(Syllable syllable) {
        if (codes.size() == MOST && !codes.containsKey(syllable)) {
            return '\ufffd';
        }
        return codes.computeIfAbsent(syllable, key -> (char) (FIRST + codes.size()));
    }

    private static GlyphVector arrange(Font font, String word) {
        return font.layoutGlyphVector(UNHINTED, word.toCharArray(), 0, word.length(), Font.LAYOUT_LEFT_TO_RIGHT);
    }

    /** Where a cut goes through no drawing, in either weight; the first is 0 and the last the word's length. */
    private static List<Integer> starts(String word, GlyphVector... arranged) {
        TreeSet<Integer> starts = new TreeSet<>();
        IntStream.rangeClosed(0, word.length())
                .filter(at -> at == 0 || at == word.length() || beginsSyllable(word, at))
                .forEach(starts::add);
        for (GlyphVector glyphs : arranged) {
            TreeSet<Integer> ownStarts = new TreeSet<>(List.of(0, word.length()));
            int[] of = glyphs.getGlyphCharIndices(0, glyphs.getNumGlyphs(), null);
            for (int i = 1; i < of.length; i++) {
                int before = IntStream.of(of).limit(i).max().orElseThrow();
                int after = IntStream.of(of).skip(i).min().orElseThrow();
                if (after > before) {
                    ownStarts.add(after);
                }
            }
            starts.retainAll(ownStarts);
        }
        return List.copyOf(starts);
    }

    /** A vowel sign belongs to its consonant, and so does a consonant after the sign that takes the vowel away. */
    private static boolean beginsSyllable(String word, int at) {
        int type = Character.getType(word.charAt(at));
        boolean isSign = type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.FORMAT;
        return !isSign && WITHOUT_VOWEL.indexOf(word.charAt(at - 1)) < 0;
    }

    /** The next syllable begins where its first sign stands: later ones may be placed further left, as a vowel below is. */
    private static Drawing draw(GlyphVector glyphs, int from, int to) {
        GeneralPath path = new GeneralPath();
        double left = Double.NaN;
        double right = Double.NaN;
        for (int i = 0; i < glyphs.getNumGlyphs(); i++) {
            int of = glyphs.getGlyphCharIndex(i);
            double x = glyphs.getGlyphPosition(i).getX();
            if (of >= to) {
                right = Double.isNaN(right) ? x : right;
            } else if (of >= from) {
                left = Double.isNaN(left) ? x : left;
                path.append(glyphs.getGlyphOutline(i), false);
            }
        }
        if (Double.isNaN(left)) {
            return new Drawing("", 0);
        }
        double end = glyphs.getGlyphPosition(glyphs.getNumGlyphs()).getX();
        path.transform(new AffineTransform(1, 0, 0, -1, -left, 0));
        return new Drawing(SyllableFont.operators(path), (int) Math.round((Double.isNaN(right) ? end : right) - left));
    }

    /** Makes the fonts of the document known to the PDF library. To be called when all text is shaped. */
    void addTo(PdfRendererBuilder builder, PDDocument document) {
        List<Syllable> all = new ArrayList<>(codes.keySet());
        for (int from = 0; from < all.size(); from += IN_ONE_FONT) {
            List<Syllable> some = all.subList(from, Math.min(all.size(), from + IN_ONE_FONT));
            char first = (char) (FIRST + from);
            String family = family(from / IN_ONE_FONT);
            List<Drawing> regular = some.stream().map(Syllable::regular).toList();
            List<Drawing> bold = some.stream().map(Syllable::bold).toList();
            List<String> texts = some.stream().map(Syllable::text).toList();
            SyllableFont light = SyllableFont.of(document, family, first, texts, regular);
            SyllableFont heavy = SyllableFont.of(document, family + "Bold", first, texts, bold);
            builder.useFont(new PDFontSupplier(light), family, 400, FontStyle.NORMAL, false);
            builder.useFont(new PDFontSupplier(heavy), family, 700, FontStyle.NORMAL, false);
        }
    }

    /** The names of the fonts, for a style sheet. */
    List<String> families() {
        int fonts = (codes.size() + IN_ONE_FONT - 1) / IN_ONE_FONT;
        return IntStream.range(0, fonts).mapToObj(ShapedLetters::family).toList();
    }

    private static String family(int number) {
        return "Syllables" + number;
    }

    /** The fonts of one script, in the size in which drawings are measured. */
    private enum Letters {
        DEVANAGARI("NotoSansDevanagari"),
        BENGALI("NotoSansBengali");

        private final Font regular;
        private final Font bold;

        Letters(String name) {
            regular = PdfLetters.forShaping(name + "-Regular");
            bold = PdfLetters.forShaping(name + "-Bold");
        }

        static Letters of(String word) {
            boolean bengali = word.codePoints()
                    .anyMatch(code -> Character.UnicodeScript.of(code) == Character.UnicodeScript.BENGALI);
            return bengali ? BENGALI : DEVANAGARI;
        }

        Font regular() {
            return regular;
        }

        Font bold() {
            return bold;
        }
    }
}
