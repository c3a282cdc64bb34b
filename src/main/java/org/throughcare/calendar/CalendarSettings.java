package org.throughcare.calendar;

import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * From the configuration key {@code throughcare.calendar}.
 *
 * @param addressLasts how long a calendar address opens, until its owner makes a new one
 */
@ConfigurationProperties("throughcare.calendar")
record CalendarSettings(@DefaultValue("P180D") Period addressLasts) {}
