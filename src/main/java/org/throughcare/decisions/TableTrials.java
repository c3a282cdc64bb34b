package org.throughcare.decisions;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.xml.ModelException;
import org.springframework.stereotype.Component;
import org.throughcare.decisions.feel.FeelOnly;

/** Asks tables that are not deployed. The same FEEL as for deployed ones, with its limits; nothing is kept. */
@Component
public class TableTrials {

    private final FiredRules firedRules;
    private final DmnEngine engine;

    TableTrials(FiredRules firedRules) {
        this.firedRules = firedRules;
        this.engine = FeelOnly.engine(firedRules);
    }

    /** A table in DMN that can be asked. */
    public final class Trial {

        private final TableHead head;
        private final DmnDecision decision;

        private Trial(TableHead head, DmnDecision decision) {
            this.head = head;
            this.decision = decision;
        }

        /** The names of its inputs. */
        public List<String> inputs() {
            return head.inputs();
        }

        /**
         * What it says about these inputs; those that are missing are unknown.
         *
         * @throws TrialFailedException when it cannot say
         */
        public Decided ask(Map<String, Object> inputs) {
            Map<String, Object> complete = new LinkedHashMap<>();
            head.inputs().forEach(name -> complete.put(name, inputs.get(name)));
            try {
                return head.decided(
                        0,
                        complete,
                        firedRules.during(() -> engine.evaluateDecisionTable(decision, Variables.fromMap(complete))));
            } catch (DmnEngineException | FeelException e) {
                throw new TrialFailedException(e.getMessage());
            }
        }
    }

    /** @throws TrialFailedException when the text is no table that the engine takes */
    public Trial of(String decision, String dmn) {
        try {
            DmnModelInstance model =
                    Dmn.readModelFromStream(new ByteArrayInputStream(dmn.getBytes(StandardCharsets.UTF_8)));
            return new Trial(TableHead.of(decision, model), engine.parseDecision(decision, model));
        } catch (ModelException | DmnEngineException e) {
            throw new TrialFailedException(e.getMessage());
        }
    }
}
