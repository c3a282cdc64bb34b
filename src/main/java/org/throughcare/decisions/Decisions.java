package org.throughcare.decisions;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.throughcare.engine.AsApplication;

/**
 * Asks the decision tables. Inputs come from the record, so that the engine's history keeps none of them; each decision
 * about a case is kept with its inputs, the rules that fired, their annotations and the table's version.
 */
@Component
public class Decisions {

    /** A version of a table never changes, so its answers can be remembered; more than one estate's tasks. */
    private static final int ANSWERS_REMEMBERED = 2_000;

    private final ObjectProvider<DecisionService> decisionService;
    private final ObjectProvider<RepositoryService> repositoryService;
    private final AsApplication asApplication;
    private final FiredRules firedRules;
    private final CaseInputs caseInputs;
    private final DecisionLog log;
    private final Map<String, Table> tables = new ConcurrentHashMap<>();
    private final Cache<Question, Decided> answers =
            Caffeine.newBuilder().maximumSize(ANSWERS_REMEMBERED).build();

    Decisions(
            ObjectProvider<DecisionService> decisionService,
            ObjectProvider<RepositoryService> repositoryService,
            AsApplication asApplication,
            FiredRules firedRules,
            CaseInputs caseInputs,
            DecisionLog log) {
        this.decisionService = decisionService;
        this.repositoryService = repositoryService;
        this.asApplication = asApplication;
        this.firedRules = firedRules;
        this.caseInputs = caseInputs;
        this.log = log;
    }

    /**
     * Asks the newest version of a table about a case and keeps the decision with its reasons.
     *
     * @param codes inputs that the caller knows better than the record, such as the phase
     */
    public Decided decide(String decision, String caseNumber, Map<String, Object> codes) {
        Table table = newest(decision);
        Decided decided = evaluate(table, caseInputs.of(caseNumber, table.inputs(), codes));
        log.write(caseNumber, decided);
        return decided;
    }

    /** Asks the newest version of a table about something that is no case; nothing is kept. */
    public Decided ask(String decision, Map<String, Object> inputs) {
        Table table = newest(decision);
        Map<String, Object> complete = new LinkedHashMap<>();
        table.inputs().forEach(name -> complete.put(name, inputs.get(name)));
        return answers.get(new Question(table, complete), question -> evaluate(question.table(), question.inputs()));
    }

    private Decided evaluate(Table table, Map<String, Object> inputs) {
        DmnDecisionTableEvaluationEvent event = asApplication.call(() -> firedRules.during(
                () -> decisionService.getObject().evaluateDecisionTableById(table.definitionId(), inputs)));
        return table.head().decided(table.version(), inputs, event);
    }

    private Table newest(String decision) {
        return asApplication.call(() -> {
            DecisionDefinition definition = repositoryService
                    .getObject()
                    .createDecisionDefinitionQuery()
                    .decisionDefinitionKey(decision)
                    .latestVersion()
                    .singleResult();
            if (definition == null) {
                throw new IllegalStateException("There is no decision table " + decision + ".");
            }
            return tables.computeIfAbsent(definition.getId(), id -> read(definition));
        });
    }

    private Table read(DecisionDefinition definition) {
        DmnModelInstance model = repositoryService.getObject().getDmnModelInstance(definition.getId());
        return new Table(definition.getId(), definition.getVersion(), TableHead.of(definition.getKey(), model));
    }

    private record Question(Table table, Map<String, Object> inputs) {}

    private record Table(String definitionId, int version, TableHead head) {

        List<String> inputs() {
            return head.inputs();
        }
    }
}
