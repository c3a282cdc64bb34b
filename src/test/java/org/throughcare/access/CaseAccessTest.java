package org.throughcare.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static org.throughcare.access.InformationKind.CONTACT;
import static org.throughcare.access.InformationKind.HEALTH;
import static org.throughcare.access.InformationKind.IDENTITY;
import static org.throughcare.access.InformationKind.OFFENCE;
import static org.throughcare.access.InformationKind.PLAN;
import static org.throughcare.access.InformationKind.SAFETY;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;

/** Who may read what of a case: role, site, relation and kind of information. */
class CaseAccessTest {

    private static final String CASE = "NORTH-2026-0001";
    private static final CaseHead HEAD = new CaseHead(CASE, "north", Optional.of("anna"));

    private final RestrictedCases restricted = mock(RestrictedCases.class);
    private final BrokenGlass glass = mock(BrokenGlass.class);
    private Map<String, CaseWork.People> work = Map.of();
    private Set<InformationKind> consented = Set.of();

    @Test
    void theStaffOfTheSiteKnowWhoSheIsAndNoMore() {
        for (String role : StaffGroups.SITE_ROLES) {
            CaseView view = view(reader("berta", role + ".north"));

            assertThat(view.relation()).isEqualTo(Relation.TEAM);
            assertThat(view.shows(IDENTITY)).isTrue();
            assertThat(view.shows(CONTACT)).as(role).isFalse();
            assertThat(view.shows(SAFETY)).as(role).isFalse();
            assertThat(view.shows(OFFENCE)).as(role).isFalse();
        }
    }

    @Test
    void theCaseManagerOfTheCaseReadsEverything() {
        CaseView view = view(reader("anna", "caseManager.north"));

        assertThat(view.relation()).isEqualTo(Relation.ASSIGNED);
        assertThat(view.kinds()).containsExactlyInAnyOrder(InformationKind.values());
        assertThat(view.showsFact("aFactOfTomorrow")).isTrue();
    }

    @Test
    void herRoleReadsMoreWhileATaskOfHersIsOpenForIt() {
        SignedIn nurse = reader("nora", "healthcare.north");
        assertThat(view(nurse).kinds()).containsExactlyInAnyOrder(IDENTITY, HEALTH);

        work = Map.of(CASE, new CaseWork.People(Set.of(), Set.of("healthcare.north")));

        assertThat(view(nurse).relation()).isEqualTo(Relation.ASSIGNED);
        assertThat(view(nurse).kinds()).containsExactlyInAnyOrder(IDENTITY, HEALTH, SAFETY, PLAN);
        assertThat(view(reader("olga", "caseOfficer.north")).relation()).isEqualTo(Relation.TEAM);
    }

    @Test
    void atAnotherSiteInTheEstateAndOutsideTheCaseDoesNotExist() {
        for (String group : Set.of("caseManager.south", "manager", "analyst", "camunda-admin", "custodySystem")) {
            CaseView view = view(reader("anna", group));

            assertThat(view.relation()).as(group).isEqualTo(Relation.NONE);
            assertThat(view.opens()).as(group).isFalse();
            assertThat(view.showsFact("womanName")).as(group).isFalse();
        }
    }

    @Test
    void aProviderReadsWhatSheConsentedToAndNeverTheOffence() {
        SignedIn provider = reader("hope", "provider.hope");
        assertThat(view(provider).opens()).isFalse();

        consented = Set.of(IDENTITY, PLAN, OFFENCE);

        assertThat(view(provider).relation()).isEqualTo(Relation.PROVIDER);
        assertThat(view(provider).kinds()).containsExactlyInAnyOrder(IDENTITY, PLAN);
    }

    @Test
    void aRestrictedCaseExistsForItsListOnly() {
        when(restricted.readersOf(any())).thenReturn(Map.of(CASE, Set.of("berta")));

        assertThat(view(reader("anna", "caseManager.north")).opens()).isFalse();
        assertThat(view(reader("berta", "caseOfficer.north")).relation()).isEqualTo(Relation.TEAM);
        assertThat(view(reader("berta", "caseOfficer.south")).opens()).isFalse();
    }

    @Test
    void whoBrokeTheGlassReadsEverythingOfThatCase() {
        when(restricted.readersOf(any())).thenReturn(Map.of(CASE, Set.of("berta")));
        when(restricted.hiddenFrom("nora")).thenReturn(Set.of(CASE));
        SignedIn nurse = reader("nora", "healthcare.north");
        assertThat(access().hiddenFrom(nurse)).containsExactly(CASE);

        when(glass.openFor("nora")).thenReturn(Set.of(CASE));

        assertThat(view(nurse).relation()).isEqualTo(Relation.BREAK_GLASS);
        assertThat(view(nurse).kinds()).containsExactlyInAnyOrder(InformationKind.values());
        assertThat(access().hiddenFrom(nurse)).isEmpty();
        assertThat(view(reader("nora", "healthcare.south")).opens()).isFalse();
    }

    @Test
    void aFactIsShownToWhoMayReadAllItsKinds() {
        CaseView nurse = view(reader("nora", "healthcare.north"));

        assertThat(nurse.shownFacts(
                        Map.of("womanName", "W", "pregnant", "yes", "familyThreat", "known", "carePlan", "C")))
                .containsOnlyKeys("womanName", "pregnant");
        assertThat(nurse.showsFact("aFactOfTomorrow")).isFalse();
        assertThat(nurse.showsFlag("pregnancy")).isTrue();
        assertThat(nurse.showsFlag("familyThreat")).isFalse();
        assertThat(nurse.showsEntry("planAgreed", Map.of())).isFalse();
        assertThat(nurse.showsDecision("urgentFlags")).isFalse();
    }

    private CaseView view(SignedIn reader) {
        return access().view(reader, HEAD);
    }

    private CaseAccess access() {
        DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
        ProviderConsents consents = mock(ProviderConsents.class);
        when(consents.open(anyString(), anyString())).thenReturn(consented);
        CaseWork openWork = mock(CaseWork.class);
        when(openWork.openFor(anyCollection())).thenReturn(work);
        beans.registerSingleton("work", openWork);
        beans.registerSingleton("consents", consents);
        return new CaseAccess(
                restricted,
                glass,
                beans.getBeanProvider(CaseWork.class),
                beans.getBeanProvider(ProviderConsents.class));
    }

    private static SignedIn reader(String userId, String... groups) {
        return new SignedIn(userId, Set.of(groups));
    }
}
