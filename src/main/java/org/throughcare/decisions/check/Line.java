package org.throughcare.decisions.check;

import java.util.List;

/** One rule; its number is the one that people see, from 1. */
record Line(String id, int number, String annotation, List<Cell> inputs, List<Cell> outputs) {}
