package org.throughcare.casepage;

import org.throughcare.access.CaseView;
import org.throughcare.access.Relation;
import org.throughcare.access.SignedIn;
import org.throughcare.casefile.CaseFile;

/** Somebody who has a case open before her. */
record CaseReader(SignedIn person, CaseFile file, CaseView view) {

    String caseNumber() {
        return file.caseNumber();
    }

    /** Whether she belongs to the staff of the site: a provider and a manager read less. */
    boolean isStaff() {
        return view.opens() && view.relation() != Relation.PROVIDER;
    }
}
