package org.throughcare.decisions.feel;

import camundajar.impl.scala.Function1;
import camundajar.impl.scala.Option;
import camundajar.impl.scala.jdk.javaapi.CollectionConverters;
import java.util.List;
import org.camunda.feel.syntaxtree.Val;
import org.camunda.feel.valuemapper.CustomValueMapper;
import org.camunda.feel.valuemapper.ValueMapper;

/**
 * Asks the same mappers in the same order as the original, which leaves its loop by throwing at each value: a third of the
 * time that a table takes.
 */
class FirstMapper implements ValueMapper {

    private final ValueMapper original;
    private final List<CustomValueMapper> mappers;
    private final Function1<Object, Val> inner = this::toVal;
    private final Function1<Val, Object> innerOut = this::unpackVal;

    FirstMapper(CompositeValueMapper original) {
        this.original = original;
        this.mappers = List.copyOf(CollectionConverters.asJava(original.customMappersByPriority()));
    }

    @Override
    public Val toVal(Object value) {
        for (CustomValueMapper mapper : mappers) {
            Option<Val> mapped = mapper.toVal(value, inner);
            if (mapped.isDefined()) {
                return mapped.get();
            }
        }
        return original.toVal(value);
    }

    @Override
    public Object unpackVal(Val value) {
        for (CustomValueMapper mapper : mappers) {
            Option<Object> mapped = mapper.unpackVal(value, innerOut);
            if (mapped.isDefined()) {
                return mapped.get();
            }
        }
        return original.unpackVal(value);
    }
}
