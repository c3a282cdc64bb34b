package org.throughcare.caseload;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** At each start of the application, once the models are deployed, nobody who carries cases is without supervision. */
@Component
@Order(50)
class SupervisionAtStart implements ApplicationRunner {

    private final Supervision supervision;

    SupervisionAtStart(Supervision supervision) {
        this.supervision = supervision;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        supervision.ensureScheduled();
    }
}
