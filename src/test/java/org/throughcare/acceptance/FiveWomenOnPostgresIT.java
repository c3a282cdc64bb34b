package org.throughcare.acceptance;

import org.springframework.test.context.ContextConfiguration;
import org.throughcare.PostgresDatabase;

/** The five women walk through the product on PostgreSQL as well. */
@ContextConfiguration(initializers = PostgresDatabase.class)
class FiveWomenOnPostgresIT extends FiveWomenTest {}
