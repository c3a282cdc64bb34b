package org.throughcare.journey.programmes;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The steps to which a branch returns after the one that it is at, the next one first. */
record StepLine(List<String> stepIds) {

    private static final String CODE = "stepsInLine";

    static StepLine of(StepCodes codes) {
        return new StepLine(Arrays.stream(codes.text(CODE).split(","))
                .filter(id -> !id.isEmpty())
                .toList());
    }

    boolean isEmpty() {
        return stepIds.isEmpty();
    }

    String first() {
        return stepIds.get(0);
    }

    StepLine withoutFirst() {
        return new StepLine(stepIds.subList(1, stepIds.size()));
    }

    StepLine withFirst(long stepId) {
        return new StepLine(Stream.concat(Stream.of(String.valueOf(stepId)), stepIds.stream())
                .toList());
    }

    void keep(StepCodes codes) {
        codes.set(CODE, stepIds.stream().collect(Collectors.joining(",")));
    }
}
