-- Agreements with trusted providers about whose end somebody was told, each once.

create table agreement_end (
    provider_id varchar(100) not null,
    agreed_until date not null,
    told_at timestamp with time zone not null,
    primary key (provider_id, agreed_until)
);
