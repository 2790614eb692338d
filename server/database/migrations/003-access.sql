-- Who exists, who may what, who is signed in, who did what beside the procedure. Every table belongs to a region.

create table account (
  region_code          int         not null,
  account_id           uuid        not null,
  username             text        not null,
  name                 text        not null,
  role                 text        not null,
  organisation_id      text,
  window_number        int,
  identity             text,
  password_hash        text        not null,
  must_change_password boolean     not null,
  disabled             boolean     not null,
  post_open            boolean     not null,
  demonstration        boolean     not null,
  created_at           timestamptz not null,
  constraint account_pk primary key (region_code, account_id),
  constraint account_username_once unique (region_code, username),
  constraint account_role_known check (role in (
    'applicant', 'window-clerk', 'accompanying-agent', 'reviewer', 'decider', 'department-head',
    'government-head', 'seal-keeper', 'supervisor', 'system-admin', 'security-admin', 'audit-admin')),
  constraint account_clerk_has_window check ((role = 'window-clerk') = (window_number is not null)),
  constraint account_applicant_has_identity check ((role = 'applicant') = (identity is not null)),
  constraint account_staff_has_place check (
    role in ('applicant', 'system-admin', 'security-admin', 'audit-admin') or organisation_id is not null)
);

select dist_tenant('account');

alter table account add constraint account_region_fk
  foreign key (region_code) references region (region_code);

alter table account add constraint account_organisation_fk
  foreign key (organisation_id) references organisation (organisation_id);

comment on table account is 'One person in one role (三员分离: nobody has two). Never deleted: disabled.';

comment on column account.identity is 'Applicants only: id-card:… or credit-code:…, compared with the applicant of an application.';

create table account_training (
  region_code int         not null,
  account_id  uuid        not null,
  course      text        not null,
  recorded_by uuid,
  recorded_at timestamptz not null,
  constraint account_training_pk primary key (region_code, account_id, course)
);

select dist_tenant('account_training');

alter table account_training add constraint account_training_account_fk
  foreign key (region_code, account_id) references account (region_code, account_id);

comment on table account_training is 'Passed courses: etiquette (服务礼仪) or the department whose course it is.';

create table session (
  region_code int         not null,
  token_hash  bytea       not null,
  session_id  uuid        not null,
  account_id  uuid        not null,
  created_at  timestamptz not null,
  seen_at     timestamptz not null,
  expires_at  timestamptz not null,
  constraint session_pk primary key (region_code, token_hash),
  constraint session_hash_is_sha256 check (octet_length(token_hash) = 32)
);

select dist_tenant('session');

alter table session add constraint session_account_fk
  foreign key (region_code, account_id) references account (region_code, account_id);

create index session_by_account on session (region_code, account_id);

create index session_by_expiry on session (region_code, expires_at);

comment on table session is 'Signed-in browsers. Only the SHA-256 of the token is kept: the table opens no door.';

create table sign_in_lock (
  region_code  int         not null,
  name_hash    bytea       not null,
  failures     int         not null,
  failed_at    timestamptz not null,
  locked_until timestamptz,
  constraint sign_in_lock_pk primary key (region_code, name_hash),
  constraint sign_in_lock_counts check (failures > 0)
);

select dist_tenant('sign_in_lock');

create index sign_in_lock_by_age on sign_in_lock (region_code, failed_at);

comment on table sign_in_lock is 'Failed sign-ins by SHA-256 of the name typed, whether or not such an account exists: the answer tells nobody which names do.';

create table sign_in_audit (
  region_code int         not null,
  audit_id    uuid        not null,
  at          timestamptz not null,
  account_id  uuid,
  outcome     text        not null,
  address     text        not null,
  constraint sign_in_audit_pk primary key (region_code, audit_id),
  constraint sign_in_audit_outcome_known check (outcome in (
    'signed-in', 'failed', 'locked', 'disabled', 'signed-out'))
);

select dist_tenant('sign_in_audit');

create index sign_in_audit_by_time on sign_in_audit (region_code, at);

comment on table sign_in_audit is 'Every attempt to sign in. A name that belongs to nobody is not kept: people type passwords there.';

create table access_audit (
  region_code int         not null,
  audit_id    uuid        not null,
  at          timestamptz not null,
  action      text        not null,
  actor_id    uuid        not null,
  actor_name  text        not null,
  actor_role  text        not null,
  subject_id  text,
  detail      jsonb       not null,
  constraint access_audit_pk primary key (region_code, audit_id)
);

select dist_tenant('access_audit');

create index access_audit_by_time on access_audit (region_code, at);

create index access_audit_by_subject on access_audit (region_code, subject_id, at);

comment on table access_audit is 'Whole identities seen, commands refused, accounts changed. The application may only add.';

create table first_administrator (
  region_code int         not null,
  code_hash   bytea       not null,
  created_at  timestamptz not null,
  used_at     timestamptz,
  constraint first_administrator_pk primary key (region_code)
);

select dist_tenant('first_administrator');

alter table first_administrator add constraint first_administrator_region_fk
  foreign key (region_code) references region (region_code);

comment on table first_administrator is 'SHA-256 of the one-time code with which the first system administrator of a region names themself.';

grant select, insert, update on account to yichuang_app;

grant select, insert, delete on account_training to yichuang_app;

grant select, insert, update, delete on session to yichuang_app;

grant select, insert, update, delete on sign_in_lock to yichuang_app;

grant select, insert on sign_in_audit to yichuang_app;

grant select, insert on access_audit to yichuang_app;

grant select, insert, update on first_administrator to yichuang_app;
