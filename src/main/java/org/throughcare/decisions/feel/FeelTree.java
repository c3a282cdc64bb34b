package org.throughcare.decisions.feel;

import camundajar.impl.scala.Product;
import camundajar.impl.scala.collection.Iterable;
import camundajar.impl.scala.collection.Iterator;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Everything that one read text consists of, with how deep each part lies. */
final class FeelTree {

    private record Part(Object value, int depth) {}

    private FeelTree() {}

    /** The parts that fit, in the order of the text as far as the reader kept it. */
    static <T> List<T> parts(Object tree, Class<T> type) {
        List<T> found = new ArrayList<>();
        visit(tree, part -> {
            if (type.isInstance(part.value())) {
                found.add(type.cast(part.value()));
            }
            return false;
        });
        return found;
    }

    /** Whether any part lies deeper than this; looks no further then. */
    static boolean isDeeperThan(Object tree, int limit) {
        return visit(tree, part -> part.depth() > limit).isPresent();
    }

    private static Optional<Part> visit(Object tree, Predicate<Part> stop) {
        Deque<Part> open = new ArrayDeque<>(List.of(new Part(tree, 0)));
        while (!open.isEmpty()) {
            Part part = open.pop();
            if (stop.test(part)) {
                return Optional.of(part);
            }
            children(part).forEach(open::push);
        }
        return Optional.empty();
    }

    private static List<Part> children(Part part) {
        if (part.value() instanceof Iterable<?> several) {
            return reversed(several.iterator(), part.depth());
        }
        if (part.value() instanceof Product one) {
            return reversed(one.productIterator(), part.depth() + 1);
        }
        return List.of();
    }

    private static List<Part> reversed(Iterator<?> values, int depth) {
        List<Part> parts = new ArrayList<>();
        while (values.hasNext()) {
            parts.add(0, new Part(values.next(), depth));
        }
        return parts;
    }
}
