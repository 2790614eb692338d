-- Reference data that everyone reads, the two helpers that place tables on Citus, and the application's own role.
do $$ begin
  if not exists (select from pg_roles where rolname = 'yichuang_app') then create role yichuang_app nologin; end if;
end $$;

-- A login that was granted the role beforehand need not be able to grant it on.
do $$ begin
  if not pg_has_role(current_user, 'yichuang_app', 'member') then execute 'grant yichuang_app to current_user'; end if;
end $$;

create function dist_tenant(table_name text) returns void language plpgsql as $$
begin
  if exists (select from pg_extension where extname = 'citus') then
    perform set_config('citus.multi_shard_modify_mode', 'sequential', true);
    execute format('select create_distributed_table(%L, %L, colocate_with => %L)', table_name, 'region_code',
      case when table_name = 'application' then 'none' else 'application' end);
  end if;
end $$;

create function dist_ref(table_name text) returns void language plpgsql as $$
begin
  if exists (select from pg_extension where extname = 'citus') then
    execute format('select create_reference_table(%L)', table_name);
  end if;
end $$;

create table region (
  region_code   int  primary key check (region_code > 0),
  name          text not null,
  number_prefix text not null check (number_prefix ~ '^\d{6}$')
);
select dist_ref('region');
comment on table region is 'Regions that operate the platform: one tenant each (513200 阿坝州).';

create table organisation (
  organisation_id text primary key,
  data            jsonb not null
);
select dist_ref('organisation');
comment on table organisation is 'Bodies and departments (domain/catalogue/organisation.ts).';

create table service_item (
  item_id text primary key,
  data    jsonb not null
);
select dist_ref('service_item');
comment on table service_item is 'Items of the catalogue (事项), marks as the annex prints them.';

create table service_guide (
  item_id      text not null references service_item,
  version      int  not null check (version > 0),
  effective_on date not null,
  data         jsonb not null,
  primary key (item_id, version)
);
select dist_ref('service_guide');
comment on table service_guide is 'Published guides (办事指南): immutable versions; an application keeps the one it was received under.';

create table calendar_year (
  year        int   primary key,
  provisional boolean not null,
  data        jsonb not null
);
select dist_ref('calendar_year');
comment on table calendar_year is 'Holidays and make-up workdays of a year with their documents; provisional until the State Council has published it.';

grant select on region, organisation, service_item, service_guide, calendar_year to yichuang_app;

grant insert, update on region, organisation, service_item, calendar_year to yichuang_app;

grant insert on service_guide to yichuang_app;
