-- Which keys the record was sealed with: a start with the wrong keys is refused.
create table record_key (
    key_id varchar(16) primary key,
    proof varchar not null, -- sealed
    first_used_at timestamp with time zone not null
);

-- Keyed hashes of parts of her name, her date of birth and her prison number, by which a case is found.
create table case_search_term (
    term bigint not null,
    case_number varchar(40) not null references case_file on delete cascade,
    primary key (term, case_number)
);
create index case_search_term_by_case on case_search_term (case_number);
