package org.throughcare.operations;

import org.springframework.test.context.ContextConfiguration;
import org.throughcare.PostgresDatabase;

/** On PostgreSQL nothing is done twice or half either. */
@ContextConfiguration(initializers = PostgresDatabase.class)
class OperationsOnPostgresIT extends OperationsTest {}
