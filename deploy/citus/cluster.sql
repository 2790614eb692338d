-- The one file that Citus needs beside the migrations: once, on the coordinator, as the superuser, in the database
-- yichuang, before the first start of a server:
--   psql -v coordinator=coordinator -v password="'…'" -v database=yichuang -f cluster.sql -d yichuang
-- Every node has the database already, with the extension in it (the container's POSTGRES_DB does both). The migrations
-- place every table themselves: dist_tenant by region_code, all in one group, and dist_ref on every node.

\set ON_ERROR_STOP on

create extension if not exists citus;

-- As the workers reach it.
select citus_set_coordinator_host(:'coordinator', 5432);

select citus_add_node('worker-1', 5432);
select citus_add_node('worker-2', 5432);

-- Reference tables are joined in every statement of a desk: the coordinator keeps a copy, and no shards.
select citus_set_node_property(:'coordinator', 5432, 'shouldhaveshards', false);

-- More shards than there will ever be workers; a region of its own size is given a shard of its own below.
alter database :"database" set citus.shard_count = 64;

-- Citus connects among its nodes as whoever works at the moment, so the application's role must be able to log in there
-- (elsewhere it is nologin). Roles made here are made on every node. pg_hba.conf lets it in from the other nodes only.
create role yichuang_app login;
create role yichuang login password :password;
grant yichuang_app to yichuang with admin option;
grant create on schema public to yichuang;
grant create on database :"database" to yichuang;
