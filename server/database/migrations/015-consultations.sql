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
  -- wrong query codes in a row
  failures        int         not null default 0,
  locked_until    timestamptz,
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
