package org.throughcare.sites;

import java.time.DateTimeException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.validation.ValidationBindHandler;
import org.springframework.context.ApplicationListener;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.env.Environment;
import org.springframework.validation.beanvalidation.LocalValidatorFactoryBean;
import org.throughcare.start.CannotStartException;

/** Refuses to start with sites that are not well named, before the database is touched. */
public class SiteSettings implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

    private static final String HOW =
            "Correct throughcare.sites, for example { id: north, code: NORTH, name: North, zone:"
                    + " Europe/London, country: GB }. The id and the code stay for ever: groups and case numbers begin with them.";

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        List<Site> sites = read(event.getEnvironment());
        refuseTwice("id", sites, Site::id);
        refuseTwice("code", sites, Site::code);
    }

    private static List<Site> read(Environment environment) {
        try (LocalValidatorFactoryBean validator = new LocalValidatorFactoryBean()) {
            validator.afterPropertiesSet();
            return Binder.get(environment)
                    .bindOrCreate("throughcare", Bindable.of(Sites.class), new ValidationBindHandler(validator))
                    .sites();
        } catch (BindException e) {
            if (NestedExceptionUtils.getMostSpecificCause(e) instanceof DateTimeException) {
                throw new CannotStartException(
                        "A site has a time zone that is not known: %s is \"%s\"."
                                .formatted(e.getName(), e.getProperty().getValue()),
                        HOW);
            }
            throw e;
        }
    }

    private static void refuseTwice(String what, List<Site> sites, Function<Site, String> name) {
        Set<String> seen = new HashSet<>();
        sites.stream().map(name).filter(one -> !seen.add(one)).findFirst().ifPresent(twice -> {
            throw new CannotStartException("Two sites have the %s %s.".formatted(what, twice), HOW);
        });
    }
}
