package org.throughcare.access;

import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one place that says what a reader may see of a case: her role at the woman's site, her relation to the case, and
 * the kind of information. Everything that reads about women asks here: pages, lists, cards, searches, forms, exports.
 * The rights stand in {@code access/rights.csv}; what is not given there is denied.
 */
@Component
@Transactional(readOnly = true)
public class CaseAccess {

    private final Rights rights = Rights.load();
    private final RestrictedCases restricted;
    private final BrokenGlass brokenGlass;
    private final ObjectProvider<CaseWork> work;
    private final ObjectProvider<ProviderConsents> consents;

    CaseAccess(
            RestrictedCases restricted,
            BrokenGlass brokenGlass,
            ObjectProvider<CaseWork> work,
            ObjectProvider<ProviderConsents> consents) {
        this.restricted = restricted;
        this.brokenGlass = brokenGlass;
        this.work = work;
        this.consents = consents;
    }

    /** What that reader may see of that case. */
    public CaseView view(SignedIn reader, CaseHead head) {
        return views(reader, List.of(head)).get(head.caseNumber());
    }

    /** What that reader may see of each of these cases, by case number. */
    public Map<String, CaseView> views(SignedIn reader, Collection<CaseHead> heads) {
        List<String> numbers = heads.stream().map(CaseHead::caseNumber).toList();
        Map<String, Set<String>> lists = restricted.readersOf(numbers);
        Set<String> opened = brokenGlass.openFor(reader.userId());
        Map<String, CaseWork.People> people = work.getObject()
                .openFor(heads.stream()
                        .filter(head -> reader.worksAt(head.site()))
                        .map(CaseHead::caseNumber)
                        .toList());
        Map<String, CaseView> views = new HashMap<>();
        for (CaseHead head : heads) {
            boolean glassIsBroken = opened.contains(head.caseNumber());
            Set<String> list = lists.get(head.caseNumber());
            boolean hidden = list != null && !list.contains(reader.userId()) && !glassIsBroken;
            views.put(
                    head.caseNumber(),
                    hidden
                            ? CaseView.nothing()
                            : view(
                                    reader,
                                    head,
                                    people.getOrDefault(head.caseNumber(), CaseWork.People.NOBODY),
                                    glassIsBroken));
        }
        Readings.remember(views);
        return views;
    }

    /**
     * The restricted cases that do not exist for that reader. Searches and counts leave them out in their query, so that
     * not even a page's length tells of them.
     */
    public Set<String> hiddenFrom(SignedIn reader) {
        Set<String> hidden = new HashSet<>(restricted.hiddenFrom(reader.userId()));
        if (hidden.isEmpty()) {
            return hidden;
        }
        hidden.removeAll(brokenGlass.openFor(reader.userId()));
        return hidden;
    }

    /** Whether only the people on a list may know of that case. */
    public boolean isRestricted(String caseNumber) {
        return restricted.readersOf(List.of(caseNumber)).containsKey(caseNumber);
    }

    /**
     * Whether that case is restricted and does not exist for that user. For work on tasks, where the people of a task read
     * its form whatever their other rights are.
     */
    public boolean hides(String userId, String caseNumber) {
        Set<String> list = restricted.readersOf(List.of(caseNumber)).get(caseNumber);
        return list != null
                && !list.contains(userId)
                && !CurrentStaff.APPLICATION.equals(userId)
                && !brokenGlass.openFor(userId).contains(caseNumber);
    }

    private CaseView view(SignedIn reader, CaseHead head, CaseWork.People people, boolean glassIsBroken) {
        if (!reader.worksAt(head.site())) {
            return ofProvider(reader, head);
        }
        boolean hers = head.caseManager().filter(reader.userId()::equals).isPresent()
                || people.users().contains(reader.userId());
        Relation relation = Relation.TEAM;
        Set<InformationKind> kinds = EnumSet.noneOf(InformationKind.class);
        for (String role : reader.rolesAt(head.site())) {
            kinds.addAll(rights.of(role, Relation.TEAM));
            if (glassIsBroken) {
                kinds.addAll(rights.of(role, Relation.BREAK_GLASS));
                relation = relation == Relation.ASSIGNED ? relation : Relation.BREAK_GLASS;
            }
            if (hers || people.groups().contains(StaffGroups.of(role, head.site()))) {
                kinds.addAll(rights.of(role, Relation.ASSIGNED));
                relation = Relation.ASSIGNED;
            }
        }
        return new CaseView(relation, kinds);
    }

    private CaseView ofProvider(SignedIn reader, CaseHead head) {
        Set<InformationKind> kinds = EnumSet.noneOf(InformationKind.class);
        reader.providers().forEach(provider -> kinds.addAll(consents.getObject().open(head.caseNumber(), provider)));
        kinds.retainAll(rights.of(StaffGroups.PROVIDER, Relation.PROVIDER));
        return kinds.contains(InformationKind.IDENTITY) ? new CaseView(Relation.PROVIDER, kinds) : CaseView.nothing();
    }
}
