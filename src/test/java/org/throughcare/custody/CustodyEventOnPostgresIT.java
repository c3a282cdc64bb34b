package org.throughcare.custody;

import org.springframework.test.context.ContextConfiguration;
import org.throughcare.PostgresDatabase;

/** Events that arrive twice, together or in the wrong order, on PostgreSQL as well. */
@ContextConfiguration(initializers = PostgresDatabase.class)
class CustodyEventOnPostgresIT extends CustodyEventTest {}
