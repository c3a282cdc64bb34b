-- What managers do to many cases at once: one line for each, done one by one in the background on any node.
create table operation_run (
    id varchar(40) primary key,
    kind varchar(20) not null,
    asked_by varchar(255) not null,
    asked_at timestamp with time zone not null
);
create index operation_run_by_time on operation_run (asked_at);

create table operation_item (
    run varchar(40) not null references operation_run on delete cascade,
    place integer not null,
    case_number varchar(40) references case_file on delete cascade, -- null for work that is about no case
    item varchar(64) not null, -- a case number, the id of an instance or of a job
    target varchar(600), -- a user id, a definition, or from which step to which
    reason varchar not null, -- sealed
    state varchar(10) not null,
    message varchar(600),
    primary key (run, place)
);
create index operation_item_by_state on operation_item (state, run, place);
create index operation_item_by_case on operation_item (case_number);
