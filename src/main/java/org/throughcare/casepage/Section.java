package org.throughcare.casepage;

import java.util.function.Function;
import java.util.function.Predicate;
import org.throughcare.access.InformationKind;

/** A section made of two functions. */
record Section(String name, Predicate<CaseReader> mayRead, Function<CaseReader, Object> content)
        implements CaseSection {

    /** A part of her plan. */
    static Section ofPlan(String name, Function<CaseReader, Object> content) {
        return new Section(name, reader -> reader.view().shows(InformationKind.PLAN), content);
    }

    @Override
    public boolean isFor(CaseReader reader) {
        return mayRead.test(reader);
    }

    @Override
    public Object read(CaseReader reader) {
        return content.apply(reader);
    }
}
