package org.throughcare.monitoring.measures;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** All measures, and their numbers within a scope. */
@Component
@Transactional(readOnly = true)
class MeasureDesk implements DisposableBean {

    /** Two for each core of the smallest database server that is spoken of. */
    private static final int SIDE_BY_SIDE = 4;

    private final ExecutorService workers = Executors.newFixedThreadPool(SIDE_BY_SIDE);
    private final Map<String, Measure> byId;
    private final Labels labels;
    private final CaseLines caseLines;

    MeasureDesk(List<Measure> measures, Labels labels, CaseLines caseLines) {
        this.byId = measures.stream()
                .collect(Collectors.toMap(
                        measure -> measure.definition().id(),
                        Function.identity(),
                        (one, other) -> {
                            throw new IllegalStateException("Two measures are called "
                                    + one.definition().id() + ".");
                        },
                        LinkedHashMap::new));
        this.labels = labels;
        this.caseLines = caseLines;
    }

    /**
     * The list behind a number.
     *
     * @param number what was added up: tasks or flags can be more than their cases
     */
    record Listed(int total, int page, int size, List<CaseLine> cases) {}

    /** What there is. */
    List<Definition> definitions() {
        return byId.values().stream().map(Measure::definition).toList();
    }

    /**
     * The numbers of all measures of a group, counted side by side. The caller holds no connection meanwhile: many callers
     * would otherwise wait for those that they keep from each other.
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public List<Answer> answers(Group group, Scope scope) {
        List<CompletableFuture<Answer>> counted = byId.values().stream()
                .filter(measure -> measure.definition().group() == group)
                .map(measure -> CompletableFuture.supplyAsync(() -> answer(measure, scope), workers))
                .toList();
        try {
            return counted.stream().map(CompletableFuture::join).toList();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    @Override
    public void destroy() {
        workers.shutdown();
    }

    /** The numbers of one measure. */
    Answer answer(String id, Scope scope) {
        return answer(find(id), scope);
    }

    private Answer answer(Measure measure, Scope scope) {
        Definition definition = measure.definition();
        List<Row> rows = measure.rows(scope);
        BiFunction<String, String, Answer.Code> label = labels.of(measure, rows);
        return new Answer(
                definition.id(),
                definition.group(),
                definition.title(),
                definition.words(),
                definition.sql(),
                definition.source(),
                scope.now(),
                definition.dimensions().stream()
                        .map(dimension -> new Answer.Heading(dimension.key(), dimension.title()))
                        .toList(),
                definition.values(),
                definition.hasCases(),
                measure.notes(scope),
                rows.stream().map(row -> line(row, label)).toList());
    }

    private static Answer.Line line(Row row, BiFunction<String, String, Answer.Code> label) {
        Map<String, Answer.Code> of = new LinkedHashMap<>();
        row.of().forEach((dimension, code) -> of.put(dimension, label.apply(dimension, code)));
        return new Answer.Line(of, row.values());
    }

    /** One page of the cases behind a number. */
    Listed cases(String id, Scope scope, Map<String, String> asked, String value, int page, int size) {
        List<String> numbers = numbers(id, scope, asked, value);
        int from = Math.min(numbers.size(), page * size);
        List<String> shown = numbers.subList(from, Math.min(numbers.size(), from + size));
        return new Listed(numbers.size(), page, size, caseLines.of(scope, shown));
    }

    /** All cases behind a number. */
    List<CaseLine> allCases(String id, Scope scope, Map<String, String> asked, String value) {
        return caseLines.of(scope, numbers(id, scope, asked, value));
    }

    private List<String> numbers(String id, Scope scope, Map<String, String> asked, String value) {
        Measure measure = find(id);
        Definition definition = measure.definition();
        if (!definition.hasCases()) {
            throw Scopes.problem(HttpStatus.NOT_FOUND, "No list stands behind the numbers of this measure.");
        }
        String chosen = value == null ? definition.values().get(0).key() : value;
        if (definition.values().stream().noneMatch(known -> known.key().equals(chosen))) {
            throw Scopes.problem(HttpStatus.BAD_REQUEST, "value: this measure has no such number.");
        }
        Map<String, String> of = new LinkedHashMap<>(asked);
        of.keySet()
                .retainAll(definition.dimensions().stream().map(Dimension::key).toList());
        return measure.cases(scope, of, chosen);
    }

    private Measure find(String id) {
        Measure found = byId.get(id);
        if (found == null) {
            throw Scopes.problem(HttpStatus.NOT_FOUND, "There is no such measure.");
        }
        return found;
    }
}
