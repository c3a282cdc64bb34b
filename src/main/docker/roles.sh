#!/bin/sh
# Makes the two roles and the database, once, when the database's volume is empty. The owner makes the tables; the
# application works as throughcare and can neither make nor change one.
set -eu
psql --set ON_ERROR_STOP=1 --set owner="$THROUGHCARE_DB_OWNER_PASSWORD" --set application="$THROUGHCARE_DB_PASSWORD" \
    --username "$POSTGRES_USER" --dbname postgres <<'SQL'
create role throughcare_owner login password :'owner';
create role throughcare login password :'application';
create database throughcare owner throughcare_owner;
revoke connect on database throughcare from public;
grant connect on database throughcare to throughcare;
SQL
