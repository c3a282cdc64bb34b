package org.throughcare;

import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.throughcare.upgrade.UpgradeDryRun;

/** Starts Throughcare: one case for every woman in prison, from her admission to a year after release. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class Throughcare {

    /**
     * Starts the application. The process runs in UTC, since the engine stores timers without a zone; civil dates are
     * read in the zone of each site. With {@code --upgrade=check} it only says what a start would do.
     */
    public static void main(String[] args) {
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        if (UpgradeDryRun.isWanted(args)) {
            System.exit(UpgradeDryRun.run(args));
        }
        SpringApplication.run(Throughcare.class, args);
    }
}
