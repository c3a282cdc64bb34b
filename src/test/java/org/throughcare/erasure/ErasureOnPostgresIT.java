package org.throughcare.erasure;

import org.springframework.test.context.ContextConfiguration;
import org.throughcare.PostgresDatabase;

/** Erasure leaves nothing behind on PostgreSQL either. */
@ContextConfiguration(initializers = PostgresDatabase.class)
class ErasureOnPostgresIT extends ErasureTest {}
