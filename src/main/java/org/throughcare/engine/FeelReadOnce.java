package org.throughcare.engine;

import camundajar.impl.scala.util.Either;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.function.CustomFunctionTransformer;
import org.camunda.feel.FeelEngine;
import org.camunda.feel.context.Context;
import org.camunda.feel.context.FunctionProvider;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.camunda.feel.valuemapper.ValueMapper;

/**
 * The tables' FEEL, which reads the text of each cell once. As it comes, the engine reads every cell of a table again
 * whenever the table is asked, and that takes far longer than to answer.
 */
class FeelReadOnce extends ScalaFeelEngine {

    FeelReadOnce() {
        super(List.of());
    }

    @Override
    protected FeelEngine buildFeelEngine(
            CustomFunctionTransformer functions, ValueMapper.CompositeValueMapper valueMapper) {
        return new Reader(functions, valueMapper);
    }

    private static class Reader extends FeelEngine {

        /** More than the cells of all tables, with drafts and earlier versions. */
        private static final int CELLS_REMEMBERED = 20_000;

        private final Cache<String, Either<Failure, ParsedExpression>> expressions = remembering();
        private final Cache<String, Either<Failure, ParsedExpression>> unaryTests = remembering();

        Reader(FunctionProvider functions, ValueMapper valueMapper) {
            super(functions, valueMapper, FeelEngine.defaultConfiguration(), FeelEngine.defaultClock());
        }

        private static Cache<String, Either<Failure, ParsedExpression>> remembering() {
            return Caffeine.newBuilder().maximumSize(CELLS_REMEMBERED).build();
        }

        @Override
        public Either<Failure, Object> evalExpression(String text, Context context) {
            return expressions.get(text, this::parseExpression).flatMap(expression -> eval(expression, context));
        }

        @Override
        public Either<Failure, Object> evalUnaryTests(String text, Context context) {
            return unaryTests.get(text, this::parseUnaryTests).flatMap(expression -> eval(expression, context));
        }
    }
}
