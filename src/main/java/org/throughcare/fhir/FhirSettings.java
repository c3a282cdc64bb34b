package org.throughcare.fhir;

import ca.uhn.fhir.context.FhirContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** FHIR is read into memory with the first request for it, so that a site without it starts no slower. */
@Configuration(proxyBeanMethods = false)
class FhirSettings {

    @Bean
    @Lazy
    FhirContext fhir() {
        return FhirContext.forR4();
    }
}
