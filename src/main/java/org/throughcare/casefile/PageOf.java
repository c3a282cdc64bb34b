package org.throughcare.casefile;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/**
 * Some of many.
 *
 * @param more whether another page follows
 */
public record PageOf<T>(List<T> items, int page, int size, boolean more) {

    /** Entries of a page at most. */
    public static final int LONGEST = 100;

    /** Of one more entry than fits, found to see whether there is more. */
    public static <T> PageOf<T> of(List<T> found, int page, int size) {
        return new PageOf<>(found.subList(0, Math.min(size, found.size())), page, size, found.size() > size);
    }

    /**
     * Checks what somebody asks for.
     *
     * @throws ErrorResponseException 400 when there is no such page, or it is too long
     */
    public static void check(int page, int size) {
        if (page < 0 || page > 10_000 || size < 1 || size > LONGEST) {
            throw new ErrorResponseException(
                    HttpStatus.BAD_REQUEST,
                    ProblemDetail.forStatusAndDetail(
                            HttpStatus.BAD_REQUEST, "A page has 1 to " + LONGEST + " entries; pages count from 0."),
                    null);
        }
    }
}
