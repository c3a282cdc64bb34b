package org.throughcare.packs;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;

/** The letters in the folder {@code packs/letters}: the Noto Sans family, free under the SIL Open Font License. */
final class PdfLetters {

    private static final String FOLDER = "/packs/letters/";
    private static final float UNITS = 1000;

    private PdfLetters() {}

    static InputStream open(String name) {
        return PdfLetters.class.getResourceAsStream(FOLDER + name + ".ttf");
    }

    static Font forShaping(String name) {
        try (InputStream file = open(name)) {
            return Font.createFont(Font.TRUETYPE_FONT, file).deriveFont(UNITS);
        } catch (IOException | FontFormatException e) {
            throw new IllegalStateException("The letters " + name + " cannot be read.", e);
        }
    }
}
