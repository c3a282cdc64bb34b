package org.throughcare.fhir;

import java.util.Map;
import org.hl7.fhir.r4.model.Task;
import org.throughcare.referrals.Referrals;

/** The states of a referral as those of a FHIR Task. What is in no row has ended without the provider. */
final class TaskStatus {

    private static final Map<String, Task.TaskStatus> OF_REFERRAL = Map.ofEntries(
            Map.entry(Referrals.PLANNED, Task.TaskStatus.DRAFT),
            Map.entry(Referrals.CHOOSING, Task.TaskStatus.DRAFT),
            Map.entry(Referrals.SENT, Task.TaskStatus.REQUESTED),
            Map.entry(Referrals.RECEIVED, Task.TaskStatus.RECEIVED),
            Map.entry(Referrals.ACCEPTED, Task.TaskStatus.ACCEPTED),
            Map.entry(Referrals.BOOKED, Task.TaskStatus.INPROGRESS),
            Map.entry(Referrals.KEPT, Task.TaskStatus.INPROGRESS),
            Map.entry(Referrals.MISSED, Task.TaskStatus.INPROGRESS),
            Map.entry(Referrals.GOES_ON, Task.TaskStatus.INPROGRESS),
            Map.entry(Referrals.DONE, Task.TaskStatus.COMPLETED));

    private TaskStatus() {}

    static Task.TaskStatus of(String status) {
        return OF_REFERRAL.getOrDefault(status, Task.TaskStatus.CANCELLED);
    }
}
