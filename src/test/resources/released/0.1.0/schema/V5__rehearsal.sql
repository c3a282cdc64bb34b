-- How far a demo's clock was moved, so that it goes on after a restart. Empty in production.
create table rehearsal_clock (
    id integer primary key,
    offset_millis bigint not null
);
