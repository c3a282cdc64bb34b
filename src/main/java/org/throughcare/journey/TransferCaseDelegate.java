package org.throughcare.journey;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.throughcare.access.Restrictions;
import org.throughcare.access.UsedInModels;
import org.throughcare.casefile.CaseFile;
import org.throughcare.casefile.CaseFiles;

/**
 * She moved to another site: the record and every running process know the new site, open tasks go to the same roles
 * there, and whoever had them at the old site has them no more. Nor does anybody there read a restricted case on.
 */
@Component("transferCaseDelegate")
@UsedInModels
class TransferCaseDelegate implements JavaDelegate {

    private final CaseFiles cases;
    private final CaseMessages messages;
    private final Restrictions restrictions;
    private final ObjectProvider<TaskService> tasks;

    TransferCaseDelegate(
            CaseFiles cases, CaseMessages messages, Restrictions restrictions, ObjectProvider<TaskService> tasks) {
        this.cases = cases;
        this.messages = messages;
        this.restrictions = restrictions;
        this.tasks = tasks;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String caseNumber = (String) execution.getVariable("caseNumber");
        CaseFile file = cases.get(caseNumber);
        String from = file.site();
        execution.setVariable("caseManagerWanted", file.caseManagerIfAssigned().isPresent());
        String to = (String) execution.getVariable("toSite");
        cases.transfer(caseNumber, to);
        cases.unassignCaseManager(caseNumber);
        restrictions.arrived(caseNumber, to);
        Map<String, Object> codes = new HashMap<>();
        codes.put("site", to);
        codes.put("caseManager", null);
        messages.setCodes(caseNumber, codes);
        List<Task> open = tasks.getObject()
                .createTaskQuery()
                .processInstanceBusinessKey(caseNumber)
                .list();
        open.forEach(task -> moveTask(task, from, to));
    }

    private void moveTask(Task task, String from, String to) {
        for (IdentityLink link : tasks.getObject().getIdentityLinksForTask(task.getId())) {
            if (link.getGroupId() != null && link.getGroupId().endsWith("." + from)) {
                String role = link.getGroupId().substring(0, link.getGroupId().lastIndexOf('.'));
                tasks.getObject().deleteGroupIdentityLink(task.getId(), link.getGroupId(), link.getType());
                tasks.getObject().addGroupIdentityLink(task.getId(), role + "." + to, link.getType());
                if (IdentityLinkType.CANDIDATE.equals(link.getType())) {
                    tasks.getObject().setAssignee(task.getId(), null);
                }
            }
        }
    }
}
