package org.throughcare.operations;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.throughcare.access.Identities;
import org.throughcare.access.SignedIn;
import org.throughcare.casefile.CaseFile;
import org.throughcare.casefile.CaseFiles;
import org.throughcare.caseload.Caseload;
import org.throughcare.caseload.NoRoomException;
import org.throughcare.caseload.UnfitCaseManagerException;

/**
 * The cases of a case manager at a site go to others there who have room, as when she leaves. Over the limits a
 * supervisor gives single cases only, on the case's page (domain rule 15).
 */
@Component
class Reassignments implements Operation {

    private final CaseFiles cases;
    private final Caseload caseload;
    private final OperationRights rights;
    private final Identities identities;

    Reassignments(CaseFiles cases, Caseload caseload, OperationRights rights, Identities identities) {
        this.cases = cases;
        this.caseload = caseload;
        this.rights = rights;
        this.identities = identities;
    }

    @Override
    public String kind() {
        return "reassignments";
    }

    @Override
    public List<Item> plan(SignedIn person, OperationRequest request) {
        OperationRights.check(
                OperationRights.mayReassign(person, String.valueOf(request.site())),
                "Cases are given to others by a supervisor of their site, or by a manager.");
        if (request.caseManager() == null || request.site() == null) {
            throw OperationRights.problem(
                    HttpStatus.BAD_REQUEST, "caseManager, site: say whose cases, and at which site.");
        }
        Predicate<String> exists = rights.existFor(person);
        List<CaseFile> hers = cases.openOf(request.caseManager()).stream()
                .filter(file -> file.site().equals(request.site()))
                .filter(file -> request.wants(file.caseNumber()) && exists.test(file.caseNumber()))
                .toList();
        Map<String, String> places = caseload.spread(hers, request.caseManager(), Set.copyOf(request.to()));
        return hers.stream()
                .map(file -> new Item(
                        file.caseNumber(),
                        file.caseNumber(),
                        request.caseManager() + ">" + places.getOrDefault(file.caseNumber(), "")))
                .toList();
    }

    @Override
    public String perform(SignedIn person, Item item, String reason) {
        String from = item.target().substring(0, item.target().indexOf('>'));
        String to = item.target().substring(from.length() + 1);
        CaseFile file = cases.find(item.caseNumber())
                .orElseThrow(() -> new RefusedItemException("There is no such case any more."));
        if (!OperationRights.mayReassign(person, file.site())) {
            throw new RefusedItemException("The case is at another site now.");
        }
        if (!file.isOpen()) {
            throw new RefusedItemException("The case is closed.");
        }
        if (!file.caseManagerIfAssigned().equals(Optional.of(from))) {
            throw new RefusedItemException("Somebody else has the case meanwhile.");
        }
        if (to.isEmpty()) {
            throw new RefusedItemException("Nobody has room for it within the limits.");
        }
        try {
            caseload.handOver(file.caseNumber(), to, reason);
        } catch (NoRoomException | UnfitCaseManagerException e) {
            throw new RefusedItemException(e.getMessage());
        }
        return "Goes to " + identities.namesOf(Set.of(to)).getOrDefault(to, to) + ".";
    }
}
