-- A hall that survives: numbers reserved in advance, keys of the journals kept at the counters, and what was merged from them.
create table offline_key (
  region_code int         not null,
  account_id  uuid        not null,
  key_id      uuid        not null,
  secret      bytea       not null check (octet_length(secret) = 32),
  issued_at   timestamptz not null,
  primary key (region_code, account_id, key_id)
);
select dist_tenant('offline_key');
comment on table offline_key is 'Keys of the clerks for what their windows write down while the server is out of reach; given to the clerk alone.';

create table offline_range (
  region_code   int         not null,
  range_id      uuid        not null,
  kind          text        not null check (kind in ('receipt', 'ticket')),
  day           date        not null,
  device_id     uuid        not null,
  -- as people call it: 综合窗口 2 号
  holder        text        not null,
  prefix        text        not null,
  digits        int         not null check (digits between 1 and 9),
  first         int         not null check (first > 0),
  last          int         not null check (last >= first),
  -- proves that an entry comes from the holder of the range
  secret        bytea       not null check (octet_length(secret) = 32),
  account_id    uuid,
  issued_at     timestamptz not null,
  returned_at   timestamptz,
  returned_by   text,
  return_reason text,
  primary key (region_code, range_id),
  unique (region_code, kind, prefix, day, first),
  check ((returned_at is null) = (returned_by is null))
);
select dist_tenant('offline_range');
comment on table offline_range is 'Numbers reserved for a window or kiosk (离线号段), out of the same counter as all others: unused ones are voided and stay visible.';

create index offline_range_device on offline_range (region_code, device_id, day);

create index offline_range_day on offline_range (region_code, day, kind, prefix, first);

create table offline_number (
  region_code int         not null,
  day         date        not null,
  number      text        not null,
  range_id    uuid        not null,
  entry_id    uuid        not null,
  claimed_at  timestamptz not null,
  primary key (region_code, day, number),
  foreign key (region_code, range_id) references offline_range (region_code, range_id)
);
select dist_tenant('offline_number');
comment on table offline_number is 'Which journal entry used a reserved number. The first to claim it has it; the application may only add.';

create index offline_number_range on offline_number (region_code, range_id);

create table offline_entry (
  region_code    int         not null,
  entry_id       uuid        not null,
  journal_id     uuid        not null,
  device_id      uuid        not null,
  seq            int         not null check (seq > 0),
  -- null: a kiosk
  account_id     uuid,
  kind           text        not null,
  state          text        not null check (state in ('merged', 'renumbered', 'conflict', 'discarded')),
  -- whether a person still has to do something about it
  is_open        boolean     not null,
  taken_at       timestamptz not null,
  device_at      timestamptz not null,
  merged_at      timestamptz not null,
  printed_number text,
  number         text,
  application_id uuid,
  code           text,
  sentence       text,
  -- the entry as it was sent, while it waits to be worked off
  content        jsonb,
  primary key (region_code, entry_id),
  check (state <> 'conflict' or content is not null)
);
select dist_tenant('offline_entry');
comment on table offline_entry is 'What came back from the journals of windows and kiosks (离线归并): each entry once, with its answer.';

create index offline_entry_open on offline_entry (region_code, account_id, taken_at, entry_id) where is_open;

create table offline_settlement (
  region_code int         not null,
  entry_id    uuid        not null,
  command_id  uuid        not null,
  act         text        not null check (act in ('again', 'retime', 'told', 'discard')),
  account_id  uuid        not null,
  person_name text        not null,
  at          timestamptz not null,
  reason      text        not null,
  primary key (region_code, entry_id, command_id),
  foreign key (region_code, entry_id) references offline_entry (region_code, entry_id)
);
select dist_tenant('offline_settlement');
comment on table offline_settlement is 'How a clerk worked off an entry that did not merge by itself. The application may only add.';

-- A range out of the counter that numbers are taken from one by one; null when the day has no such numbers left.
create function reserve_offline_range(
  p_region int, p_range uuid, p_kind text, p_day date, p_device uuid, p_holder text, p_prefix text, p_digits int,
  p_counter text, p_before int, p_size int, p_most int, p_secret bytea, p_account uuid, p_at timestamptz
) returns int language plpgsql as $$
declare
  v_last int;
begin
  insert into counter as c (region_code, kind, period, value) values (p_region, p_counter, p_day::text, p_before + p_size)
  on conflict (region_code, kind, period) do update set value = c.value + p_size where c.value + p_size <= p_most
  returning value into v_last;
  if v_last is null then return null; end if;
  insert into offline_range (region_code, range_id, kind, day, device_id, holder, prefix, digits, first, last, secret, account_id, issued_at)
  values (p_region, p_range, p_kind, p_day, p_device, p_holder, p_prefix, p_digits, v_last - p_size + 1, v_last, p_secret, p_account, p_at);
  return v_last;
end $$;

-- The entry that has the number: this one, or the one that came first.
create function claim_offline_number(p_region int, p_day date, p_number text, p_range uuid, p_entry uuid, p_at timestamptz)
returns uuid language plpgsql as $$
declare
  v_entry uuid;
begin
  insert into offline_number (region_code, day, number, range_id, entry_id, claimed_at)
  values (p_region, p_day, p_number, p_range, p_entry, p_at)
  on conflict (region_code, day, number) do nothing;
  select entry_id into v_entry from offline_number where region_code = p_region and day = p_day and number = p_number;
  return v_entry;
end $$;

-- One command's whole write, as before; a receipt may bring the number that was reserved for it and printed while the server
-- was out of reach (`number` of the row).
create or replace function record_command(
  p_region int, p_application uuid, p_command uuid, p_account uuid, p_name text, p_expected_seq int,
  p_row jsonb, p_state jsonb, p_events json, p_notices jsonb, p_reactions jsonb, p_seal jsonb
) returns jsonb language plpgsql as $$
declare
  v_number text;
  v_reply jsonb;
  v_notices jsonb := '[]';
  v_is_moved boolean;
  n jsonb;
  v_serial int;
begin
  if p_expected_seq = 0 then
    perform from application where region_code = p_region and application_id = p_application;
    v_is_moved := found;
  else
    -- Waits for whoever writes here now, then sees where the chain stands.
    update application a set version = r.version, seq = r.seq, head = decode(r.head, 'hex'), status = r.status, stage = r.stage, waits_for = r.waits_for,
      due_on = r.due_on, due_kind = r.due_kind, card = r.card, next_fall_at = r.next_fall_at, follow_up = r.follow_up, state = p_state
      from jsonb_to_record(p_row) as r(version int, seq int, head text, status text, stage text, waits_for text[], due_on date, due_kind text, card text, next_fall_at timestamptz, follow_up boolean)
     where a.region_code = p_region and a.application_id = p_application and a.seq = p_expected_seq
    returning a.number into v_number;
    v_is_moved := not found;
  end if;
  if v_is_moved then
    select reply into v_reply from command_log where region_code = p_region and command_id = p_command;
    if v_reply is null then return '{"outcome": "moved"}'; end if;
    return jsonb_build_object('outcome', 'seen', 'reply', v_reply);
  end if;

  insert into application_event (region_code, application_id, seq, version, command_id, type, data, account_id, occurred_at, recorded_at, origin, hash)
  select p_region, p_application, e.seq, e.version, p_command, e.type, e.data, e.account_id, e.occurred_at, e.recorded_at, e.origin, decode(e.hash, 'hex')
    from json_to_recordset(p_events) as e(seq int, version int, type text, data json, account_id uuid, occurred_at timestamptz, recorded_at timestamptz, origin text, hash text);

  if v_number is null then
    v_number := p_row ->> 'number';
    if v_number is null then
      insert into counter as c (region_code, kind, period, value) values (p_region, 'application', p_row ->> 'received_on', 1)
      on conflict (region_code, kind, period) do update set value = c.value + 1
      returning value into v_serial;
      v_number := (p_row ->> 'number_prefix') || '-' || replace(p_row ->> 'received_on', '-', '') || '-' || lpad(v_serial::text, 6, '0');
    end if;
    insert into application (region_code, application_id, number, version, seq, head, status, stage, item_id, department_id, waits_for, window_account,
      received_on, applicant_identity, applicant_name, due_on, due_kind, card, next_fall_at, follow_up, query_code_hash, pairs, state)
    select p_region, p_application, v_number, r.version, r.seq, decode(r.head, 'hex'), r.status, r.stage, r.item_id, r.department_id, r.waits_for, r.window_account,
      r.received_on, r.applicant_identity, r.applicant_name, r.due_on, r.due_kind, r.card, r.next_fall_at, r.follow_up, r.query_code_hash, r.pairs, p_state
      from jsonb_to_record(p_row) as r(version int, seq int, head text, status text, stage text, item_id text, department_id text, waits_for text[], window_account uuid,
        received_on date, applicant_identity text, applicant_name text, due_on date, due_kind text, card text, next_fall_at timestamptz, follow_up boolean, query_code_hash text, pairs text[]);
  end if;

  if p_reactions is not null then
    insert into reaction (region_code, reaction_id, application_id, kind, payload, run_at)
    select p_region, r.reaction_id, p_application, r.kind, r.payload, r.run_at
      from jsonb_to_recordset(p_reactions) as r(reaction_id uuid, kind text, payload jsonb, run_at timestamptz);
  end if;

  if p_seal is not null then
    insert into seal_record (region_code, record_id, application_id, certificate_hash, letter_notice_id, seal, route, document_title, document_number, verify_code, operator_id, operator_name, origin, sealed_at)
    select p_region, s.record_id, p_application, s.certificate_hash,
      (select x.notice_id from notice x where x.region_code = p_region and x.application_id = p_application and x.kind = 'sealing-letter' order by x.seq desc limit 1),
      s.seal, s.route, s.document_title, s.document_number, s.verify_code, p_account, s.operator_name, s.origin, s.sealed_at
      from jsonb_to_record(p_seal) as s(record_id uuid, certificate_hash text, seal text, route text, document_title text, document_number text, verify_code text, operator_name text, origin text, sealed_at timestamptz);
  end if;

  -- Counters last: whoever holds one makes the others wait. By series, so that two commands never wait for each other.
  if p_notices is not null then
    for n in select value from jsonb_array_elements(p_notices) order by value ->> 'series' loop
      insert into counter as c (region_code, kind, period, value) values (p_region, 'notice:' || (n ->> 'series'), n ->> 'year', 1)
      on conflict (region_code, kind, period) do update set value = c.value + 1
      returning value into v_serial;
      insert into notice (region_code, notice_id, application_id, seq, kind, series, year, serial, number, verify_code, dated, content)
      values (p_region, (n ->> 'notice_id')::uuid, p_application, (n ->> 'seq')::int, n ->> 'kind', n ->> 'series', (n ->> 'year')::int, v_serial,
        (n ->> 'series') || '〔' || (n ->> 'year') || '〕' || v_serial || '号', n ->> 'verify_code', (n ->> 'dated')::date, n -> 'content');
      v_notices := v_notices || jsonb_build_object('noticeId', n ->> 'notice_id', 'kind', n ->> 'kind', 'title', n -> 'content' ->> 'title',
        'number', (n ->> 'series') || '〔' || (n ->> 'year') || '〕' || v_serial || '号');
    end loop;
  end if;

  v_reply := jsonb_build_object('applicationId', p_application, 'number', v_number, 'version', (p_row ->> 'version')::int, 'status', p_row ->> 'status', 'notices', v_notices);
  insert into command_log (region_code, command_id, application_id, account_id, name, reply) values (p_region, p_command, p_application, p_account, p_name, v_reply);
  return jsonb_build_object('outcome', 'done', 'reply', v_reply);
end $$;

grant select, insert, update on offline_range, offline_entry to yichuang_app;

grant select, insert on offline_key, offline_number, offline_settlement to yichuang_app;

do $$ begin
  if exists (select from pg_extension where extname = 'citus') then
    perform create_distributed_function('reserve_offline_range(int, uuid, text, date, uuid, text, text, int, text, int, int, int, bytea, uuid, timestamptz)', 'p_region', colocate_with => 'application');
    perform create_distributed_function('claim_offline_number(int, date, text, uuid, uuid, timestamptz)', 'p_region', colocate_with => 'application');
  end if;
end $$;
