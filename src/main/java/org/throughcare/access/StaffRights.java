package org.throughcare.access;

/** Gives groups their rights in the engine. Giving twice changes nothing. */
public interface StaffRights {

    /** The rights of a role at a site. */
    void giveToStaff(String role, String site);

    /** The rights of a trusted provider's group: its own tasks and nothing else. */
    void giveToProvider(String group);

    /** The rights of managers, analysts and administrators. */
    void giveToEstateGroups();
}
