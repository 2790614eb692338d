-- Appointments (预约): who comes on which day, on which seat of which half-hour; and what people were told they would wait.
create table booking (
  region_code     int         not null,
  -- made by the sender: the same booking sent twice is one
  booking_id      uuid        not null,
  account_id      uuid        not null,
  -- SHA-256 of who it is: of the verified identity, else of the account. One person has one booking a day
  person_key      bytea       not null check (octet_length(person_key) = 32),
  queue_id        text        not null,
  item_id         text,
  day             date        not null,
  -- minutes after midnight in China
  starts_minute   int         not null check (starts_minute between 0 and 1439),
  ends_minute     int         not null check (ends_minute > starts_minute and ends_minute <= 1440),
  code            text        not null check (code ~ '^[0-9]{8}$'),
  state           text        not null check (state in ('booked', 'cancelled', 'closed', 'checked-in', 'late')),
  made_at         timestamptz not null,
  ended_at        timestamptz,
  -- why the centre took it back: the holiday's name
  reason          text,
  ticket_id       uuid,
  constraint booking_pk primary key (region_code, booking_id),
  constraint booking_code_once unique (region_code, day, code),
  check ((state = 'booked') = (ended_at is null)),
  check ((state in ('checked-in', 'late')) = (ticket_id is not null))
);

select dist_tenant('booking');

create index booking_of_person on booking (region_code, person_key, day desc);

create index booking_of_account on booking (region_code, account_id, day desc);

create index booking_of_day on booking (region_code, day, queue_id, starts_minute);

comment on table booking is 'Appointments (预约) of real-name accounts. A no-show (爽约) is derived: still booked when its time is over.';

-- One row a seat: two people cannot have one seat, a seat above the capacity cannot be, one person has one a day.
create table slot_seat (
  region_code   int   not null,
  queue_id      text  not null,
  day           date  not null,
  starts_minute int   not null,
  seat          int   not null,
  -- of the half-hour when the seat was given; a capacity lowered later takes nobody's seat
  capacity      int   not null,
  booking_id    uuid  not null,
  person_key    bytea not null,
  constraint slot_seat_pk primary key (region_code, queue_id, day, starts_minute, seat),
  constraint slot_seat_person_once unique (region_code, person_key, day),
  constraint slot_seat_booking_once unique (region_code, booking_id),
  constraint slot_seat_booking_fk foreign key (region_code, booking_id) references booking (region_code, booking_id),
  constraint slot_seat_in_capacity check (seat between 1 and capacity)
);

select dist_tenant('slot_seat');

comment on table slot_seat is 'The seats of half-hours that are taken. Cancelled, the seat is free again: its row goes, the booking stays.';

create table booking_log (
  region_code int         not null,
  booking_id  uuid        not null,
  command_id  uuid        not null,
  at          timestamptz not null,
  act         text        not null check (act in ('made', 'cancelled', 'closed', 'checked-in', 'late', 'ticket-refused')),
  -- null: the calendar did it, or a kiosk
  account_id  uuid,
  detail      jsonb       not null,
  constraint booking_log_pk primary key (region_code, booking_id, command_id),
  constraint booking_log_booking_fk foreign key (region_code, booking_id) references booking (region_code, booking_id)
);

select dist_tenant('booking_log');

comment on table booking_log is 'What happened with an appointment, by whom and when. The application may only add.';

create table booking_capacity (
  region_code int         not null,
  queue_id    text        not null,
  valid_from  date        not null,
  -- seats of every half-hour from that day on; 0: the queue takes no appointments
  capacity    int         not null check (capacity between 0 and 200),
  set_by      uuid        not null,
  set_at      timestamptz not null,
  constraint booking_capacity_pk primary key (region_code, queue_id, valid_from)
);

select dist_tenant('booking_capacity');

comment on table booking_capacity is 'How many appointments a half-hour of a queue takes, from which day on (号源), as the hall manager set it.';

create table wait_forecast (
  region_code int         not null,
  ticket_id   uuid        not null,
  queue_id    text        not null,
  day         date        not null,
  at          timestamptz not null,
  ahead       int         not null,
  windows     int         not null,
  -- seconds
  p50         int         not null,
  p90         int         not null,
  -- how many past services it was made from; 0: the configured guess
  services    int         not null,
  constraint wait_forecast_pk primary key (region_code, ticket_id)
);

select dist_tenant('wait_forecast');

create index wait_forecast_of_day on wait_forecast (region_code, day, queue_id);

comment on table wait_forecast is 'What the person was told they would wait when the ticket was taken, to be held against the real wait. Append-only.';

grant select, insert, update on booking, booking_capacity to yichuang_app;

grant select, insert, delete on slot_seat to yichuang_app;

grant select, insert on booking_log, wait_forecast to yichuang_app;

-- The booking with the lowest free seat of its half-hour, or neither: `done`, `seen` when it was made before, `full`,
-- `taken-day` when the person has a seat on that day, `code` when another booking of the day has this code.
create function make_booking(p_region int, p_booking uuid, p_capacity int, p_at timestamptz, p_row jsonb) returns text language plpgsql as $$
declare
  v_row record;
  v_seat int;
begin
  select * into v_row from jsonb_to_record(p_row) as r("accountId" uuid, "personKey" text, "queueId" text, "itemId" text,
    day date, "startsMinute" int, "endsMinute" int, code text);
  if exists (select from booking where region_code = p_region and booking_id = p_booking) then return 'seen'; end if;
  begin
    insert into booking (region_code, booking_id, account_id, person_key, queue_id, item_id, day, starts_minute, ends_minute, code, state, made_at)
    values (p_region, p_booking, v_row."accountId", decode(v_row."personKey", 'hex'), v_row."queueId", v_row."itemId",
      v_row.day, v_row."startsMinute", v_row."endsMinute", v_row.code, 'booked', p_at);
    for v_seat in
      select s from generate_series(1, p_capacity) as s
       where not exists (select from slot_seat t
         where t.region_code = p_region and t.queue_id = v_row."queueId" and t.day = v_row.day and t.starts_minute = v_row."startsMinute" and t.seat = s)
       order by s
    loop
      insert into slot_seat (region_code, queue_id, day, starts_minute, seat, capacity, booking_id, person_key)
      values (p_region, v_row."queueId", v_row.day, v_row."startsMinute", v_seat, p_capacity, p_booking, decode(v_row."personKey", 'hex'))
      on conflict (region_code, queue_id, day, starts_minute, seat) do nothing;
      if found then
        insert into booking_log (region_code, booking_id, command_id, at, act, account_id, detail)
        values (p_region, p_booking, p_booking, p_at, 'made', v_row."accountId", '{}');
        return 'done';
      end if;
    end loop;
    raise exception 'no seat' using errcode = 'YC001';
  exception
    when sqlstate 'YC001' then return 'full';
    when unique_violation then
      if exists (select from booking where region_code = p_region and booking_id = p_booking) then return 'seen'; end if;
      if exists (select from slot_seat where region_code = p_region and person_key = decode(v_row."personKey", 'hex') and day = v_row.day) then return 'taken-day'; end if;
      return 'code';
  end;
end $$;

-- The person's or the calendar's taking back: `done`, `seen` when this command did it before, `moved` when it is no longer booked.
create function cancel_booking(p_region int, p_booking uuid, p_command uuid, p_state text, p_account uuid, p_at timestamptz, p_reason text) returns text language plpgsql as $$
begin
  if exists (select from booking_log where region_code = p_region and booking_id = p_booking and command_id = p_command) then return 'seen'; end if;
  update booking set state = p_state, ended_at = p_at, reason = p_reason
   where region_code = p_region and booking_id = p_booking and state = 'booked';
  if not found then return 'moved'; end if;
  delete from slot_seat where region_code = p_region and booking_id = p_booking;
  insert into booking_log (region_code, booking_id, command_id, at, act, account_id, detail)
  values (p_region, p_booking, p_command, p_at, p_state, p_account, jsonb_build_object('reason', p_reason));
  return 'done';
end $$;

-- Whoever comes first with a booking gets this ticket, whoever comes again the same one. Null: it is not booked any more.
create function check_in_booking(p_region int, p_booking uuid, p_command uuid, p_ticket uuid, p_state text, p_at timestamptz) returns uuid language plpgsql as $$
declare
  v_ticket uuid;
begin
  update booking set state = p_state, ended_at = p_at, ticket_id = p_ticket
   where region_code = p_region and booking_id = p_booking and state = 'booked';
  if found then
    insert into booking_log (region_code, booking_id, command_id, at, act, account_id, detail)
    values (p_region, p_booking, p_command, p_at, p_state, null, jsonb_build_object('ticketId', p_ticket));
    return p_ticket;
  end if;
  select ticket_id into v_ticket from booking where region_code = p_region and booking_id = p_booking;
  return v_ticket;
end $$;

-- The hall gave no ticket (closed, or another is in the person's hand): the booking is as it was before.
create function release_check_in(p_region int, p_booking uuid, p_command uuid, p_ticket uuid, p_at timestamptz) returns boolean language plpgsql as $$
begin
  update booking set state = 'booked', ended_at = null, ticket_id = null
   where region_code = p_region and booking_id = p_booking and ticket_id = p_ticket;
  if not found then return false; end if;
  insert into booking_log (region_code, booking_id, command_id, at, act, account_id, detail)
  values (p_region, p_booking, p_command, p_at, 'ticket-refused', null, '{}');
  return true;
end $$;

do $$ begin
  if exists (select from pg_extension where extname = 'citus') then
    perform create_distributed_function('make_booking(int, uuid, int, timestamptz, jsonb)', 'p_region', colocate_with => 'application');
    perform create_distributed_function('cancel_booking(int, uuid, uuid, text, uuid, timestamptz, text)', 'p_region', colocate_with => 'application');
    perform create_distributed_function('check_in_booking(int, uuid, uuid, uuid, text, timestamptz)', 'p_region', colocate_with => 'application');
    perform create_distributed_function('release_check_in(int, uuid, uuid, uuid, timestamptz)', 'p_region', colocate_with => 'application');
  end if;
end $$;
