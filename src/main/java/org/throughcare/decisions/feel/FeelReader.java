package org.throughcare.decisions.feel;

import camundajar.impl.scala.collection.immutable.List$;
import camundajar.impl.scala.util.Either;
import camundajar.impl.scala.util.Left;
import camundajar.impl.scala.util.Right;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import java.util.function.Function;
import org.camunda.feel.FeelEngine;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FailedEvaluationResult;
import org.camunda.feel.api.SuccessfulEvaluationResult;
import org.camunda.feel.context.Context;
import org.camunda.feel.context.FunctionProvider;
import org.camunda.feel.impl.interpreter.BuiltinFunctions;
import org.camunda.feel.impl.interpreter.EvalContext;
import org.camunda.feel.impl.interpreter.EvaluationFailureCollector;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.camunda.feel.syntaxtree.Val;
import org.camunda.feel.syntaxtree.ValError;
import org.camunda.feel.syntaxtree.ValFatalError;
import org.camunda.feel.valuemapper.ValueMapper;

/** Reads each text once, refuses what {@link FeelLimits} names, and stops what takes too long. */
class FeelReader extends FeelEngine {

    static final String REFUSED = "' is refused: it ";

    /** More than the cells of all tables, with drafts and earlier versions. */
    private static final int TEXTS_REMEMBERED = 20_000;

    private final Cache<String, Either<Failure, ParsedExpression>> expressions = remembering();
    private final Cache<String, Either<Failure, ParsedExpression>> unaryTests = remembering();
    private final EvalContext builtIn;

    FeelReader(FunctionProvider functions, ValueMapper valueMapper) {
        super(functions, valueMapper, FeelEngine.defaultConfiguration(), FeelEngine.defaultClock());
        builtIn = EvalContext.create(valueMapper, new BuiltinFunctions(clock(), valueMapper));
    }

    private static Cache<String, Either<Failure, ParsedExpression>> remembering() {
        return Caffeine.newBuilder().maximumSize(TEXTS_REMEMBERED).build();
    }

    @Override
    public Either<Failure, ParsedExpression> parseExpression(String text) {
        return expressions.get(text, unread -> read(unread, super::parseExpression));
    }

    @Override
    public Either<Failure, ParsedExpression> parseUnaryTests(String text) {
        return unaryTests.get(text, unread -> read(unread, super::parseUnaryTests));
    }

    private static Either<Failure, ParsedExpression> read(
            String text, Function<String, Either<Failure, ParsedExpression>> reader) {
        return FeelLimits.beforeReading(text)
                .map(why -> refusal(text, why))
                .orElseGet(() -> readWithinLimits(text, reader));
    }

    private static Either<Failure, ParsedExpression> readWithinLimits(
            String text, Function<String, Either<Failure, ParsedExpression>> reader) {
        try {
            return reader.apply(text).flatMap(FeelReader::withinLimits);
        } catch (StackOverflowError e) {
            return refusal(text, FeelLimits.TOO_DEEP);
        }
    }

    private static Either<Failure, ParsedExpression> withinLimits(ParsedExpression read) {
        Optional<String> refusal = FeelLimits.afterReading(read.expression());
        return refusal.map(why -> refusal(read.text(), why)).orElseGet(() -> new Right<>(read));
    }

    private static Either<Failure, ParsedExpression> refusal(String text, String why) {
        String begin = text.length() > 200 ? text.substring(0, 200) + "…" : text;
        return new Left<>(new Failure("the expression '" + begin + REFUSED + why));
    }

    /**
     * As the original does, without looking at each evaluation for calls outside FEEL again: what was read has none. Each
     * evaluation has an interpreter of its own, which knows when it began.
     */
    @Override
    public EvaluationResult evaluate(ParsedExpression read, Context context) {
        try {
            return result(read, new ImpatientInterpreter(valueMapper()).eval(read.expression(), variables(context)));
        } catch (RuntimeException e) {
            return failed("failed to evaluate expression '" + read.text() + "' : " + e);
        }
    }

    /** A table's cells bring variables and no functions: then there is nothing to merge, and one place to look. */
    private EvalContext variables(Context context) {
        if (context.functionProvider() == FunctionProvider.EmptyFunctionProvider$.MODULE$) {
            return new EvalContext(
                    valueMapper(),
                    context.variableProvider(),
                    builtIn.functionProvider(),
                    new EvaluationFailureCollector());
        }
        return EvalContext.empty(valueMapper()).merge(builtIn).merge(context);
    }

    private EvaluationResult result(ParsedExpression read, Val value) {
        if (value instanceof ValError error) {
            return failed("failed to evaluate expression '" + read.text() + "': " + error.error());
        }
        if (value instanceof ValFatalError error) {
            return failed("failed to evaluate expression '" + read.text() + "': " + error.error());
        }
        return new SuccessfulEvaluationResult(valueMapper().unpackVal(value), List$.MODULE$.empty());
    }

    private static EvaluationResult failed(String message) {
        return new FailedEvaluationResult(new Failure(message), List$.MODULE$.empty());
    }
}
