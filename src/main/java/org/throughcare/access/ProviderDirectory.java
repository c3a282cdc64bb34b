package org.throughcare.access;

import java.time.LocalDate;
import java.util.Map;

/** The trusted providers that the decision table {@code trustedProviders} names now. */
public interface ProviderDirectory {

    /** Names by provider id; empty while the table is not deployed. */
    Map<String, String> providers();

    /** The last day of each provider's agreement (MOU) by provider id, the earliest when its lines differ. */
    Map<String, LocalDate> agreements();
}
