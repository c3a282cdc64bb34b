package org.throughcare.backup;

import java.nio.file.Path;
import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The nightly backup of a database in a file, from the configuration key {@code throughcare.backup}. PostgreSQL has its
 * own means.
 *
 * @param folder where the files go; best on another disk
 * @param at from when on, in UTC, the backup of a day is made; later when the machine was off
 * @param keep how many files are kept
 */
@ConfigurationProperties("throughcare.backup")
record BackupSettings(
        @DefaultValue("data/backups") Path folder, @DefaultValue("02:30") LocalTime at, @DefaultValue("14") int keep) {}
