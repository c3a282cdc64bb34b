package org.throughcare.journey;

import org.springframework.test.context.ContextConfiguration;
import org.throughcare.PostgresDatabase;

/** The release date drives the clock on PostgreSQL as well. */
@ContextConfiguration(initializers = PostgresDatabase.class)
class ReleaseWatchOnPostgresIT extends ReleaseWatchTest {}
