-- An event is kept as the text that was hashed: verification hashes what it reads. Rows from before hold jsonb's own order
-- of keys, and are put into canonical order to be verified.
alter table application_event alter column data type json using data::text::json;

comment on column application_event.data is 'The event as canonical JSON (domain/trail/canonical-json.ts), byte for byte as it was hashed.';

-- Room on the page for the next version of a row whose indexed columns did not change.
alter table application set (fillfactor = 80);

alter table reaction set (fillfactor = 80);

alter table counter set (fillfactor = 50);

-- lz4 packs and unpacks in a fraction of pglz's time; a server built without it goes on as before.
do $$ begin
  if exists (select from pg_settings where name = 'default_toast_compression' and 'lz4' = any (enumvals)) then
    execute 'alter table application alter column state set compression lz4';
    execute 'alter table application_event alter column data set compression lz4';
    execute 'alter table notice alter column content set compression lz4';
  end if;
end $$;

-- One command's whole write, as before, with the state apart from the list columns and the events as json, which keeps
-- their text. What is absent is null: no notices, no reactions, no seal. The function of before serves a server of the
-- release before until it is replaced.
create function record_command(
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
    insert into counter as c (region_code, kind, period, value) values (p_region, 'application', p_row ->> 'received_on', 1)
    on conflict (region_code, kind, period) do update set value = c.value + 1
    returning value into v_serial;
    v_number := (p_row ->> 'number_prefix') || '-' || replace(p_row ->> 'received_on', '-', '') || '-' || lpad(v_serial::text, 6, '0');
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

do $$ begin
  if exists (select from pg_extension where extname = 'citus') then
    perform create_distributed_function('record_command(int, uuid, uuid, uuid, text, int, jsonb, jsonb, json, jsonb, jsonb, jsonb)', 'p_region', colocate_with => 'application');
  end if;
end $$;
