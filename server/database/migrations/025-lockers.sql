-- Results in a locker (取件柜): which box holds which application's result, and whose hands it went through.
create table locker_use (
  region_code    int         not null,
  deposit_id     uuid        not null,
  application_id uuid        not null,
  box            int         not null check (box between 1 and 999),
  state          text        not null check (state in ('reserved', 'stored', 'opening', 'opened', 'stuck', 'collected', 'taken-back')),
  put_in_by      uuid        not null,
  put_in_by_name text        not null,
  put_in_at      timestamptz not null,
  -- of the last who asked for the box at a kiosk, who had number and code and signed
  collection_id  uuid,
  identity_entry text        check (identity_entry in ('manual', 'reader', 'reader-signed')),
  opened_at      timestamptz,
  fault          text,
  ended_at       timestamptz,
  constraint locker_use_pk primary key (region_code, deposit_id),
  constraint locker_use_ended check ((ended_at is not null) = (state in ('collected', 'taken-back'))),
  constraint locker_use_application foreign key (region_code, application_id) references application (region_code, application_id)
);

select dist_tenant('locker_use');

-- A box holds one result, a result lies in one box.
create unique index locker_use_box on locker_use (region_code, box) where ended_at is null;

create unique index locker_use_one on locker_use (region_code, application_id) where ended_at is null;

create unique index locker_use_collection on locker_use (region_code, collection_id) where collection_id is not null;

comment on table locker_use is 'Boxes of the locker and the results in them (取件柜), until they were collected or taken back.';

create table locker_log (
  region_code int         not null,
  deposit_id  uuid        not null,
  command_id  uuid        not null,
  at          timestamptz not null,
  act         text        not null,
  state       text        not null,
  -- null: the applicant at a kiosk
  account_id  uuid,
  device_id   uuid,
  detail      jsonb       not null,
  constraint locker_log_pk primary key (region_code, deposit_id, command_id),
  constraint locker_log_use foreign key (region_code, deposit_id) references locker_use (region_code, deposit_id)
);

select dist_tenant('locker_log');

comment on table locker_log is 'Every act on a box of the locker: put in, asked for, opened, stuck, taken, taken back. The application may only add.';

-- `done`; `seen` when this command was carried out before; `moved` when the box stands otherwise by now; `taken` when box or result is in use.
create function act_on_locker(p_region int, p_deposit uuid, p_command uuid, p_act text, p_from text, p_change jsonb, p_log jsonb) returns text language plpgsql as $$
declare
  v_at timestamptz := (p_log ->> 'at')::timestamptz;
begin
  if exists (select from locker_log where region_code = p_region and deposit_id = p_deposit and command_id = p_command) then return 'seen'; end if;
  if p_act = 'reserved' then
    insert into locker_use (region_code, deposit_id, application_id, box, state, put_in_by, put_in_by_name, put_in_at)
    values (p_region, p_deposit, (p_change ->> 'applicationId')::uuid, (p_change ->> 'box')::int, 'reserved', (p_log ->> 'accountId')::uuid, p_change ->> 'name', v_at)
    on conflict do nothing;
    if not found then return 'taken'; end if;
  else
    update locker_use set
        state = p_change ->> 'state',
        collection_id = coalesce((p_change ->> 'collectionId')::uuid, collection_id),
        identity_entry = coalesce(p_change ->> 'identityEntry', identity_entry),
        opened_at = case when p_change ? 'openedAt' then (p_change ->> 'openedAt')::timestamptz else opened_at end,
        fault = case when p_change ? 'fault' then p_change ->> 'fault' else fault end,
        ended_at = case when p_change ->> 'state' in ('collected', 'taken-back') then v_at end
     where region_code = p_region and deposit_id = p_deposit and state = p_from;
    if not found then return 'moved'; end if;
  end if;
  insert into locker_log (region_code, deposit_id, command_id, at, act, state, account_id, device_id, detail)
  values (p_region, p_deposit, p_command, v_at, p_act, coalesce(p_change ->> 'state', 'reserved'), (p_log ->> 'accountId')::uuid, (p_log ->> 'deviceId')::uuid, p_log -> 'detail');
  return 'done';
end $$;

do $$ begin
  if exists (select from pg_extension where extname = 'citus') then
    perform create_distributed_function('act_on_locker(int, uuid, uuid, text, text, jsonb, jsonb)', 'p_region', colocate_with => 'application');
  end if;
end $$;

grant select, insert, update on locker_use to yichuang_app;

grant select, insert on locker_log to yichuang_app;
