package org.throughcare.casefile;

import java.time.LocalDate;

/**
 * What is known at registration.
 *
 * @param releaseDate null while it is unknown
 */
public record NewCase(
        String prisonNumber,
        String womanName,
        LocalDate dateOfBirth,
        String site,
        LocalDate admissionDate,
        String legalStatus,
        LocalDate releaseDate,
        String homeDistrict,
        String language) {}
