package org.throughcare.casefile;

import org.springframework.test.context.ContextConfiguration;
import org.throughcare.PostgresDatabase;

/** Cases are found on PostgreSQL as well. */
@ContextConfiguration(initializers = PostgresDatabase.class)
class CaseSearchOnPostgresIT extends CaseSearchTest {}
