-- How long each step and each process took, counted from the engine's history before that is cleaned. Nobody's case
-- number is here, and nothing of restricted cases.
create table step_time (
    finished_in date not null, -- the first day of the month
    process varchar(64) not null,
    step varchar(255) not null, -- empty for the process as a whole
    site varchar(40) not null,
    track varchar(20) not null, -- empty while it was not decided
    hours integer not null, -- exact to the hour up to two days, then to the day
    times integer not null,
    primary key (process, finished_in, step, site, track, hours)
);

create table step_time_counted (
    counted_at timestamp with time zone not null
);
insert into step_time_counted (counted_at) values (timestamp with time zone '1970-01-01 00:00:00+00');
