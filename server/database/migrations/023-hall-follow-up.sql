-- A bad grade of the counter that no application took is followed up like any other; offline work of a day that is over
-- reaches its tickets; a receipt belongs to the ticket at its own time, whenever the server heard of it.

create table service_follow_up (
  region_code int         not null,
  ticket_id   uuid        not null,
  rated_on    date        not null,
  opened_at   timestamptz not null,
  is_open     boolean     not null,
  primary key (region_code, ticket_id),
  foreign key (region_code, ticket_id) references service_evaluation (region_code, ticket_id)
);
select dist_tenant('service_follow_up');
comment on table service_follow_up is 'Bad grades of the counter that belong to no application: each is followed up (回访) until a call settles it.';

create index service_follow_up_open on service_follow_up (region_code, rated_on, ticket_id) where is_open;

create index service_follow_up_settled on service_follow_up (region_code, rated_on desc, ticket_id desc) where not is_open;

create table service_follow_up_call (
  region_code int         not null,
  command_id  uuid        not null,
  ticket_id   uuid        not null,
  at          timestamptz not null,
  outcome     text        not null,
  text        text        not null,
  account_id  uuid        not null,
  person_name text        not null,
  primary key (region_code, command_id),
  foreign key (region_code, ticket_id) references service_follow_up (region_code, ticket_id)
);
select dist_tenant('service_follow_up_call');
comment on table service_follow_up_call is 'What was done about a bad grade of the counter. The application may only add.';

create index service_follow_up_call_of on service_follow_up_call (region_code, ticket_id, at);

grant select, insert, update on service_follow_up to yichuang_app;

grant select, insert on service_follow_up_call to yichuang_app;

-- The grade and, where no application takes it, its follow-up, together. False: this service has its grade.
create function rate_service(p_region int, p_ticket uuid, p_command uuid, p_day date, p_at timestamptz, p_grade int, p_window int, p_clerk uuid, p_follow boolean)
returns boolean language plpgsql as $$
begin
  insert into service_evaluation (region_code, ticket_id, command_id, day, at, grade, window_id, clerk_id)
  values (p_region, p_ticket, p_command, p_day, p_at, p_grade, p_window, p_clerk) on conflict do nothing;
  if not found then
    return false;
  end if;
  if p_follow then
    insert into service_follow_up (region_code, ticket_id, rated_on, opened_at, is_open) values (p_region, p_ticket, p_day, p_at, true);
  end if;
  return true;
end $$;

-- `done`; `seen`: this command did it before; `reused`: it was about another; `moved`: calls were recorded that the sender had not seen; `settled`; `missing`.
create function follow_up_service(p_region int, p_ticket uuid, p_command uuid, p_expected int, p_at timestamptz, p_outcome text, p_text text, p_account uuid, p_name text, p_settled boolean)
returns text language plpgsql as $$
declare
  v_open boolean;
begin
  select is_open into v_open from service_follow_up where region_code = p_region and ticket_id = p_ticket for update;
  if not found then
    return 'missing';
  end if;
  if exists (select from service_follow_up_call where region_code = p_region and command_id = p_command and ticket_id = p_ticket) then
    return 'seen';
  end if;
  if exists (select from service_follow_up_call where region_code = p_region and command_id = p_command) then
    return 'reused';
  end if;
  if not v_open then
    return 'settled';
  end if;
  if (select count(*) from service_follow_up_call where region_code = p_region and ticket_id = p_ticket) <> p_expected then
    return 'moved';
  end if;
  insert into service_follow_up_call (region_code, command_id, ticket_id, at, outcome, text, account_id, person_name)
  values (p_region, p_command, p_ticket, p_at, p_outcome, p_text, p_account, p_name);
  update service_follow_up set is_open = not p_settled where region_code = p_region and ticket_id = p_ticket;
  return 'done';
end $$;

-- What a clerk received, took back corrected or handed out while a ticket was at the window: by the time of the fact, so that
-- a receipt merged later counts where it was made, and never with the ticket that is in hand as it arrives. `until`: when the
-- server heard of the end; null, from a server of the release before: at its time.
create function bind_hall_visits(p_region int, p_visits jsonb) returns void language plpgsql as $$
declare
  v record;
begin
  -- One after the other, with their times as values: joined as a set, the planner would read the whole log for them.
  for v in
    select * from jsonb_to_recordset(p_visits) as r(ticket_id uuid, clerk_id uuid, window_id int, from_at timestamptz, to_at timestamptz, until timestamptz, types text[])
  loop
    insert into visit (region_code, application_id, ticket_id, item_id, received_on, act, at, window_id)
    select p_region, e.application_id, v.ticket_id, a.item_id, a.received_on, (array_agg(e.type order by e.recorded_at, e.seq))[1], min(e.occurred_at), v.window_id
      from application_event e
      join application a on a.region_code = p_region and a.application_id = e.application_id
     where e.region_code = p_region and e.recorded_at between v.from_at and coalesce(v.until, v.to_at) and e.account_id = v.clerk_id
       and e.occurred_at between v.from_at and v.to_at and e.type = any(v.types)
     group by e.application_id, a.item_id, a.received_on
    on conflict (region_code, application_id, ticket_id) do nothing;
  end loop;
end $$;

-- As before, with visits by the time of the fact.
create or replace function record_hall_acts(p_region int, p_day date, p_expected int, p_commands text, p_head jsonb, p_tickets jsonb, p_windows jsonb, p_events jsonb, p_visits jsonb)
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
  perform bind_hall_visits(p_region, p_visits);
  return jsonb_build_object('outcome', 'done');
end $$;

-- What came late about a ticket of a day that is over: the ticket as it became, its log, its visits. False: it was written before.
create function record_past_ticket(p_region int, p_day date, p_command uuid, p_ticket jsonb, p_events jsonb, p_visits jsonb)
returns boolean language plpgsql as $$
begin
  if exists (select from ticket_event where region_code = p_region and command_id = p_command) then
    return false;
  end if;
  insert into ticket (region_code, ticket_id, day, number, queue, priority, status, revision, person_hash, item_id, taken_at, slot_at,
    first_call_at, called_at, started_at, finished_at, window_id, clerk_id, offline, state)
  select p_region, r.ticket_id, p_day, r.number, r.queue, r.priority, r.status, 0, null, r.item_id, r.taken_at, r.slot_at,
    r.called_at, r.called_at, r.started_at, r.finished_at, r.window_id, r.clerk_id, r.offline, r.state
    from jsonb_to_record(p_ticket) as r(ticket_id uuid, number text, queue text, priority text, status text, item_id text,
      taken_at timestamptz, slot_at timestamptz, called_at timestamptz, started_at timestamptz, finished_at timestamptz, window_id int, clerk_id uuid,
      offline boolean, state jsonb)
  on conflict (region_code, ticket_id) do update set
    status = excluded.status, first_call_at = coalesce(ticket.first_call_at, excluded.called_at),
    called_at = coalesce(excluded.called_at, ticket.called_at), started_at = coalesce(excluded.started_at, ticket.started_at),
    finished_at = excluded.finished_at, window_id = coalesce(excluded.window_id, ticket.window_id),
    clerk_id = coalesce(excluded.clerk_id, ticket.clerk_id), state = excluded.state;
  insert into ticket_event (region_code, command_id, seq, day, ticket_id, at, act, window_id, account_id, person_name, detail)
  select p_region, r.command_id, r.seq, p_day, r.ticket_id, r.at, r.act, r.window_id, r.account_id, r.person_name, r.detail
    from jsonb_to_recordset(p_events) as r(command_id uuid, seq int, ticket_id uuid, at timestamptz, act text, window_id int, account_id uuid, person_name text, detail jsonb);
  perform bind_hall_visits(p_region, p_visits);
  return true;
end $$;

-- A receipt that was merged after its ticket had ended, or settled by its clerk since: to the service during which it was made.
create function bind_offline_receipt(p_region int, p_day date, p_application uuid, p_clerk uuid, p_at timestamptz) returns int language plpgsql as $$
declare
  v_count int;
begin
  insert into visit (region_code, application_id, ticket_id, item_id, received_on, act, at, window_id)
  select p_region, a.application_id, t.ticket_id, a.item_id, a.received_on, 'ApplicationReceived', p_at, t.window_id
    from ticket t join application a on a.region_code = p_region and a.application_id = p_application
   where t.region_code = p_region and t.day = p_day and t.clerk_id = p_clerk and t.status = 'finished'
     and t.called_at <= p_at and t.finished_at >= p_at and t.window_id is not null
   order by t.called_at desc limit 1
  on conflict (region_code, application_id, ticket_id) do nothing;
  get diagnostics v_count = row_count;
  return v_count;
end $$;

do $$ begin
  if exists (select from pg_extension where extname = 'citus') then
    perform create_distributed_function('rate_service(int, uuid, uuid, date, timestamptz, int, int, uuid, boolean)', 'p_region', colocate_with => 'application');
    perform create_distributed_function('follow_up_service(int, uuid, uuid, int, timestamptz, text, text, uuid, text, boolean)', 'p_region', colocate_with => 'application');
    perform create_distributed_function('bind_hall_visits(int, jsonb)', 'p_region', colocate_with => 'application');
    perform create_distributed_function('record_past_ticket(int, date, uuid, jsonb, jsonb, jsonb)', 'p_region', colocate_with => 'application');
    perform create_distributed_function('bind_offline_receipt(int, date, uuid, uuid, timestamptz)', 'p_region', colocate_with => 'application');
  end if;
end $$;
