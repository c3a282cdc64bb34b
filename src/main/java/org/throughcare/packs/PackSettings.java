package org.throughcare.packs;

import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Whom packs and letters name. Configuration keys begin with {@code throughcare.packs}.
 *
 * @param teams by a site's id: who prepares releases there, and how to reach them
 * @param numbers by a country's ISO 3166 code: numbers that help anybody, at any time
 */
@ConfigurationProperties("throughcare.packs")
record PackSettings(Map<String, Team> teams, Map<String, List<HelpLine>> numbers) {

    PackSettings {
        teams = teams == null ? Map.of() : Map.copyOf(teams);
        numbers = numbers == null ? Map.of() : Map.copyOf(numbers);
    }

    /**
     * Who prepares releases at a site.
     *
     * @param name as it stands under a letter; it may be read at home, so it should not say prison
     * @param address for the post; null when there is none
     * @param telephone null when there is none
     */
    record Team(String name, String address, String telephone) {}

    /**
     * A number that anybody may ring.
     *
     * @param who a key of {@code packs/words} without its {@code call.}, or a name
     */
    record HelpLine(String who, String number) {}

    Team teamOf(String site, String siteName) {
        return teams.getOrDefault(site, new Team("Release team, " + siteName, null, null));
    }

    List<HelpLine> numbersOf(String country) {
        return numbers.getOrDefault(country, List.of());
    }
}
