package org.throughcare.casepage;

import java.util.HashMap;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.throughcare.journey.StartForms;

/** Actions that start a process of their own by its start form; every member of the site's staff may. */
@Configuration(proxyBeanMethods = false)
class ProcessActions {

    private record Start(String name, String form, String process, StartForms starts) implements CaseAction {

        @Override
        public boolean isOfferedTo(CaseReader reader) {
            return reader.isStaff() && reader.file().isOpen();
        }

        @Override
        public void take(CaseReader reader, Map<String, Object> answers) {
            Map<String, Object> complete = new HashMap<>(answers);
            complete.put("caseNumber", reader.caseNumber());
            starts.submit(process, complete);
        }
    }

    @Bean
    @Order(1)
    CaseAction raiseConcern(StartForms starts) {
        return new Start("raiseConcern", "raiseUrgentConcern", "urgentResponse", starts);
    }

    @Bean
    @Order(2)
    CaseAction noteContactNow(StartForms starts) {
        return new Start("noteContact", "noteContact", "noteContact", starts);
    }
}
