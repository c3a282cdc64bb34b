package org.throughcare.engine;

import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.util.StringUtils;
import org.throughcare.access.Passwords;
import org.throughcare.start.CannotStartException;

/**
 * Refuses to start without a database, since nothing about a woman is ever kept in memory only, and with settings that
 * would leave real women's cases open. It does so before the database is touched.
 */
public class SafeSettings implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

    private static final Logger LOG = LoggerFactory.getLogger(SafeSettings.class);
    private static final String DEMO_KEY = "demo:";

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        Environment environment = event.getEnvironment();
        refuseNoDatabase(environment);
        if (environment.acceptsProfiles(Profiles.of("demo | test"))) {
            return;
        }
        refuseTheDemosKey(environment);
        refuseAMovableClock(environment);
        refuseAWeakPassword(environment, "spring.datasource");
        refuseAWeakPassword(environment, "spring.flyway");
        if (!environment.getProperty("throughcare.https", Boolean.class, true)) {
            LOG.warn("throughcare.https is false: passwords and cases cross the network in clear. Only for a trial.");
        }
    }

    private static void refuseNoDatabase(Environment environment) {
        String url = environment.getProperty("spring.datasource.url", "");
        if (!url.startsWith("jdbc:postgresql:") && !url.startsWith("jdbc:h2:")) {
            throw new CannotStartException(
                    StringUtils.hasText(url)
                            ? "Throughcare does not know this kind of database: SPRING_DATASOURCE_URL begins with"
                                    + " neither jdbc:postgresql: nor jdbc:h2:."
                            : "Throughcare does not know its database.",
                    "Set SPRING_DATASOURCE_URL, SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD, for example"
                            + " jdbc:postgresql://localhost:5432/throughcare, or jdbc:h2:file:./data/throughcare for one"
                            + " small site. To try Throughcare with sample cases, use mvn spring-boot:run.");
        }
    }

    private static void refuseTheDemosKey(Environment environment) {
        if (environment.getProperty("throughcare.record.keys", "").contains(DEMO_KEY)) {
            throw new CannotStartException(
                    "THROUGHCARE_RECORD_KEYS names the demo's key, which everybody can read.",
                    "Make a key of your own: THROUGHCARE_RECORD_KEYS=\"2026a:$(openssl rand -base64 32)\".");
        }
    }

    private static void refuseAMovableClock(Environment environment) {
        if (environment.getProperty("throughcare.movable-clock", Boolean.class, false)) {
            throw new CannotStartException(
                    "throughcare.movable-clock lets people move the time, and with it every deadline.",
                    "Remove the setting. It is for the demo.");
        }
    }

    /** A database in a file needs none: who can read the file has it anyway. */
    private static void refuseAWeakPassword(Environment environment, String role) {
        String url = environment.getProperty("spring.datasource.url", "");
        String user = environment.getProperty(role + (role.endsWith("flyway") ? ".user" : ".username"), "");
        String password = environment.getProperty(role + ".password", "");
        boolean isWeak = password.equals(user) || !Passwords.isUncommon(password);
        if (url.startsWith("jdbc:postgresql:") && StringUtils.hasText(password) && isWeak) {
            throw new CannotStartException(
                    "The database password of the role " + user + " is one that everybody tries first.",
                    "Give the role another one, for example from openssl rand -base64 24, and set "
                            + (role + ".password").toUpperCase(Locale.ROOT).replace('.', '_') + ".");
        }
    }
}
