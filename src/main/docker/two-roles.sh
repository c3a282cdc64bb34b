#!/bin/sh
# Once, for a database of release 0.1.0, whose one role owned the tables and worked with them: that role becomes the owner,
# and the application gets one of its own. Nodes that run go on. Run it as roles.sh is run, with the same variables.
set -eu
psql --set ON_ERROR_STOP=1 --set owner="$THROUGHCARE_DB_OWNER_PASSWORD" --set application="$THROUGHCARE_DB_PASSWORD" \
    --username "$POSTGRES_USER" --dbname throughcare --single-transaction <<'SQL'
alter role throughcare rename to throughcare_owner;
alter role throughcare_owner password :'owner';
create role throughcare login password :'application';
revoke connect on database throughcare from public;
grant connect on database throughcare to throughcare;
grant usage on schema public to throughcare;
grant select, insert, update, delete on all tables in schema public to throughcare;
grant usage, select on all sequences in schema public to throughcare;
SQL
