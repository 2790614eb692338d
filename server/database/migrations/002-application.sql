-- One application's state, its history, and what must follow. region_code leads every key.
create table application (
  region_code         int  not null,
  application_id      uuid not null,
  number              text not null,
  -- moves with every act; records and signals leave it alone
  version             int  not null check (version > 0),
  -- last event of the chain
  seq                 int  not null check (seq >= version),
  head                bytea not null check (length(head) = 32),
  status              text not null,
  -- the worklist it stands in (server/application/stage.ts)
  stage               text not null,
  item_id             text not null,
  department_id       text not null,
  waits_for           text[] not null default '{}',
  window_account      uuid,
  received_on         date not null,
  applicant_identity  text not null,
  applicant_name      text not null,
  due_on              date,
  due_kind            text,
  card                text not null check (card in ('none', 'warning', 'yellow', 'red')),
  next_fall_at        timestamptz,
  -- a bad rating waits for a call
  follow_up           boolean not null default false,
  query_code_hash     text not null,
  pairs               text[] not null,
  state               jsonb not null,
  primary key (region_code, application_id),
  unique (region_code, number),
  check (status = state ->> 'status'),
  check (stage <> 'to-accept' or status = 'received'),
  check (status not in ('sealed', 'issued', 'delivered', 'archived') or state -> 'decision' <> 'null'::jsonb),
  check (status not in ('delivered', 'archived') or state -> 'delivery' <> 'null'::jsonb)
);
select dist_tenant('application');
comment on table application is 'Current state of every application (办件), rebuilt from application_event; the columns serve lists.';

create index application_stage on application (region_code, stage, department_id, due_on, application_id);
create index application_falls on application (region_code, next_fall_at) where next_fall_at is not null;
create index application_owner on application (region_code, applicant_identity, received_on);
create index application_card on application (region_code, department_id, card, due_on, application_id) where card <> 'none';
create index application_window on application (region_code, window_account, received_on);
create index application_follow_up on application (region_code, received_on, application_id) where follow_up;
create index application_pairs on application using gin (pairs);

create table application_event (
  region_code    int  not null,
  application_id uuid not null,
  seq            int  not null check (seq > 0),
  version        int  not null check (version > 0),
  command_id     uuid not null,
  type           text not null,
  data           jsonb not null,
  account_id     uuid not null,
  occurred_at    timestamptz not null,
  recorded_at    timestamptz not null,
  origin         text not null,
  hash           bytea not null check (length(hash) = 32),
  -- lets readers skip transactions still in flight, so that a feed never misses a late commit
  xact           xid8 not null default pg_current_xact_id(),
  primary key (region_code, application_id, seq),
  foreign key (region_code, application_id) references application (region_code, application_id) deferrable initially deferred
);
select dist_tenant('application_event');
comment on table application_event is 'Append-only history and audit trail of every application (全程留痕), a hash chain in SM3.';

create index application_event_feed on application_event (region_code, xact, application_id, seq);
create index application_event_day on application_event (region_code, recorded_at);

create table command_log (
  region_code    int  not null,
  command_id     uuid not null,
  application_id uuid not null,
  account_id     uuid not null,
  name           text not null,
  reply          jsonb not null,
  primary key (region_code, command_id)
);
select dist_tenant('command_log');
comment on table command_log is 'What each command was answered: the same command again gets the same answer.';

create table notice (
  region_code    int  not null,
  notice_id      uuid not null,
  application_id uuid not null,
  seq            int  not null,
  kind           text not null,
  series         text not null,
  year           int  not null,
  serial         int  not null check (serial > 0),
  number         text not null,
  verify_code    text not null,
  dated          date not null,
  content        jsonb not null,
  primary key (region_code, notice_id),
  unique (region_code, series, year, serial),
  unique (region_code, verify_code),
  foreign key (region_code, application_id) references application (region_code, application_id) deferrable initially deferred
);
select dist_tenant('notice');
comment on table notice is 'Notices (文书): content frozen and numbered in the transaction of the act; no gap in a series.';

create index notice_application on notice (region_code, application_id, seq);

create table document_file (
  region_code    int  not null,
  document_id    uuid not null,
  application_id uuid not null,
  sha256         bytea not null check (length(sha256) = 32),
  signed_at      timestamptz not null,
  pdf            bytea not null,
  primary key (region_code, document_id),
  foreign key (region_code, application_id) references application (region_code, application_id)
);
select dist_tenant('document_file');
comment on table document_file is 'Signed PDFs by notice, or by certificate; written once.';

create index document_file_application on document_file (region_code, application_id);
create index document_file_hash on document_file (region_code, sha256);

create table seal_record (
  region_code     int  not null,
  record_id       uuid not null,
  application_id  uuid not null,
  certificate_hash text not null,
  letter_notice_id uuid,
  seal            text not null,
  route           text not null check (route in ('bureau', 'department')),
  document_title  text not null,
  document_number text not null,
  verify_code     text not null,
  operator_id     uuid not null,
  operator_name   text not null,
  origin          text not null,
  sealed_at       timestamptz not null,
  primary key (region_code, record_id),
  unique (region_code, application_id, certificate_hash),
  unique (region_code, verify_code),
  foreign key (region_code, application_id) references application (region_code, application_id) deferrable initially deferred
);
select dist_tenant('seal_record');
comment on table seal_record is 'Seal register (用印登记簿): each use once, for one certificate, on one letter.';

create index seal_record_time on seal_record (region_code, sealed_at, record_id);

create table material_file (
  region_code    int  not null,
  file_id        uuid not null,
  application_id uuid not null,
  sha256         bytea not null check (length(sha256) = 32),
  media_type     text not null,
  bytes          bytea not null,
  primary key (region_code, file_id),
  foreign key (region_code, application_id) references application (region_code, application_id)
);
select dist_tenant('material_file');
create index material_file_application on material_file (region_code, application_id);
comment on table material_file is 'Bytes of materials and of signatures on glass; written once.';

create table item_seal_mode (
  region_code int  not null,
  item_id     text not null,
  account_id  uuid not null,
  person_name text not null,
  mode        text not null check (mode in ('bureau', 'department', 'provincial')),
  document    text not null,
  recorded_at timestamptz not null,
  primary key (region_code, item_id, account_id)
);
select dist_tenant('item_seal_mode');
comment on table item_seal_mode is 'How a × item is sealed, as recorded by people of the Bureau: effective when two agree on mode and document.';

create table counter (
  region_code int  not null,
  kind        text not null,
  period      text not null,
  value       int  not null check (value > 0),
  primary key (region_code, kind, period)
);
select dist_tenant('counter');
comment on table counter is 'Serials that people read, taken last in the transaction of the act: a number exists only with its document.';

create table reaction (
  region_code    int  not null,
  reaction_id    uuid not null,
  application_id uuid not null,
  kind           text not null,
  payload        jsonb not null,
  run_at         timestamptz not null,
  tries          int  not null default 0,
  last_error     text,
  done_at        timestamptz,
  primary key (region_code, reaction_id)
);
select dist_tenant('reaction');
comment on table reaction is 'What must follow an event, stored with it and carried out after commit: repeatable, idempotent.';

create index reaction_due on reaction (region_code, run_at) where done_at is null;

create table daily_root (
  region_code  int  not null,
  day          date not null,
  root         bytea not null check (length(root) = 32),
  applications int  not null,
  heads        jsonb not null,
  signature    text not null,
  certificate  text not null,
  signed_at    timestamptz not null,
  primary key (region_code, day)
);
select dist_tenant('daily_root');
comment on table daily_root is 'Signed Merkle root over the chain heads of the applications that moved that day.';

create function take_number(p_region int, p_kind text, p_period text) returns int language sql as $$
  insert into counter as c (region_code, kind, period, value) values (p_region, p_kind, p_period, 1)
  on conflict (region_code, kind, period) do update set value = c.value + 1
  returning value
$$;

-- One command's whole write: refuses a moved chain, answers a command seen before as it was answered then, appends
-- events, numbers and stores notices, saves the state, stores reactions. Called in autocommit: one transaction.
create function record_command(
  p_region int, p_application uuid, p_command uuid, p_account uuid, p_name text, p_expected_seq int,
  p_row jsonb, p_events jsonb, p_notices jsonb, p_reactions jsonb, p_seal jsonb
) returns jsonb language plpgsql as $$
declare
  v_seq int;
  v_number text;
  v_reply jsonb;
  v_notices jsonb := '[]';
  n jsonb;
  v_serial int;
begin
  select seq, number into v_seq, v_number from application
   where region_code = p_region and application_id = p_application for update;
  if coalesce(v_seq, 0) <> p_expected_seq then
    select reply into v_reply from command_log where region_code = p_region and command_id = p_command;
    if v_reply is null then return '{"outcome": "moved"}'; end if;
    return jsonb_build_object('outcome', 'seen', 'reply', v_reply);
  end if;

  insert into application_event (region_code, application_id, seq, version, command_id, type, data, account_id, occurred_at, recorded_at, origin, hash)
  select p_region, p_application, e.seq, e.version, p_command, e.type, e.data, e.account_id, e.occurred_at, e.recorded_at, e.origin, decode(e.hash, 'hex')
    from jsonb_to_recordset(p_events) as e(seq int, version int, type text, data jsonb, account_id uuid, occurred_at timestamptz, recorded_at timestamptz, origin text, hash text);

  if v_number is null then
    v_serial := take_number(p_region, 'application', p_row ->> 'received_on');
    v_number := (p_row ->> 'number_prefix') || '-' || replace(p_row ->> 'received_on', '-', '') || '-' || lpad(v_serial::text, 6, '0');
    insert into application (region_code, application_id, number, version, seq, head, status, stage, item_id, department_id, waits_for, window_account,
      received_on, applicant_identity, applicant_name, due_on, due_kind, card, next_fall_at, follow_up, query_code_hash, pairs, state)
    select p_region, p_application, v_number, r.version, r.seq, decode(r.head, 'hex'), r.status, r.stage, r.item_id, r.department_id, r.waits_for, r.window_account,
      r.received_on, r.applicant_identity, r.applicant_name, r.due_on, r.due_kind, r.card, r.next_fall_at, r.follow_up, r.query_code_hash, r.pairs, r.state
      from jsonb_to_record(p_row) as r(version int, seq int, head text, status text, stage text, item_id text, department_id text, waits_for text[], window_account uuid,
        received_on date, applicant_identity text, applicant_name text, due_on date, due_kind text, card text, next_fall_at timestamptz, follow_up boolean, query_code_hash text, pairs text[], state jsonb);
  else
    update application a set version = r.version, seq = r.seq, head = decode(r.head, 'hex'), status = r.status, stage = r.stage, waits_for = r.waits_for,
      due_on = r.due_on, due_kind = r.due_kind, card = r.card, next_fall_at = r.next_fall_at, follow_up = r.follow_up, state = r.state
      from jsonb_to_record(p_row) as r(version int, seq int, head text, status text, stage text, waits_for text[], due_on date, due_kind text, card text, next_fall_at timestamptz, follow_up boolean, state jsonb)
     where a.region_code = p_region and a.application_id = p_application;
  end if;

  if jsonb_array_length(p_reactions) > 0 then
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

  for n in select value from jsonb_array_elements(p_notices) order by value ->> 'series' loop
    v_serial := take_number(p_region, 'notice:' || (n ->> 'series'), n ->> 'year');
    insert into notice (region_code, notice_id, application_id, seq, kind, series, year, serial, number, verify_code, dated, content)
    values (p_region, (n ->> 'notice_id')::uuid, p_application, (n ->> 'seq')::int, n ->> 'kind', n ->> 'series', (n ->> 'year')::int, v_serial,
      (n ->> 'series') || '〔' || (n ->> 'year') || '〕' || v_serial || '号', n ->> 'verify_code', (n ->> 'dated')::date, n -> 'content');
    v_notices := v_notices || jsonb_build_object('noticeId', n ->> 'notice_id', 'kind', n ->> 'kind', 'title', n -> 'content' ->> 'title',
      'number', (n ->> 'series') || '〔' || (n ->> 'year') || '〕' || v_serial || '号');
  end loop;

  v_reply := jsonb_build_object('applicationId', p_application, 'number', v_number, 'version', (p_row ->> 'version')::int, 'status', p_row ->> 'status', 'notices', v_notices);
  insert into command_log (region_code, command_id, application_id, account_id, name, reply) values (p_region, p_command, p_application, p_account, p_name, v_reply);
  return jsonb_build_object('outcome', 'done', 'reply', v_reply);
end $$;

grant select, insert on application_event, command_log, notice, document_file, seal_record, material_file, daily_root to yichuang_app;

grant select, insert, update on application, counter, reaction, item_seal_mode to yichuang_app;

do $$ begin
  if exists (select from pg_extension where extname = 'citus') then
    perform create_distributed_function('record_command(int, uuid, uuid, uuid, text, int, jsonb, jsonb, jsonb, jsonb, jsonb)', 'p_region', colocate_with => 'application');
  end if;
end $$;
