package org.throughcare.access;

import org.springframework.test.context.ContextConfiguration;
import org.throughcare.PostgresDatabase;

/** On PostgreSQL a restricted case is nowhere in the engine either. */
@ContextConfiguration(initializers = PostgresDatabase.class)
class RestrictedCaseInEngineOnPostgresIT extends RestrictedCaseInEngineTest {}
