package org.throughcare.packs;

import java.util.Map;

/** What is to be printed: a template and what it shows. It is made after the record has been read. */
record Printed(String template, Map<String, Object> values) {}
