package org.throughcare.decisions.feel;

import camundajar.impl.scala.util.Either;
import camundajar.impl.scala.util.Left;
import java.util.List;
import java.util.Optional;
import org.camunda.feel.FeelEngine.Failure;
import org.camunda.feel.context.FunctionProvider;
import org.camunda.feel.syntaxtree.ConstNull$;
import org.camunda.feel.syntaxtree.Exp;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.camunda.feel.syntaxtree.Ref;
import org.camunda.feel.valuemapper.ValueMapper;

/**
 * One text of a table, read as the engine reads it.
 *
 * @param problem why it cannot be read, in words that go on from "it"; empty when it can
 * @param refused whether it is FEEL that tables may not have, rather than no FEEL at all
 * @param tree what it says; the constant null when there is a problem
 */
public record FeelText(String text, Optional<String> problem, boolean refused, Exp tree) {

    private static final FeelReader READER =
            new FeelReader(FunctionProvider.EmptyFunctionProvider$.MODULE$, ValueMapper.defaultValueMapper());

    /** Reads the text of an input cell or of a list of allowed values. */
    public static FeelText test(String text) {
        return of(text, READER.parseUnaryTests(text));
    }

    /** Reads the text of an answer or of an input expression. */
    public static FeelText expression(String text) {
        return of(text, READER.parseExpression(text));
    }

    /** The parts of one kind, wherever they stand. */
    public <T> List<T> parts(Class<T> kind) {
        return FeelTree.parts(tree, kind);
    }

    /** The names of facts that the text asks for. */
    public List<String> names() {
        return parts(Ref.class).stream()
                .map(name -> String.valueOf(name.names().head()))
                .distinct()
                .toList();
    }

    private static FeelText of(String text, Either<Failure, ParsedExpression> read) {
        if (read instanceof Left<Failure, ParsedExpression> failure) {
            String message = failure.value().message();
            int reason = message.indexOf(FeelReader.REFUSED);
            return reason >= 0
                    ? new FeelText(
                            text,
                            Optional.of(message.substring(reason + FeelReader.REFUSED.length())),
                            true,
                            ConstNull$.MODULE$)
                    : new FeelText(text, Optional.of("is not FEEL" + place(message)), false, ConstNull$.MODULE$);
        }
        return new FeelText(text, Optional.empty(), false, read.toOption().get().expression());
    }

    private static String place(String message) {
        int found = message.lastIndexOf(", found ");
        return found < 0 ? "" : "; it is not understood from here: " + message.substring(found + ", found ".length());
    }
}
