-- When the first appointment of a referral was kept: its status goes on, and the journal's line is sealed.
create table referral_kept (
    referral_id bigint primary key references referral on delete cascade,
    case_number varchar(40) not null references case_file on delete cascade,
    kept_at timestamp with time zone not null
);
