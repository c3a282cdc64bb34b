package org.throughcare.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The directory of trusted providers fits the referrals that are decided. */
class TrustedProvidersTest {

    private final DecisionTableFile providers = DecisionTableFile.named("trustedProviders");

    static Stream<String> services() {
        return DecisionTableFile.named("referrals").outputs().stream()
                .filter(output -> output.name().equals("service"))
                .flatMap(output -> output.allowed().stream());
    }

    @ParameterizedTest
    @MethodSource("services")
    void eachServiceHasAProviderForAWomanFromAnywhereSpeakingAnything(String service) {
        assertThat(providers.evaluate(Map.of("service", service)).outputs()).isNotEmpty();
        assertThat(providers
                        .evaluate(Map.of("service", service, "district", "Faraway", "language", "ky"))
                        .outputs())
                .isNotEmpty();
    }

    @Test
    void theProviderWhoSpeaksHerLanguageComesFirst() {
        var found = providers.evaluate(Map.of("service", "womensRefuge", "district", "Northtown", "language", "ur"));

        assertThat(found.outputs())
                .extracting(values -> values.get("providerId"))
                .containsExactly("sisterCircle", "harbourHouse");
    }

    @Test
    void eachProviderCanBeWrittenToAndItsAgreementHasADate() {
        assertThat(providers.rules()).allSatisfy(rule -> {
            assertThat(rule.answers().get("providerId")).matches("\"[a-z][A-Za-z0-9]*\"");
            assertThat(rule.answers().get("contact")).matches("\"[a-z]+@[a-z-]+\\.example\"");
            assertThat(LocalDate.parse(rule.answers().get("mouValidUntil").replace("\"", "")))
                    .isNotNull();
        });
    }
}
