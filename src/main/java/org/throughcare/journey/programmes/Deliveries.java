package org.throughcare.journey.programmes;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.throughcare.decisions.Decisions;

/** Asks the table {@code programmeDelivery}. */
@Component
class Deliveries {

    private final Decisions decisions;

    Deliveries(Decisions decisions) {
        this.decisions = decisions;
    }

    Delivery of(String activity) {
        Map<String, Object> row =
                decisions.ask("programmeDelivery", Map.of("activity", activity)).only();
        return new Delivery(
                (String) row.get("delivery"),
                (String) row.get("kind"),
                (String) row.get("role"),
                (String) row.get("reportEvery"),
                ((Number) row.get("weeks")).intValue());
    }
}
