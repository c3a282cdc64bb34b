package org.throughcare.forms;

import org.springframework.test.context.ContextConfiguration;
import org.throughcare.PostgresDatabase;

/** What the gate refuses leaves no trace on PostgreSQL either. */
@ContextConfiguration(initializers = PostgresDatabase.class)
class FormGateOnPostgresIT extends FormGateTest {}
