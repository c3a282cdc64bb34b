package org.throughcare.acceptance;

import org.springframework.test.context.ContextConfiguration;
import org.throughcare.PostgresDatabase;

/** From admission to a year after release on PostgreSQL as well. */
@ContextConfiguration(initializers = PostgresDatabase.class)
class WholeJourneyOnPostgresIT extends WholeJourneyTest {}
