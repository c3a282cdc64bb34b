package org.throughcare.casefile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.JdbcTemplate;
import org.throughcare.sealing.SealedTable;
import org.throughcare.sealing.Sealing;

/** A large estate for benchmarks: invented women at twelve sites, one case in five open, each open one with five tasks. */
@TestComponent
public class ManyCases {

    /** The sites of the estate. */
    public static final List<String> SITES =
            IntStream.range(0, 12).mapToObj(number -> "site" + number).toList();

    private static final LocalDate TODAY = LocalDate.of(2026, 1, 12);
    private static final int AT_ONCE = 2_000;
    private static final List<String> FIRST = List.of(
            "Mere",
            "Aroha",
            "Gulnara",
            "Priya",
            "Hannah",
            "Kirsty",
            "Chloe",
            "Lena",
            "Farida",
            "Nadia",
            "Rosa",
            "Jane",
            "Sophie",
            "Tina",
            "Jade",
            "Ashley",
            "Maria",
            "Ana",
            "Sarah",
            "Emma",
            "Fatima",
            "Aisha",
            "Olga",
            "Svetlana",
            "Katherine",
            "Moana",
            "Ngaire",
            "Huia",
            "Siobhan",
            "Deirdre");
    private static final List<String> SYLLABLES = List.of(
            "an", "ber", "cor", "da", "el", "fi", "gar", "ha", "is", "jo", "ka", "len", "mor", "na", "ol", "pe", "ri",
            "sa", "ti", "ul", "va", "win", "za", "thor", "mac", "ley", "ston", "by");

    private final JdbcTemplate jdbc;
    private final CaseSearch search;
    private final SearchTerms terms;
    private final SealedTable sealed;

    ManyCases(JdbcTemplate jdbc, CaseSearch search, SearchTerms terms, Sealing sealing) {
        this.jdbc = jdbc;
        this.search = search;
        this.terms = terms;
        this.sealed = sealing.table("case_file", "prison_number", "legal_status", "woman_name", "date_of_birth");
    }

    /** Makes that many cases, with their hashes, flags and tasks. */
    public void make(int cases) {
        for (int from = 0; from < cases; from += AT_ONCE) {
            makeSome(from, Math.min(cases, from + AT_ONCE));
        }
        jdbc.update(
                """
                insert into urgent_flag (case_number, flag, severity, role, respond_by, reason, status, raised_by, raised_at)
                select case_number, 'selfHarm', 'urgent', 'mentalHealth', now(), 'x',
                  case when status = 'open' then 'open' else 'closed' end, 'x', now()
                from case_file where length(case_number) % 2 = 0 or case_number like '%7'""");
        makeTasks();
        jdbc.execute("analyze");
    }

    private void makeSome(int from, int to) {
        List<Object[]> files = new ArrayList<>();
        List<Long> hashes = new ArrayList<>();
        List<String> owners = new ArrayList<>();
        for (int number = from; number < to; number++) {
            String caseNumber = caseNumber(number);
            String prisonNumber = prisonNumber(number);
            LocalDate born = LocalDate.of(1960, 1, 1).plusDays(number % 16_000);
            boolean open = number % 5 == 0;
            files.add(new Object[] {
                caseNumber,
                sealed.seal("prison_number", caseNumber, prisonNumber),
                terms.hash(prisonNumber),
                open ? terms.hash(prisonNumber) : null,
                SITES.get(number % SITES.size()),
                open ? "open" : "closed",
                CaseFiles.PHASES.get(number % CaseFiles.PHASES.size()),
                "full",
                sealed.seal("legal_status", caseNumber, "sentenced"),
                number % 9 == 0 ? null : TODAY.plusDays(open ? number % 700 : -(number % 3000)),
                number % 4 == 0 ? null : "manager" + number % 1500,
                sealed.seal("woman_name", caseNumber, name(number)),
                sealed.seal("date_of_birth", caseNumber, born),
                terms.key()
            });
            for (long term : terms.termsOf(prisonNumber, name(number), born)) {
                hashes.add(term);
                owners.add(caseNumber);
            }
        }
        jdbc.batchUpdate(
                """
                insert into case_file (case_number, prison_number, prison_number_hash, open_prison_number, site, status,
                  phase, track, legal_status, admission_date, release_date, case_manager, episode, woman_name,
                  date_of_birth, search_key, opened_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, date '2025-06-01', ?, ?, 1, ?, ?, ?, now())""",
                files);
        jdbc.update(
                "insert into case_search_term (term, case_number) select unnest(?), unnest(?)",
                (Object) hashes.toArray(Long[]::new),
                owners.toArray(String[]::new));
    }

    private void makeTasks() {
        String definition = jdbc.queryForObject(
                "select id_ from act_re_procdef where key_ = 'journey' order by version_ desc limit 1", String.class);
        jdbc.update(
                """
                insert into act_ru_execution (id_, rev_, root_proc_inst_id_, proc_inst_id_, business_key_, proc_def_id_,
                  is_active_, is_concurrent_, is_scope_, is_event_scope_, suspension_state_, cached_ent_state_, sequence_counter_)
                select 'b' || case_number, 1, 'b' || case_number, 'b' || case_number, case_number, ?,
                  true, false, true, false, 1, 0, 1 from case_file where status = 'open'""",
                definition);
        jdbc.update(
                """
                insert into act_ru_task (id_, rev_, execution_id_, proc_inst_id_, proc_def_id_, name_, task_def_key_,
                  priority_, create_time_, due_date_, suspension_state_, task_state_)
                select 'b' || case_number || n, 1, 'b' || case_number, 'b' || case_number, ?, 'A task',
                  'UserTask_Any', 50, now(), timestamp '2026-01-10' + n * interval '5 days', 1, 'Created'
                from case_file, generate_series(0, 4) n where status = 'open'""",
                definition);
    }

    /** The first page of a search, 25 cases. */
    public int firstPage(List<String> sites, boolean persons, String words, boolean open, Narrow narrow) {
        CaseFilter filter = new CaseFilter(
                words,
                open ? "open" : null,
                List.of(),
                List.of(),
                narrow == Narrow.RELEASE_SOON ? 12 : null,
                narrow == Narrow.DATE_UNKNOWN,
                narrow == Narrow.OF_ONE_MANAGER ? "manager605" : null,
                narrow == Narrow.UNASSIGNED,
                narrow == Narrow.FLAGGED,
                narrow == Narrow.OVERDUE);
        CaseScope scope = new CaseScope(sites, Set.of(caseNumber(1), caseNumber(2)), persons);
        return search.find(scope, filter, Optional.empty(), 26).size();
    }

    /** What a search may be narrowed to. */
    public enum Narrow {
        NOTHING,
        RELEASE_SOON,
        DATE_UNKNOWN,
        OF_ONE_MANAGER,
        UNASSIGNED,
        FLAGGED,
        OVERDUE
    }

    /** The prison number of that case. */
    public static String prisonNumber(int number) {
        return "%c%04d%c%c"
                .formatted('A' + number / 10_000 % 26, number % 10_000, 'A' + number % 26, 'A' + number / 260_000);
    }

    /** The name of the woman of that case. */
    public static String name(int number) {
        int mixed = Math.floorMod(number * 7919, 1_000_003);
        String family = syllable(mixed) + syllable(mixed / 28) + syllable(mixed / 784);
        return FIRST.get(number % FIRST.size()) + " " + Character.toUpperCase(family.charAt(0)) + family.substring(1);
    }

    private static String syllable(int number) {
        return SYLLABLES.get(number % SYLLABLES.size());
    }

    /** The number of that case. */
    public static String caseNumber(int number) {
        return "SITE%d-2025-%06d".formatted(number % SITES.size(), number);
    }
}
