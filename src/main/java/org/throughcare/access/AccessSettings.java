package org.throughcare.access;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of reading, from the configuration key {@code throughcare.access}.
 *
 * @param emergency how long a case stays open for somebody who gave a reason
 * @param opened how many different cases one person may open in an hour before her supervisor is told
 * @param listed how many different cases she may see in lists in an hour before her supervisor is told
 */
@ConfigurationProperties("throughcare.access")
record AccessSettings(
        @DefaultValue("PT2H") Duration emergency, @DefaultValue("40") int opened, @DefaultValue("400") int listed) {}
