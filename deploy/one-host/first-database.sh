#!/bin/sh
# Run once by the container, on an empty data volume.
set -eu
psql --set=ON_ERROR_STOP=1 --username=postgres --dbname=postgres --set=password="$YICHUANG_DATABASE_PASSWORD" <<'SQL'
create role yichuang_app nologin;
create role yichuang login password :'password';
grant yichuang_app to yichuang with admin option;
create database yichuang owner yichuang;
SQL
