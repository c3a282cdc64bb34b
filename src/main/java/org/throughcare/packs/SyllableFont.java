package org.throughcare.packs;

import java.awt.geom.GeneralPath;
import java.awt.geom.PathIterator;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.apache.pdfbox.pdmodel.font.PDType3Font;
import org.throughcare.packs.ShapedLetters.Drawing;

/** A font of a document whose letters are drawings of whole syllables (a Type 3 font: ISO 32000-1, 9.6.5). */
final class SyllableFont extends PDType3Font {

    private static final PDRectangle BOX = new PDRectangle(-1000, -700, 6000, 2100);

    private final char first;
    private final int size;

    private SyllableFont(COSDictionary font, char first, int size) throws IOException {
        super(font);
        this.first = first;
        this.size = size;
    }

    /**
     * Makes the font.
     *
     * @param first the character for the first drawing; the next ones follow
     * @param texts what each drawing reads
     */
    static SyllableFont of(PDDocument document, String name, char first, List<String> texts, List<Drawing> drawings) {
        try {
            COSDictionary font = new COSDictionary();
            font.setItem(COSName.TYPE, COSName.FONT);
            font.setItem(COSName.SUBTYPE, COSName.TYPE3);
            font.setName(COSName.NAME, name);
            font.setItem(COSName.FONT_BBOX, BOX.getCOSArray());
            font.setItem(COSName.FONT_MATRIX, numbers(0.001f, 0, 0, 0.001f, 0, 0));
            font.setItem(COSName.RESOURCES, new COSDictionary());
            font.setInt(COSName.FIRST_CHAR, 1);
            font.setInt(COSName.LAST_CHAR, drawings.size());
            COSArray widths = new COSArray();
            COSArray names = new COSArray();
            COSDictionary procedures = new COSDictionary();
            names.add(COSInteger.ONE);
            for (int i = 0; i < drawings.size(); i++) {
                COSName letter = COSName.getPDFName("s" + (i + 1));
                widths.add(COSInteger.get(drawings.get(i).width()));
                names.add(letter);
                procedures.setItem(letter, stream(document, procedure(drawings.get(i))));
            }
            font.setItem(COSName.WIDTHS, widths);
            font.setItem(COSName.CHAR_PROCS, procedures);
            COSDictionary encoding = new COSDictionary();
            encoding.setItem(COSName.TYPE, COSName.ENCODING);
            encoding.setItem(COSName.DIFFERENCES, names);
            font.setItem(COSName.ENCODING, encoding);
            font.setItem(COSName.TO_UNICODE, stream(document, readings(texts)));
            font.setItem(COSName.FONT_DESC, descriptor(name));
            return new SyllableFont(font, first, drawings.size());
        } catch (IOException e) {
            throw new UncheckedIOException("The letters of a document could not be made.", e);
        }
    }

    private static COSArray numbers(float... numbers) {
        COSArray array = new COSArray();
        array.setFloatArray(numbers);
        return array;
    }

    private static COSDictionary descriptor(String name) {
        PDFontDescriptor descriptor = new PDFontDescriptor(new COSDictionary());
        descriptor.setFontName(name);
        descriptor.setSymbolic(true);
        descriptor.setAscent(1069);
        descriptor.setDescent(-293);
        descriptor.setCapHeight(714);
        descriptor.setXHeight(536);
        descriptor.setItalicAngle(0);
        descriptor.setStemV(80);
        descriptor.setFontBoundingBox(BOX);
        descriptor.getCOSObject().setItem(COSName.TYPE, COSName.FONT_DESC);
        return descriptor.getCOSObject();
    }

    private static COSStream stream(PDDocument document, String content) throws IOException {
        COSStream stream = document.getDocument().createCOSStream();
        try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(content.getBytes(StandardCharsets.US_ASCII));
        }
        return stream;
    }

    private static String procedure(Drawing drawing) {
        return drawing.width() + " 0 -1000 -700 5000 1400 d1\n" + drawing.path()
                + (drawing.path().isEmpty() ? "" : "f\n");
    }

    /** A map from codes to text (ISO 32000-1, 9.10.3), in portions of 100 as it wants them. */
    private static String readings(List<String> texts) {
        StringBuilder map = new StringBuilder(
                """
                /CIDInit /ProcSet findresource begin
                12 dict begin
                begincmap
                /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
                /CMapName /Adobe-Identity-UCS def
                /CMapType 2 def
                1 begincodespacerange
                <00> <FF>
                endcodespacerange
                """);
        for (int from = 0; from < texts.size(); from += 100) {
            List<String> some = texts.subList(from, Math.min(texts.size(), from + 100));
            map.append(some.size()).append(" beginbfchar\n");
            for (int i = 0; i < some.size(); i++) {
                map.append(String.format("<%02X> <%s>%n", from + i + 1, hexadecimal(some.get(i))));
            }
            map.append("endbfchar\n");
        }
        return map.append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
                .toString();
    }

    private static String hexadecimal(String text) {
        return text.chars().mapToObj(unit -> String.format("%04X", unit)).collect(Collectors.joining());
    }

    /** An outline as a page's operators; quadratic curves become cubic ones, since a page has no others. */
    static String operators(GeneralPath path) {
        StringBuilder operators = new StringBuilder();
        double[] at = new double[6];
        double x = 0;
        double y = 0;
        for (PathIterator steps = path.getPathIterator(null); !steps.isDone(); steps.next()) {
            int step = steps.currentSegment(at);
            switch (step) {
                case PathIterator.SEG_MOVETO -> add(operators, "m", at[0], at[1]);
                case PathIterator.SEG_LINETO -> add(operators, "l", at[0], at[1]);
                case PathIterator.SEG_QUADTO ->
                    add(
                            operators,
                            "c",
                            x + (at[0] - x) * 2 / 3,
                            y + (at[1] - y) * 2 / 3,
                            at[2] + (at[0] - at[2]) * 2 / 3,
                            at[3] + (at[1] - at[3]) * 2 / 3,
                            at[2],
                            at[3]);
                case PathIterator.SEG_CUBICTO -> add(operators, "c", at[0], at[1], at[2], at[3], at[4], at[5]);
                default -> operators.append("h\n");
            }
            int last = step == PathIterator.SEG_QUADTO ? 2 : step == PathIterator.SEG_CUBICTO ? 4 : 0;
            if (step != PathIterator.SEG_CLOSE) {
                x = at[last];
                y = at[last + 1];
            }
        }
        return operators.toString();
    }

    private static void add(StringBuilder operators, String operator, double... numbers) {
        for (double number : numbers) {
            operators.append(String.format(Locale.ROOT, "%.1f ", number));
        }
        operators.append(operator).append('\n');
    }

    @Override
    protected byte[] encode(int unicode) {
        if (unicode < first || unicode >= first + size) {
            throw new IllegalArgumentException("not one of this font's letters");
        }
        return new byte[] {(byte) (unicode - first + 1)};
    }
}
