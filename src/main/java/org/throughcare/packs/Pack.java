package org.throughcare.packs;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.throughcare.access.CaseView;
import org.throughcare.access.InformationKind;
import org.throughcare.access.Relation;
import org.throughcare.casefile.CaseFile;

/** What can be printed of a case. */
public enum Pack {
    /** Her own plan, for her hands. */
    RELEASE_PLAN("release-plan"),
    /** What, where, when and who to call, for the day on which she leaves. */
    GATE_PACK("gate-pack"),
    /** For the community team, with her consent. */
    HANDOVER_SUMMARY("handover-summary");

    private static final EnumSet<InformationKind> NEEDED = EnumSet.of(InformationKind.CONTACT, InformationKind.PLAN);

    private final String code;

    Pack(String code) {
        this.code = code;
    }

    /** As it stands in addresses and file names. */
    String code() {
        return code;
    }

    static Optional<Pack> of(String code) {
        return Arrays.stream(values()).filter(pack -> pack.code.equals(code)).findFirst();
    }

    /**
     * The codes of the packs that a reader may print of that case now: of an open case, when she may read her plan and where
     * she stays. A trusted provider gets letters, not packs.
     */
    public static List<String> offeredFor(CaseFile file, CaseView view) {
        boolean hers = file.isOpen()
                && view.opens()
                && view.relation() != Relation.PROVIDER
                && view.kinds().containsAll(NEEDED);
        return hers ? Arrays.stream(values()).map(Pack::code).toList() : List.of();
    }
}
