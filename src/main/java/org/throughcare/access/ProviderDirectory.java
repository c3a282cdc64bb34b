package org.throughcare.access;

import java.util.Map;

/** The trusted providers that the decision table {@code trustedProviders} names now. */
public interface ProviderDirectory {

    /** Names by provider id; empty while the table is not deployed. */
    Map<String, String> providers();
}
