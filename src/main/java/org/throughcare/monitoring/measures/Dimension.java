package org.throughcare.monitoring.measures;

import java.util.List;

/**
 * What a measure is cut by.
 *
 * @param key its name in answers and addresses; in SQL the same in snake case
 * @param title its heading
 * @param codes its codes in their order where they are known beforehand, otherwise empty
 */
public record Dimension(String key, String title, List<String> codes) {

    /** Copies the codes. */
    public Dimension {
        codes = List.copyOf(codes);
    }

    /** One whose codes are in the order of the alphabet. */
    public static Dimension of(String key, String title) {
        return new Dimension(key, title, List.of());
    }
}
