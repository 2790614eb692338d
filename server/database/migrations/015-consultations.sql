-- Questions and complaints of the public (咨询、投诉), and one-time links to rate a service contact.
create table enquiry (
  region_code     int         not null,
  enquiry_id      uuid        not null,
  number          text        not null,
  kind            text        not null check (kind in ('consultation', 'complaint')),
  state           text        not null check (state in ('open', 'answered', 'withdrawn')),
  -- whose answer it waits for; null: the window's (consultation) or the supervisors' (complaint)
  department_id   text,
  item_id         text,
  account_id      uuid,
  query_code_hash text        not null,
  asked_at        timestamptz not null,
  due_on          date        not null,
  answered_at     timestamptz,
  -- the answer stands on the item's page for everybody, without the asker
  published       boolean     not null default false,
  revision        int         not null check (revision > 0),
  content         jsonb       not null,
  primary key (region_code, enquiry_id),
  unique (region_code, number),
  check ((state = 'answered') = (answered_at is not null))
);
select dist_tenant('enquiry');
comment on table enquiry is 'Consultations (咨询) and complaints (投诉) with their limit, answer and who may read it.';

create index enquiry_open on enquiry (region_code, kind, department_id, due_on, enquiry_id) where state = 'open';

create index enquiry_closed on enquiry (region_code, kind, asked_at desc, enquiry_id desc) where state <> 'open';

create index enquiry_own on enquiry (region_code, account_id, asked_at desc) where account_id is not null;

create index enquiry_published on enquiry (region_code, item_id, answered_at desc) where published;

create table enquiry_log (
  region_code int         not null,
  enquiry_id  uuid        not null,
  command_id  uuid        not null,
  at          timestamptz not null,
  act         text        not null check (act in ('asked', 'forwarded', 'answered', 'published', 'withdrawn')),
  account_id  uuid,
  person_name text        not null,
  detail      jsonb       not null,
  primary key (region_code, enquiry_id, command_id),
  foreign key (region_code, enquiry_id) references enquiry (region_code, enquiry_id)
);
select dist_tenant('enquiry_log');
comment on table enquiry_log is 'What was done with an enquiry, by whom and when. The application may only add.';

create table rating_link (
  region_code    int         not null,
  -- SHA-256 of the token: the table opens no page
  token_hash     bytea       not null check (length(token_hash) = 32),
  application_id uuid        not null,
  contact        text        not null check (contact in ('intake', 'correction', 'delivery')),
  created_at     timestamptz not null,
  expires_at     timestamptz not null,
  used_at        timestamptz,
  primary key (region_code, token_hash),
  unique (region_code, application_id, contact, token_hash),
  foreign key (region_code, application_id) references application (region_code, application_id)
);
select dist_tenant('rating_link');
comment on table rating_link is 'One-time links to rate one service contact (一次一评); unguessable, for thirty days.';

grant select, insert, update on enquiry, rating_link to yichuang_app;

grant select, insert on enquiry_log to yichuang_app;

-- One question, numbered with it; sent again it is the same question. Answers the number.
create function ask_enquiry(p_region int, p_enquiry uuid, p_prefix text, p_day text, p_row jsonb, p_person text) returns text language plpgsql as $$
declare
  v_number text;
begin
  select number into v_number from enquiry where region_code = p_region and enquiry_id = p_enquiry;
  if v_number is not null then return v_number; end if;
  v_number := p_prefix || '-' || replace(p_day, '-', '') || '-' || lpad(take_number(p_region, 'enquiry:' || p_prefix, p_day)::text, 4, '0');
  insert into enquiry (region_code, enquiry_id, number, kind, state, department_id, item_id, account_id, query_code_hash, asked_at, due_on, revision, content)
  select p_region, p_enquiry, v_number, r.kind, 'open', r.department_id, r.item_id, r.account_id, r.query_code_hash, r.asked_at, r.due_on, 1, r.content
    from jsonb_to_record(p_row) as r(kind text, department_id text, item_id text, account_id uuid, query_code_hash text, asked_at timestamptz, due_on date, content jsonb);
  insert into enquiry_log (region_code, enquiry_id, command_id, at, act, account_id, person_name, detail)
  select p_region, p_enquiry, p_enquiry, r.asked_at, 'asked', r.account_id, p_person, '{}'
    from jsonb_to_record(p_row) as r(asked_at timestamptz, account_id uuid);
  return v_number;
end $$;

-- An answer or a forwarding: `done`, `seen` when this command was carried out before, `moved` when somebody else was faster.
create function act_on_enquiry(p_region int, p_enquiry uuid, p_command uuid, p_expected int, p_act text, p_account uuid, p_person text, p_at timestamptz, p_change jsonb, p_detail jsonb)
returns text language plpgsql as $$
begin
  if exists (select from enquiry_log where region_code = p_region and enquiry_id = p_enquiry and command_id = p_command) then return 'seen'; end if;
  update enquiry set
      state = coalesce(p_change ->> 'state', state),
      department_id = case when p_change ? 'departmentId' then p_change ->> 'departmentId' else department_id end,
      answered_at = coalesce((p_change ->> 'answeredAt')::timestamptz, answered_at),
      published = coalesce((p_change ->> 'published')::boolean, published),
      content = content || coalesce(p_change -> 'content', '{}'),
      revision = revision + 1
   where region_code = p_region and enquiry_id = p_enquiry and revision = p_expected;
  if not found then return 'moved'; end if;
  insert into enquiry_log (region_code, enquiry_id, command_id, at, act, account_id, person_name, detail)
  values (p_region, p_enquiry, p_command, p_at, p_act, p_account, p_person, p_detail);
  return 'done';
end $$;

do $$ begin
  if exists (select from pg_extension where extname = 'citus') then
    perform create_distributed_function('ask_enquiry(int, uuid, text, text, jsonb, text)', 'p_region', colocate_with => 'application');
    perform create_distributed_function('act_on_enquiry(int, uuid, uuid, int, text, uuid, text, timestamptz, jsonb, jsonb)', 'p_region', colocate_with => 'application');
  end if;
end $$;
