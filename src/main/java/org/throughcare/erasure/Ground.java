package org.throughcare.erasure;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Why a case is erased. A code and not a text, so that the proof says nothing about her. */
enum Ground {
    /** The time for which it is kept is over. */
    retentionEnded,
    /** She asked for it, and the law gives her the right. */
    herRequest,
    /** A court or an authority ordered it. */
    order,
    /** The case should never have been opened. */
    openedInError;

    /** Those that a person may give. */
    static final List<Ground> OF_AN_ORDER = List.of(herRequest, order, openedInError);

    static Optional<Ground> ofAnOrder(String code) {
        return OF_AN_ORDER.stream().filter(ground -> ground.name().equals(code)).findFirst();
    }

    static String codesOfAnOrder() {
        return String.join(", ", Arrays.asList(herRequest.name(), order.name(), openedInError.name()));
    }
}
