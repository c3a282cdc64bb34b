package org.throughcare.casefile;

import org.springframework.test.context.ContextConfiguration;
import org.throughcare.PostgresDatabase;

/** A dump of PostgreSQL tells nothing about her either. */
@ContextConfiguration(initializers = PostgresDatabase.class)
class CanaryOnPostgresIT extends CanaryTest {}
