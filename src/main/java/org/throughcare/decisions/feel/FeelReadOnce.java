package org.throughcare.decisions.feel;

import java.util.List;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.function.CustomFunctionTransformer;
import org.camunda.feel.FeelEngine;
import org.camunda.feel.valuemapper.ValueMapper;

/**
 * Camunda's FEEL, which reads the text of each cell once. As it comes, the engine reads every cell of a table again
 * whenever the table is asked, and that takes far longer than to answer.
 */
class FeelReadOnce extends ScalaFeelEngine {

    FeelReadOnce() {
        super(List.of());
    }

    @Override
    protected FeelEngine buildFeelEngine(
            CustomFunctionTransformer functions, ValueMapper.CompositeValueMapper valueMapper) {
        return new FeelReader(functions, new FirstMapper(valueMapper));
    }
}
