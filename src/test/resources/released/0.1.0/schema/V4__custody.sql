-- What the prison's own system reported. An event is taken once; the same event again gets the same answer.

create table custody_event (
    event_hash varchar(60) primary key,
    event_id varchar not null, -- sealed: the sender's ids may hold a prison number
    event_type varchar(30) not null,
    -- events of one subject overtake each other: presence, releaseDate or site
    subject varchar(20) not null,
    prison_number_hash varchar(60) not null,
    case_number varchar(40) not null references case_file on delete cascade,
    occurred_at timestamp with time zone not null,
    applied boolean not null,
    outcome varchar not null, -- sealed
    reported_by varchar(255) not null,
    received_at timestamp with time zone not null
);
create index custody_event_by_woman on custody_event (prison_number_hash, subject, occurred_at);
create index custody_event_by_case on custody_event (case_number);

-- One row a woman, locked while something about her custody is taken in: one event at a time on all nodes.
create table custody_turn (
    prison_number_hash varchar(60) primary key
);
