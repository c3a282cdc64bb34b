package org.throughcare.caseload;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who works where, in which role, and how much. */
@Component
@Transactional
public class StaffMembers {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    StaffMembers(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    /** Adds a member of staff in a role, or changes her; supervision begins or ends with her being active. */
    public void save(StaffMember member) {
        if (write(
                        member,
                        """
                update staff_member set site = :site, display_name = :displayName, woman = :woman,
                  working_pattern = :workingPattern, active = :active
                where user_id = :userId and role = :role""")
                == 0) {
            write(
                    member,
                    """
                    insert into staff_member (user_id, role, site, display_name, woman, working_pattern, active)
                    values (:userId, :role, :site, :displayName, :woman, :workingPattern, :active)""");
        }
        events.publishEvent(new StaffChanged(member));
    }

    private int write(StaffMember member, String sql) {
        return jdbc.sql(sql)
                .param("userId", member.userId())
                .param("role", member.role())
                .param("site", member.site())
                .param("displayName", member.displayName())
                .param("woman", member.woman())
                .param("workingPattern", member.workingPattern())
                .param("active", member.active())
                .update();
    }

    /** That person in that role. */
    @Transactional(readOnly = true)
    public Optional<StaffMember> find(String userId, String role) {
        return jdbc.sql("select * from staff_member where user_id = ? and role = ?")
                .params(userId, role)
                .query(StaffMembers::row)
                .optional();
    }

    /** Everybody who works in that role now, at any site, by user id. */
    @Transactional(readOnly = true)
    public List<StaffMember> active(String role) {
        return jdbc.sql("select * from staff_member where role = ? and active order by user_id")
                .param(role)
                .query(StaffMembers::row)
                .list();
    }

    /** Everybody who was ever entered in that role, by user id. */
    @Transactional(readOnly = true)
    public List<StaffMember> inRole(String role) {
        return jdbc.sql("select * from staff_member where role = ? order by user_id")
                .param(role)
                .query(StaffMembers::row)
                .list();
    }

    /** Women who work as case managers at that site now, by user id. */
    @Transactional(readOnly = true)
    public List<StaffMember> caseManagers(String site) {
        return active(StaffMember.CASE_MANAGER).stream()
                .filter(member -> member.mayCarryCasesAt(site))
                .toList();
    }

    /** Until the end of the transaction nobody else gives out places at that site. */
    void holdPlaces(String site) {
        jdbc.sql("select user_id from staff_member where site = ? and role = ? order by user_id for update")
                .params(site, StaffMember.CASE_MANAGER)
                .query(String.class)
                .list();
    }

    private static StaffMember row(ResultSet row, int number) throws SQLException {
        return new StaffMember(
                row.getString("user_id"),
                row.getString("role"),
                row.getString("site"),
                row.getString("display_name"),
                row.getBoolean("woman"),
                row.getString("working_pattern"),
                row.getBoolean("active"));
    }
}
