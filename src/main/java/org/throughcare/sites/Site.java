package org.throughcare.sites;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.ZoneId;

/**
 * One prison of the estate.
 *
 * @param id the stem of its groups and the value of the `site` field, e.g. {@code north}
 * @param code the beginning of its case numbers, e.g. {@code NOR}
 * @param name what people call it
 * @param zone where its days begin and end
 * @param country ISO 3166 code, for its public holidays
 */
public record Site(
        @NotBlank @Pattern(regexp = "[a-z][a-zA-Z0-9]*") String id,
        @NotBlank @Pattern(regexp = "[A-Z][A-Z0-9]{1,7}") String code,
        @NotBlank String name,
        @NotNull ZoneId zone,
        @NotBlank @Pattern(regexp = "[A-Z]{2}") String country) {}
