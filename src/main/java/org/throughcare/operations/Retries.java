package org.throughcare.operations;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.throughcare.access.SignedIn;
import org.throughcare.casefile.Journal;
import org.throughcare.engine.AsApplication;

/** Steps that failed and have no tries left are tried once more, when their cause is gone. */
@Component
class Retries implements Operation {

    private final ObjectProvider<ManagementService> management;
    private final AsApplication asApplication;
    private final RunningInstances instances;
    private final Journal journal;
    private final OperationRights rights;

    Retries(
            ObjectProvider<ManagementService> management,
            AsApplication asApplication,
            RunningInstances instances,
            Journal journal,
            OperationRights rights) {
        this.management = management;
        this.asApplication = asApplication;
        this.instances = instances;
        this.journal = journal;
        this.rights = rights;
    }

    @Override
    public String kind() {
        return "retries";
    }

    @Override
    public List<Item> plan(SignedIn person, OperationRequest request) {
        OperationRights.checkRepairs(person);
        List<Job> failed = asApplication.call(() -> {
            var query = management.getObject().createJobQuery().noRetriesLeft();
            return (request.process() == null ? query : query.processDefinitionKey(request.process())).list();
        });
        Map<String, String> caseNumbers = instances.caseNumbers(
                failed.stream().map(Job::getProcessInstanceId).toList());
        Predicate<String> exists = rights.existFor(person);
        return failed.stream()
                .filter(job -> request.wants(job.getId()))
                .map(job -> new Item(
                        job.getId(), caseNumbers.get(job.getProcessInstanceId()), job.getProcessDefinitionKey()))
                .filter(item -> exists.test(item.caseNumber()))
                .toList();
    }

    @Override
    public String perform(SignedIn person, Item item, String reason) {
        Job job = asApplication.call(() -> management
                .getObject()
                .createJobQuery()
                .jobId(item.item())
                .noRetriesLeft()
                .singleResult());
        if (job == null) {
            throw new RefusedItemException("It does not wait for another try any more.");
        }
        asApplication.run(() -> management.getObject().setJobRetries(job.getId(), 1));
        journal.write(
                item.caseNumber(),
                "stepRetried",
                "A step of " + job.getProcessDefinitionKey() + " that failed is tried again: " + reason,
                Map.of("process", job.getProcessDefinitionKey(), "job", job.getId(), "reason", reason));
        return "Is tried again.";
    }
}
