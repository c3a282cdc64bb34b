package org.throughcare.decisions.feel;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.feel.syntaxtree.EveryItem;
import org.camunda.feel.syntaxtree.Exp;
import org.camunda.feel.syntaxtree.Exponentiation;
import org.camunda.feel.syntaxtree.Filter;
import org.camunda.feel.syntaxtree.For;
import org.camunda.feel.syntaxtree.FunctionDefinition;
import org.camunda.feel.syntaxtree.FunctionInvocation;
import org.camunda.feel.syntaxtree.IterationContext;
import org.camunda.feel.syntaxtree.JavaFunctionInvocation;
import org.camunda.feel.syntaxtree.QualifiedFunctionInvocation;
import org.camunda.feel.syntaxtree.SomeItem;

/**
 * What a FEEL text may not be, because one cell could then hold a thread for long, read the machine's clock or reach
 * outside its table. A decision table needs none of it.
 */
final class FeelLimits {

    /** In characters; the longest list of values in a table, all user tasks, has about 3,000. */
    static final int LENGTH = 20_000;

    /** Of brackets: to read a text takes time that grows fast with them. */
    static final int BRACKETS = 8;

    static final int IFS = 8;

    /** Of parts within parts, which a chain of sums or "or"s has too. */
    static final int DEPTH = 100;

    static final String TOO_DEEP = "has more than " + DEPTH + " parts within one another";

    private static final Pattern STRING = Pattern.compile("\"(\\\\.|[^\"\\\\])*\"");
    private static final Pattern IF = Pattern.compile("\\bif\\b");

    private static final Map<Class<?>, String> REFUSED = new LinkedHashMap<>();

    static {
        REFUSED.put(JavaFunctionInvocation.class, "a call outside the table");
        REFUSED.put(FunctionDefinition.class, "a function definition");
        REFUSED.put(QualifiedFunctionInvocation.class, "a call of a function that is no part of FEEL");
        REFUSED.put(For.class, "a loop (for)");
        REFUSED.put(SomeItem.class, "a loop (some)");
        REFUSED.put(EveryItem.class, "a loop (every)");
        REFUSED.put(IterationContext.class, "a loop");
        REFUSED.put(Exponentiation.class, "a power, whose number may be longer than any memory");
        REFUSED.put(Filter.class, "a filter over a list, which is a loop");
    }

    /**
     * Their answers depend on nothing but what they are given, and take no longer than that is long: no clock, no chance, no
     * patterns, no rounding to as many places as one likes.
     */
    private static final Set<String> FUNCTIONS = Set.of(
            "abs",
            "after",
            "all",
            "and",
            "any",
            "before",
            "ceiling",
            "coincides",
            "concatenate",
            "contains",
            "context",
            "count",
            "date",
            "date and time",
            "day of week",
            "day of year",
            "distinct values",
            "duration",
            "during",
            "ends with",
            "even",
            "finished by",
            "finishes",
            "floor",
            "get entries",
            "get or else",
            "get value",
            "includes",
            "index of",
            "is blank",
            "is defined",
            "is empty",
            "last day of month",
            "list contains",
            "lower case",
            "max",
            "mean",
            "median",
            "meets",
            "met by",
            "min",
            "mode",
            "modulo",
            "month of year",
            "not",
            "odd",
            "or",
            "overlaps",
            "overlaps after",
            "overlaps before",
            "product",
            "reverse",
            "sqrt",
            "started by",
            "starts",
            "starts with",
            "stddev",
            "string",
            "string join",
            "string length",
            "sublist",
            "substring",
            "substring after",
            "substring before",
            "sum",
            "time",
            "trim",
            "union",
            "upper case",
            "week of year",
            "years and months duration");

    private FeelLimits() {}

    /** Why a text is not even read. */
    static Optional<String> beforeReading(String text) {
        if (text.length() > LENGTH) {
            return Optional.of("is longer than " + LENGTH + " characters");
        }
        String code = STRING.matcher(text).replaceAll("\"\"");
        if (bracketDepth(code) > BRACKETS) {
            return Optional.of("has more than " + BRACKETS + " brackets within one another");
        }
        if (IF.matcher(code).results().count() > IFS) {
            return Optional.of("has more than " + IFS + " times if");
        }
        return Optional.empty();
    }

    /** Why a text that was read is not evaluated. */
    static Optional<String> afterReading(Exp tree) {
        if (FeelTree.isDeeperThan(tree, DEPTH)) {
            return Optional.of(TOO_DEEP);
        }
        List<Object> parts = FeelTree.parts(tree, Object.class);
        return REFUSED.keySet().stream()
                .filter(kind -> parts.stream().anyMatch(kind::isInstance))
                .findFirst()
                .map(kind -> "has " + REFUSED.get(kind))
                .or(() ->
                        unknownFunction(parts).map(name -> "asks the function " + name + ", which tables do not need"));
    }

    private static Optional<String> unknownFunction(List<Object> parts) {
        return parts.stream()
                .filter(FunctionInvocation.class::isInstance)
                .map(call -> ((FunctionInvocation) call).function())
                .filter(name -> !FUNCTIONS.contains(name))
                .findFirst();
    }

    private static int bracketDepth(String code) {
        int depth = 0;
        int deepest = 0;
        for (char sign : code.toCharArray()) {
            if ("([{".indexOf(sign) >= 0) {
                deepest = Math.max(deepest, ++depth);
            } else if (")]}".indexOf(sign) >= 0) {
                depth--;
            }
        }
        return deepest;
    }
}
