-- A large region on a shard of its own, on the worker of your choice: on the coordinator, as the superuser.
--   psql -v region=513200 -v worker=worker-2 -f region.sql -d yichuang
-- Outside of office hours: the live feed orders events by the transaction numbers of the worker that keeps them, and
-- after a move screens must be loaded again (deploy/README.md, What is not there yet).

\set ON_ERROR_STOP on

select isolate_tenant_to_new_shard('application', :region, 'CASCADE', shard_transfer_mode => 'block_writes') as shard \gset

select citus_move_shard_placement(:shard, n.nodename, n.nodeport, :'worker', 5432, shard_transfer_mode => 'block_writes')
  from pg_dist_placement p join pg_dist_node n using (groupid)
 where p.shardid = :shard and n.nodename <> :'worker';

select nodename, shardid, pg_size_pretty(sum(shard_size)) as size
  from citus_shards where table_name = 'application'::regclass group by nodename, shardid order by nodename, shardid;
