package org.throughcare.decisions.feel;

import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.FeelEngineFactory;

/**
 * The FEEL of decision tables for Camunda's DMN engine: the same answers as its own, faster, and never for longer than
 * two seconds.
 */
public final class TableFeel implements FeelEngineFactory {

    @Override
    public FeelEngine createInstance() {
        return new FeelReadOnce();
    }
}
