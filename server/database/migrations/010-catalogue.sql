-- The catalogue's life: versions of items, drafts with their confirmations, the public change log, imports.
create table service_item_version (
  item_id      text not null references service_item,
  -- the row of service_item is version 1
  version      int  not null check (version > 1),
  effective_on date not null,
  data         jsonb not null,
  primary key (item_id, version)
);
select dist_ref('service_item_version');
comment on table service_item_version is 'Later versions of an item (事项), each in force from 00:00 of a working day: immutable.';

create table catalogue_draft (
  region_code   int  not null,
  draft_id      uuid not null,
  item_id       text not null,
  kind          text not null check (kind in ('guide', 'item')),
  department_id text not null,
  state         text not null check (state in ('editing', 'submitted', 'returned', 'published', 'discarded')),
  version       int  not null check (version > 0),
  changed_at    timestamptz not null,
  data          jsonb not null,
  constraint catalogue_draft_pk primary key (region_code, draft_id)
);
select dist_tenant('catalogue_draft');

create unique index catalogue_draft_open on catalogue_draft (region_code, item_id, kind)
  where state in ('editing', 'submitted', 'returned');

comment on table catalogue_draft is 'What departments write: one open draft of an item and of its guide at a time.';

create table catalogue_draft_log (
  region_code int  not null,
  draft_id    uuid not null,
  log_id      uuid not null,
  at          timestamptz not null,
  account_id  uuid not null,
  name        text not null,
  role        text not null,
  action      text not null check (action in (
    'started', 'imported', 'edited', 'submitted', 'confirmed', 'returned', 'discarded', 'published')),
  version     int  not null,
  detail      jsonb not null,
  constraint catalogue_draft_log_pk primary key (region_code, draft_id, log_id)
);
select dist_tenant('catalogue_draft_log');
comment on table catalogue_draft_log is 'Who did what to a draft; log_id is the command id. What was submitted is kept whole. The application may only add.';

create table catalogue_change (
  region_code  int  not null,
  item_id      text not null,
  kind         text not null check (kind in ('guide', 'item')),
  version      int  not null check (version > 0),
  effective_on date not null,
  published_at timestamptz not null,
  draft_id     uuid not null,
  document     jsonb,
  reason       text not null,
  constraint catalogue_change_pk primary key (region_code, item_id, kind, version)
);
select dist_tenant('catalogue_change');
comment on table catalogue_change is 'The public change log (事项动态调整记录): what each published version rests on. The application may only add.';

create table catalogue_switch (
  region_code int  not null,
  item_id     text not null,
  kind        text not null check (kind in ('guide', 'item')),
  version     int  not null,
  switched_at timestamptz not null,
  constraint catalogue_switch_pk primary key (region_code, item_id, kind, version)
);
select dist_tenant('catalogue_switch');
comment on table catalogue_switch is 'Versions whose day has come and whose open applications were looked at anew.';

create table catalogue_import (
  region_code int   not null,
  token       uuid  not null,
  account_id  uuid  not null,
  created_at  timestamptz not null,
  file_name   text  not null,
  -- what the file says of items and guides, checked; null: it has errors
  content     jsonb,
  -- the file with its 错误 column, for whoever has to mend it
  workbook    bytea,
  applied     jsonb,
  constraint catalogue_import_pk primary key (region_code, token)
);
select dist_tenant('catalogue_import');
create index catalogue_import_by_age on catalogue_import (region_code, created_at);
comment on table catalogue_import is 'Files looked at and not applied yet; kept for a day.';

-- One change of a draft with its line of history; answers the version after it, or null when the draft has moved.
create function change_catalogue_draft(
  p_region int, p_draft uuid, p_expected int, p_state text, p_at timestamptz, p_data jsonb, p_log jsonb
) returns int language plpgsql as $$
declare
  v_version int;
begin
  update catalogue_draft set state = p_state, version = version + 1, changed_at = p_at, data = p_data
   where region_code = p_region and draft_id = p_draft and version = p_expected
  returning version into v_version;
  if v_version is null then return null; end if;
  insert into catalogue_draft_log (region_code, draft_id, log_id, at, account_id, name, role, action, version, detail)
  values (p_region, p_draft, (p_log ->> 'logId')::uuid, p_at, (p_log ->> 'accountId')::uuid, p_log ->> 'name',
    p_log ->> 'role', p_log ->> 'action', v_version, p_log -> 'detail');
  return v_version;
end $$;

do $$ begin
  if exists (select from pg_extension where extname = 'citus') then
    perform create_distributed_function('change_catalogue_draft(int, uuid, int, text, timestamptz, jsonb, jsonb)', 'p_region', colocate_with => 'application');
  end if;
end $$;

-- The draft becomes the next version: version, change log and the draft's end in one transaction.
create function publish_catalogue_draft(
  p_region int, p_draft uuid, p_expected int, p_at timestamptz, p_data jsonb, p_log jsonb, p_change jsonb, p_version jsonb
) returns int language plpgsql as $$
declare
  v_version int;
  v_item text := p_change ->> 'itemId';
  v_kind text := p_change ->> 'kind';
  v_number int := (p_change ->> 'version')::int;
  v_on date := (p_change ->> 'effectiveOn')::date;
begin
  v_version := change_catalogue_draft(p_region, p_draft, p_expected, 'published', p_at, p_data, p_log);
  if v_version is null then return null; end if;
  if v_kind = 'guide' then
    insert into service_guide (item_id, version, effective_on, data) values (v_item, v_number, v_on, p_version);
  else
    insert into service_item (item_id, data) values (v_item, p_change -> 'first') on conflict (item_id) do nothing;
    insert into service_item_version (item_id, version, effective_on, data) values (v_item, v_number, v_on, p_version);
  end if;
  insert into catalogue_change (region_code, item_id, kind, version, effective_on, published_at, draft_id, document, reason)
  values (p_region, v_item, v_kind, v_number, v_on, p_at, p_draft, nullif(p_change -> 'document', 'null'::jsonb), p_change ->> 'reason');
  return v_version;
end $$;

do $$ begin
  if exists (select from pg_extension where extname = 'citus') then
    perform create_distributed_function('publish_catalogue_draft(int, uuid, int, timestamptz, jsonb, jsonb, jsonb, jsonb)', 'p_region', colocate_with => 'application');
  end if;
end $$;

grant select, insert on service_item_version, catalogue_change, catalogue_draft_log, catalogue_switch to yichuang_app;

grant select, insert, update on catalogue_draft to yichuang_app;

grant select, insert, update, delete on catalogue_import to yichuang_app;
