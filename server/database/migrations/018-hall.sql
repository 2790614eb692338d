-- The hall: its layout, its day, tickets, windows, devices, and which visits brought which applications.

-- The hall manager (大厅管理员).
alter table account drop constraint account_role_known;

alter table account add constraint account_role_known check (role in (
    'applicant', 'window-clerk', 'accompanying-agent', 'reviewer', 'decider', 'department-head',
    'government-head', 'seal-keeper', 'supervisor', 'system-admin', 'security-admin', 'audit-admin',
    'catalogue-editor', 'catalogue-confirmer', 'hall-manager')) not valid;

alter table account validate constraint account_role_known;

create table hall_configuration (
  region_code   int         not null,
  version       int         not null check (version > 0),
  command_id    uuid        not null,
  saved_at      timestamptz not null,
  saved_by      uuid,
  saved_by_name text        not null,
  -- zones, queues, windows, posts, hours (domain/hall/hall-configuration.ts)
  content       jsonb       not null,
  primary key (region_code, version),
  unique (region_code, command_id)
);
select dist_tenant('hall_configuration');
comment on table hall_configuration is 'Zones, queues, windows, posts and hours of the hall, saved as a whole; every version stays. The application may only add.';

create table hall_day (
  region_code int   not null,
  day         date  not null,
  -- moves with every act of the hall: whoever decided on an older one decides again
  revision    int   not null check (revision >= 0),
  -- serials, calls, classes of the last calls, what each window served (domain/queue/queue-day.ts)
  head        jsonb not null,
  -- makes person_hash; gone when the day is closed, and with it the way from a hash to a person
  salt        text,
  primary key (region_code, day)
);
select dist_tenant('hall_day');
comment on table hall_day is 'One row a day: every act of the hall locks it, so that no two windows call one ticket.';

create table ticket (
  region_code int         not null,
  ticket_id   uuid        not null,
  day         date        not null,
  number      text        not null,
  queue       text        not null,
  priority    text        not null check (priority in ('booked', 'priority', 'ordinary')),
  status      text        not null check (status in ('waiting', 'called', 'serving', 'held', 'passed', 'finished', 'void')),
  -- hall_day.revision at its last change
  revision    int         not null,
  person_hash text,
  item_id     text,
  taken_at    timestamptz not null,
  slot_at     timestamptz,
  -- first and last call, when serving began and ended
  first_call_at timestamptz,
  called_at   timestamptz,
  started_at  timestamptz,
  finished_at timestamptz,
  window_id   int,
  clerk_id    uuid,
  -- kept while the line was down: its times are the device's
  offline     boolean     not null default false,
  -- domain/queue/ticket.ts
  state       jsonb       not null,
  primary key (region_code, ticket_id),
  unique (region_code, day, number),
  check (status = state ->> 'status')
);
select dist_tenant('ticket');
comment on table ticket is 'Tickets of the queue (号票); numbers begin anew each day and are never given twice on one.';

create unique index ticket_one_a_person on ticket (region_code, day, queue, person_hash)
  where person_hash is not null and status not in ('finished', 'void');

create index ticket_changed on ticket (region_code, day, revision);

create index ticket_live on ticket (region_code, day) where status not in ('finished', 'void');

create table window_session (
  region_code int         not null,
  day         date        not null,
  window_id   int         not null,
  revision    int         not null,
  -- null: nobody sits there
  clerk_id    uuid,
  seen_at     timestamptz not null,
  -- domain/hall/window-session.ts
  state       jsonb,
  primary key (region_code, day, window_id)
);
select dist_tenant('window_session');
comment on table window_session is 'Who sits at which window today, since when, paused or not.';

create unique index window_session_one_a_clerk on window_session (region_code, day, clerk_id) where clerk_id is not null;

create table ticket_event (
  region_code int         not null,
  command_id  uuid        not null,
  seq         int         not null,
  day         date        not null,
  ticket_id   uuid,
  at          timestamptz not null,
  act         text        not null,
  window_id   int,
  -- null: a device, or the close of the day
  account_id  uuid,
  person_name text        not null,
  detail      jsonb       not null,
  primary key (region_code, command_id, seq)
);
select dist_tenant('ticket_event');
comment on table ticket_event is 'Every taking, call, recall, pass, transfer and pause with window and clerk. The application may only add.';

create index ticket_event_day on ticket_event (region_code, day, at desc, command_id, seq);

create index ticket_event_of_ticket on ticket_event (region_code, ticket_id, at) where ticket_id is not null;

create table visit (
  region_code    int         not null,
  application_id uuid        not null,
  ticket_id      uuid        not null,
  item_id        text        not null,
  received_on    date        not null,
  -- what was done at the window: the command of the first event of the visit
  act            text        not null,
  at             timestamptz not null,
  window_id      int         not null,
  primary key (region_code, application_id, ticket_id),
  foreign key (region_code, application_id) references application (region_code, application_id),
  foreign key (region_code, ticket_id) references ticket (region_code, ticket_id)
);
select dist_tenant('visit');
comment on table visit is 'Which ticket brought which application to the window: 最多跑一次 is counted from it. The application may only add.';

create index visit_of_item on visit (region_code, item_id, received_on, application_id);

create index visit_of_ticket on visit (region_code, ticket_id);

create table hall_device (
  region_code    int         not null,
  device_id      uuid        not null,
  kind           text        not null check (kind in ('screen', 'window-screen', 'kiosk', 'evaluator')),
  name           text        not null,
  window_id      int,
  pair_hash      text,
  pair_until     timestamptz,
  -- SHA-256 of the token
  token_hash     text,
  created_at     timestamptz not null,
  created_by     uuid        not null,
  last_seen_at   timestamptz,
  health         jsonb       not null,
  removed_at     timestamptz,
  primary key (region_code, device_id),
  unique (region_code, pair_hash),
  unique (region_code, token_hash)
);
select dist_tenant('hall_device');
comment on table hall_device is 'Screens, kiosks and evaluators of the hall, paired by a code that is shown once.';

create table service_evaluation (
  region_code int         not null,
  ticket_id   uuid        not null,
  command_id  uuid        not null,
  day         date        not null,
  at          timestamptz not null,
  grade       int         not null check (grade between 1 and 5),
  window_id   int         not null,
  clerk_id    uuid        not null,
  primary key (region_code, ticket_id),
  unique (region_code, command_id),
  foreign key (region_code, ticket_id) references ticket (region_code, ticket_id)
);
select dist_tenant('service_evaluation');
comment on table service_evaluation is 'Grades given at the evaluator of a window, one a service; nobody is named. The application may only add.';

create index service_evaluation_day on service_evaluation (region_code, day, at);

grant select, insert, update on hall_day, ticket, window_session, hall_device to yichuang_app;

grant select, insert on hall_configuration, ticket_event, visit, service_evaluation to yichuang_app;

-- What changed after a revision of the day; after 0: everything that lives.
create function hall_changes(p_region int, p_day date, p_since int) returns jsonb language plpgsql stable as $$
begin
  return (select jsonb_build_object(
    'revision', d.revision, 'head', d.head, 'salt', d.salt,
    'configuration', (select max(c.version) from hall_configuration c where c.region_code = p_region),
    'seen', coalesce((select jsonb_object_agg(w.window_id, floor(extract(epoch from w.seen_at) * 1000)) from window_session w
       where w.region_code = p_region and w.day = p_day), '{}'),
    'tickets', coalesce((select jsonb_agg(t.state) from ticket t
       where t.region_code = p_region and t.day = p_day and t.revision > p_since
         and (p_since > 0 or t.status not in ('finished', 'void'))), '[]'),
    'windows', coalesce((select jsonb_agg(jsonb_build_object('windowId', w.window_id, 'session', w.state)) from window_session w
       where w.region_code = p_region and w.day = p_day and w.revision > p_since), '[]'))
    from hall_day d where d.region_code = p_region and d.day = p_day);
end $$;

-- Acts of the hall, decided one after the other on one revision: `done`; `seen` when one of the commands was carried out before; `moved` with
-- what changed meanwhile. All of them or none.
create function record_hall_acts(p_region int, p_day date, p_expected int, p_commands text, p_head jsonb, p_tickets jsonb, p_windows jsonb, p_events jsonb, p_visits jsonb)
returns jsonb language plpgsql as $$
begin
  if exists (select from ticket_event where region_code = p_region and command_id = any(p_commands::uuid[])) then
    return jsonb_build_object('outcome', 'seen');
  end if;
  update hall_day set revision = p_expected + 1, head = p_head where region_code = p_region and day = p_day and revision = p_expected;
  if not found then
    return jsonb_build_object('outcome', 'moved', 'changes', hall_changes(p_region, p_day, p_expected));
  end if;
  insert into ticket (region_code, ticket_id, day, number, queue, priority, status, revision, person_hash, item_id, taken_at, slot_at,
    first_call_at, called_at, started_at, finished_at, window_id, clerk_id, offline, state)
  select p_region, r.ticket_id, p_day, r.number, r.queue, r.priority, r.status, p_expected + 1, r.person_hash, r.item_id, r.taken_at, r.slot_at,
    r.called_at, r.called_at, r.started_at, r.finished_at, r.window_id, r.clerk_id, r.offline, r.state
    from jsonb_to_recordset(p_tickets) as r(ticket_id uuid, number text, queue text, priority text, status text, person_hash text, item_id text,
      taken_at timestamptz, slot_at timestamptz, called_at timestamptz, started_at timestamptz, finished_at timestamptz, window_id int, clerk_id uuid,
      offline boolean, state jsonb)
  on conflict (region_code, ticket_id) do update set
    queue = excluded.queue, status = excluded.status, revision = excluded.revision, item_id = excluded.item_id,
    first_call_at = coalesce(ticket.first_call_at, excluded.called_at), called_at = coalesce(excluded.called_at, ticket.called_at),
    started_at = coalesce(excluded.started_at, ticket.started_at), finished_at = excluded.finished_at,
    window_id = coalesce(excluded.window_id, ticket.window_id), clerk_id = coalesce(excluded.clerk_id, ticket.clerk_id), state = excluded.state;
  insert into window_session (region_code, day, window_id, revision, clerk_id, seen_at, state)
  select p_region, p_day, r.window_id, p_expected + 1, r.clerk_id, r.seen_at, r.state
    from jsonb_to_recordset(p_windows) as r(window_id int, clerk_id uuid, seen_at timestamptz, state jsonb)
  on conflict (region_code, day, window_id) do update set
    revision = excluded.revision, clerk_id = excluded.clerk_id, seen_at = excluded.seen_at, state = excluded.state;
  insert into ticket_event (region_code, command_id, seq, day, ticket_id, at, act, window_id, account_id, person_name, detail)
  select p_region, r.command_id, r.seq, p_day, r.ticket_id, r.at, r.act, r.window_id, r.account_id, r.person_name, r.detail
    from jsonb_to_recordset(p_events) as r(command_id uuid, seq int, ticket_id uuid, at timestamptz, act text, window_id int, account_id uuid, person_name text, detail jsonb);
  -- What the clerk received, took back corrected or handed out while the ticket was at the window.
  if p_visits is not null then
    insert into visit (region_code, application_id, ticket_id, item_id, received_on, act, at, window_id)
    select p_region, e.application_id, v.ticket_id, a.item_id, a.received_on, (array_agg(e.type order by e.recorded_at, e.seq))[1], min(e.occurred_at), v.window_id
      from jsonb_to_recordset(p_visits) as v(ticket_id uuid, clerk_id uuid, window_id int, from_at timestamptz, to_at timestamptz, types text[])
      join application_event e on e.region_code = p_region and e.account_id = v.clerk_id and e.recorded_at between v.from_at and v.to_at and e.type = any(v.types)
      join application a on a.region_code = p_region and a.application_id = e.application_id
     group by e.application_id, v.ticket_id, a.item_id, a.received_on, v.window_id
    on conflict (region_code, application_id, ticket_id) do nothing;
  end if;
  return jsonb_build_object('outcome', 'done');
end $$;

-- Tickets left over from days before this one are void, and their hashes lead to nobody any more. Answers how many.
create function close_hall_days(p_region int, p_today date, p_at timestamptz) returns int language plpgsql as $$
declare
  v_count int;
begin
  insert into ticket_event (region_code, command_id, seq, day, ticket_id, at, act, person_name, detail)
  select p_region, t.ticket_id, 999, t.day, t.ticket_id, p_at, 'void', '当日结束', '{"text": "当日已结束"}'
    from ticket t where t.region_code = p_region and t.day < p_today and t.status not in ('finished', 'void')
  on conflict (region_code, command_id, seq) do nothing;
  update ticket t set status = 'void',
      state = t.state || jsonb_build_object('status', 'void', 'cause', 'day-closed', 'voidedAt', floor(extract(epoch from p_at) * 1000))
   where t.region_code = p_region and t.day < p_today and t.status not in ('finished', 'void');
  get diagnostics v_count = row_count;
  update hall_day set salt = null where region_code = p_region and day < p_today and salt is not null;
  return v_count;
end $$;

do $$ begin
  if exists (select from pg_extension where extname = 'citus') then
    perform create_distributed_function('hall_changes(int, date, int)', 'p_region', colocate_with => 'application');
    perform create_distributed_function('record_hall_acts(int, date, int, text, jsonb, jsonb, jsonb, jsonb, jsonb)', 'p_region', colocate_with => 'application');
    perform create_distributed_function('close_hall_days(int, date, timestamptz)', 'p_region', colocate_with => 'application');
  end if;
end $$;
