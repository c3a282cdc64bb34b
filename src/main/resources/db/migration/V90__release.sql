-- The newest release that ever set up this database: an older node that is started again leaves models and tables alone.
create table release_in_use (
    id      integer     primary key check (id = 1),
    version varchar(60) not null,
    since   timestamp with time zone not null
);
