package org.throughcare.journey.accessreview;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.throughcare.access.AccessAlarms;
import org.throughcare.engine.AsApplication;

/**
 * Tells the supervisors of a site by a task that somebody's reading has to be looked at. The process has no business key:
 * it belongs to the reader, and the supervisor gets it also when she may not know of the case. Nor does a variable hold
 * the case's number, since managers see the process and may not know of a restricted case.
 */
@Component
class AccessReviews implements AccessAlarms {

    static final String PROCESS = "accessReview";
    static final String EMERGENCY = "emergency";
    static final String EMERGENCY_ID = "emergencyId";
    static final String MANY_CASES = "manyCases";

    private final ObjectProvider<RuntimeService> runtime;
    private final AsApplication asApplication;

    AccessReviews(ObjectProvider<RuntimeService> runtime, AsApplication asApplication) {
        this.runtime = runtime;
        this.asApplication = asApplication;
    }

    @Override
    public void openedInEmergency(String site, String userId, long emergency) {
        begin(Map.of(
                "site", site, "reader", userId, "readingKind", EMERGENCY, "casesRead", 1, EMERGENCY_ID, emergency));
    }

    @Override
    public void readUnusuallyMany(String site, String userId, int cases) {
        begin(Map.of("site", site, "reader", userId, "readingKind", MANY_CASES, "casesRead", cases));
    }

    private void begin(Map<String, Object> codes) {
        asApplication.run(() -> runtime.getObject().startProcessInstanceByKey(PROCESS, codes));
    }
}
