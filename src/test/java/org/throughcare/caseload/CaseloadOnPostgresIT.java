package org.throughcare.caseload;

import org.springframework.test.context.ContextConfiguration;
import org.throughcare.PostgresDatabase;

/** How cases are given out, also to two at the same moment, on PostgreSQL as well. */
@ContextConfiguration(initializers = PostgresDatabase.class)
class CaseloadOnPostgresIT extends CaseloadTest {}
