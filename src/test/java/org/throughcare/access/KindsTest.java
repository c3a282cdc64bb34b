package org.throughcare.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of kinds knows everything that a form can show or ask. */
class KindsTest {

    private static final Pattern IN_TEXT = Pattern.compile("\\{\\{\\s*=?\\s*([A-Za-z_][A-Za-z0-9_]*)");
    private static final Set<String> WITHOUT_VALUE =
            Set.of("group", "text", "html", "separator", "spacer", "image", "button", "iframe");

    @Test
    void everyKeyOfEveryFormHasItsKinds() throws IOException {
        Kinds kinds = Kinds.load();
        Set<String> missing = new TreeSet<>();
        try (Stream<Path> forms = Files.list(Path.of("forms"))) {
            for (Path form : forms.toList()) {
                for (String key :
                        keys(new ObjectMapper().readTree(form.toFile()).path("components"))) {
                    if (kinds.listed(Kinds.What.FACT, key).isEmpty()) {
                        missing.add(key + " of " + form.getFileName());
                    }
                }
            }
        }
        assertThat(missing)
                .as("say in access/kinds.csv of which kind these are")
                .isEmpty();
    }

    @Test
    void whatTheTableDoesNotNameNeedsARightToEveryKind() {
        assertThat(Kinds.load().of(Kinds.What.FACT, "somethingNew"))
                .containsExactlyInAnyOrder(InformationKind.values());
    }

    private static Set<String> keys(JsonNode components) {
        Set<String> keys = new TreeSet<>();
        for (JsonNode component : components) {
            switch (component.path("type").asText()) {
                case "group" -> keys.addAll(keys(component.path("components")));
                case "dynamiclist" -> keys.add(component.path("path").asText());
                case "table" ->
                    keys.add(component
                            .path("dataSource")
                            .asText()
                            .replace("=", "")
                            .strip());
                default -> {
                    if (!WITHOUT_VALUE.contains(component.path("type").asText()) && component.hasNonNull("key")) {
                        keys.add(component.path("key").asText());
                    }
                }
            }
            if (component.hasNonNull("valuesKey")) {
                keys.add(component.path("valuesKey").asText());
            }
            Matcher names = IN_TEXT.matcher(component.path("text").asText());
            while (names.find()) {
                keys.add(names.group(1));
            }
        }
        return keys;
    }
}
