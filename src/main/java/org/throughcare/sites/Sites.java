package org.throughcare.sites;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** The sites of this estate, from the configuration key {@code throughcare.sites}. */
@Validated
@ConfigurationProperties("throughcare")
public record Sites(@NotEmpty @Valid List<Site> sites) {

    /** The site with that id. */
    public Optional<Site> find(String id) {
        return sites.stream().filter(site -> site.id().equals(id)).findFirst();
    }

    /**
     * The site with that id.
     *
     * @throws IllegalArgumentException when the estate has no such site
     */
    public Site get(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("There is no site \"" + id
                + "\" in this estate; it has " + ids() + ". Sites are named in throughcare.sites."));
    }

    /** Every site's id, in the order of the configuration. */
    public List<String> ids() {
        return sites.stream().map(Site::id).toList();
    }
}
