-- Who holds which reserved numbers, so that two windows never hold the same; and appointments as the hall manager runs them.

-- A machine that keeps numbers for the time without a server. `turn` is made by the machine and changes with each reservation:
-- whoever comes with an older one is a copy of it (a cloned disk, a copied browser profile).
create table offline_device (
  region_code int         not null,
  device_id   uuid        not null,
  turn        uuid        not null,
  holder      text        not null,
  seen_at     timestamptz not null,
  constraint offline_device_pk primary key (region_code, device_id)
);

select dist_tenant('offline_device');

comment on table offline_device is 'Machines that hold reserved numbers, each with the mark that a copy of it does not have.';

create table offline_copy (
  region_code int         not null,
  copy_id     uuid        not null,
  device_id   uuid        not null,
  -- as people call them: the one that holds the numbers, and the one that was refused
  holder      text        not null,
  refused     text        not null,
  -- null: a kiosk
  account_id  uuid,
  at          timestamptz not null,
  constraint offline_copy_pk primary key (region_code, copy_id)
);

select dist_tenant('offline_copy');

create index offline_copy_at on offline_copy (region_code, at desc);

comment on table offline_copy is 'A second machine that came for numbers which another holds, and was refused. The application may only add.';

-- null: the machine asked for it itself
alter table offline_range add column handed_by text;

create table booking_capacity_weekday (
  region_code int         not null,
  queue_id    text        not null,
  -- 1: Monday, 7: Sunday
  weekday     int         not null check (weekday between 1 and 7),
  valid_from  date        not null,
  -- seats of every half-hour of that weekday from that day on; null: again as on the other days
  capacity    int         check (capacity between 0 and 200),
  set_by      uuid        not null,
  set_at      timestamptz not null,
  constraint booking_capacity_weekday_pk primary key (region_code, queue_id, weekday, valid_from)
);

select dist_tenant('booking_capacity_weekday');

comment on table booking_capacity_weekday is 'How many appointments a half-hour of a queue takes on one weekday (号源), before what holds for every day.';

create table booking_capacity_date (
  region_code int         not null,
  queue_id    text        not null,
  day         date        not null,
  -- null: again as on the other days
  capacity    int         check (capacity between 0 and 200),
  set_by      uuid        not null,
  set_at      timestamptz not null,
  constraint booking_capacity_date_pk primary key (region_code, queue_id, day)
);

select dist_tenant('booking_capacity_date');

comment on table booking_capacity_date is 'How many appointments a half-hour of a queue takes on one date, before everything else.';

create table booking_closed_day (
  region_code int         not null,
  day         date        not null,
  -- told to everybody who had booked, and shown to everybody who would
  reason      text        not null,
  closed_by   uuid        not null,
  closed_at   timestamptz not null,
  -- null: closed
  reopened_at timestamptz,
  constraint booking_closed_day_pk primary key (region_code, day)
);

select dist_tenant('booking_closed_day');

comment on table booking_closed_day is 'Days without appointments by the hall manager''s word (停止预约), beside those of the calendar.';

create table booking_note (
  region_code int         not null,
  note_id     uuid        not null,
  booking_id  uuid        not null,
  text        text        not null,
  by_account  uuid        not null,
  by_name     text        not null,
  at          timestamptz not null,
  constraint booking_note_pk primary key (region_code, note_id),
  constraint booking_note_booking_fk foreign key (region_code, booking_id) references booking (region_code, booking_id)
);

select dist_tenant('booking_note');

create index booking_note_of on booking_note (region_code, booking_id, at);

comment on table booking_note is 'What the hall noted about somebody who did not come (爽约备注). The application may only add.';

grant select, insert, update on offline_device, booking_capacity_weekday, booking_capacity_date, booking_closed_day to yichuang_app;

grant select, insert on offline_copy, booking_note to yichuang_app;

-- `new`, `same` (sent again), `next`; `restarted` when the machine has lost what it kept; `copy` when another machine goes by this id.
create function take_offline_turn(p_region int, p_device uuid, p_turn uuid, p_next uuid, p_holder text, p_at timestamptz)
returns text language plpgsql as $$
declare
  v_turn uuid;
begin
  insert into offline_device (region_code, device_id, turn, holder, seen_at) values (p_region, p_device, p_next, p_holder, p_at)
  on conflict (region_code, device_id) do nothing;
  if found then return 'new'; end if;
  select turn into v_turn from offline_device where region_code = p_region and device_id = p_device for update;
  if v_turn = p_next then return 'same'; end if;
  if p_turn is not null and v_turn <> p_turn then return 'copy'; end if;
  update offline_device set turn = p_next, holder = p_holder, seen_at = p_at where region_code = p_region and device_id = p_device;
  return case when p_turn is null then 'restarted' else 'next' end;
end $$;

do $$ begin
  if exists (select from pg_extension where extname = 'citus') then
    perform create_distributed_function('take_offline_turn(int, uuid, uuid, uuid, text, timestamptz)', 'p_region', colocate_with => 'application');
  end if;
end $$;
