package org.throughcare.engine;

import org.camunda.bpm.engine.impl.history.HistoryLevelActivity;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;

/**
 * The engine's history keeps the way a case took, its tasks and incidents, and no variable and no decision input: those
 * would be facts about a woman, and the record keeps them.
 */
class CaseFlowHistory extends HistoryLevelActivity {

    static final String NAME = "caseFlow";
    private static final int ID = 12;

    @Override
    public int getId() {
        return ID;
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public boolean isHistoryEventProduced(HistoryEventType eventType, Object entity) {
        return super.isHistoryEventProduced(eventType, entity)
                || HistoryEventTypes.INCIDENT_CREATE == eventType
                || HistoryEventTypes.INCIDENT_RESOLVE == eventType
                || HistoryEventTypes.INCIDENT_DELETE == eventType
                || HistoryEventTypes.INCIDENT_MIGRATE == eventType;
    }
}
