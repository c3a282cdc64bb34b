package org.throughcare.flow;

import org.springframework.test.context.ContextConfiguration;
import org.throughcare.PostgresDatabase;

/** PostgreSQL counts as H2 does. */
@ContextConfiguration(initializers = PostgresDatabase.class)
class FlowOnPostgresIT extends FlowTest {}
