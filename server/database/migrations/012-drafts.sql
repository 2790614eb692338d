-- Applying online: drafts, their uploads in chunks, phones that scan for a desk, mandates.

create table application_draft (
  region_code    int         not null,
  draft_id       uuid        not null,
  -- null: begun without signing in, and held by the browsers of draft_browser
  account_id     uuid,
  item_id        text        not null,
  guide_version  int         not null,
  form_id        text,
  form_version   int,
  version        int         not null check (version > 0),
  -- moves with every page that comes or goes, so that a desk sees what its phone sent
  pages_version  int         not null default 0,
  last_save      uuid,
  content        jsonb       not null,
  state          text        not null check (state in ('open', 'submitted')),
  -- set while it is being submitted too: whoever comes second goes on with the same application
  application_id uuid,
  submit_command uuid,
  code_locator   text,
  code_hash      bytea,
  created_at     timestamptz not null,
  saved_at       timestamptz not null,
  expires_at     timestamptz not null,
  constraint application_draft_pk primary key (region_code, draft_id),
  constraint application_draft_locator_once unique (region_code, code_locator),
  check (state = 'open' or application_id is not null),
  check ((application_id is null) = (submit_command is null)),
  check ((code_locator is null) = (code_hash is null))
);

select dist_tenant('application_draft');

create index application_draft_account on application_draft (region_code, account_id, saved_at) where account_id is not null;

create index application_draft_expiry on application_draft (region_code, expires_at);

comment on table application_draft is 'Applications being filled in (草稿): saved as typed, swept 90 days after the last change.';

create table draft_browser (
  region_code  int   not null,
  browser_hash bytea not null check (octet_length(browser_hash) = 32),
  draft_id     uuid  not null,
  constraint draft_browser_pk primary key (region_code, browser_hash, draft_id),
  constraint draft_browser_draft_fk foreign key (region_code, draft_id)
    references application_draft (region_code, draft_id) on delete cascade
);

select dist_tenant('draft_browser');

create index draft_browser_draft on draft_browser (region_code, draft_id);

comment on table draft_browser is 'Browsers that hold a draft nobody has signed in for. Only the SHA-256 of the token is kept.';

create table code_lock (
  region_code  int         not null,
  key_hash     bytea       not null check (octet_length(key_hash) = 32),
  failures     int         not null check (failures > 0),
  failed_at    timestamptz not null,
  locked_until timestamptz,
  constraint code_lock_pk primary key (region_code, key_hash)
);

select dist_tenant('code_lock');

create index code_lock_by_age on code_lock (region_code, failed_at);

comment on table code_lock is 'Wrong codes by SHA-256 of what they were tried on (a draft, a number, an account, an address), whether or not there is such a one.';

create table draft_pairing (
  region_code int         not null,
  code_hash   bytea       not null check (octet_length(code_hash) = 32),
  draft_id    uuid        not null,
  material    int         not null,
  expires_at  timestamptz not null,
  constraint draft_pairing_pk primary key (region_code, code_hash),
  constraint draft_pairing_draft_fk foreign key (region_code, draft_id)
    references application_draft (region_code, draft_id) on delete cascade
);

select dist_tenant('draft_pairing');

create index draft_pairing_draft on draft_pairing (region_code, draft_id);

create index draft_pairing_expiry on draft_pairing (region_code, expires_at);

comment on table draft_pairing is 'Phones that may scan for one material of one draft, ten minutes long.';

create table upload (
  region_code    int         not null,
  upload_id      uuid        not null,
  draft_id       uuid        not null,
  material       int         not null,
  position       int         not null,
  name           text        not null,
  declared_type  text        not null,
  media_type     text,
  size           bigint      not null check (size >= 0),
  chunk_count    int         not null check (chunk_count >= 0),
  sha256         bytea check (octet_length(sha256) = 32),
  state          text        not null check (state in ('receiving', 'complete', 'submitted')),
  save_only      boolean     not null default false,
  scan           text        not null default 'unscanned' check (scan in ('unscanned', 'waiting', 'clean')),
  via            text        not null check (via in ('device', 'phone', 'reused', 'certificate')),
  trust          text        not null check (trust in ('A', 'B', 'C', 'D')),
  -- reused: the stored material whose bytes these are
  source_file_id uuid,
  source_application_id uuid,
  verified_on    date,
  fresh_until    date,
  consented_at   timestamptz,
  created_at     timestamptz not null,
  touched_at     timestamptz not null,
  constraint upload_pk primary key (region_code, upload_id),
  check (state = 'receiving' or (sha256 is not null and media_type is not null)),
  check ((via in ('reused', 'certificate')) = (consented_at is not null))
);

select dist_tenant('upload');

create index upload_draft on upload (region_code, draft_id, material, position);

create index upload_left on upload (region_code, touched_at) where state <> 'submitted';

comment on table upload is 'Pages of a draft''s materials: files that arrive in chunks, or what was verified before and serves again.';

create table upload_chunk (
  region_code int   not null,
  upload_id   uuid  not null,
  chunk       int   not null check (chunk >= 0),
  sha256      bytea not null check (octet_length(sha256) = 32),
  bytes       bytea not null,
  constraint upload_chunk_pk primary key (region_code, upload_id, chunk),
  constraint upload_chunk_upload_fk foreign key (region_code, upload_id)
    references upload (region_code, upload_id) on delete cascade
);

select dist_tenant('upload_chunk');

alter table upload_chunk alter column bytes set storage external;

comment on table upload_chunk is 'Bytes of uploads, 4 MB a row. Never deleted by itself: only with an upload that nothing refers to.';

-- A material whose bytes arrived in chunks, or are another material's, has none of its own.
alter table material_file add column upload_id uuid;

alter table material_file add column bytes_of uuid;

alter table material_file add constraint material_file_upload_fk
  foreign key (region_code, upload_id) references upload (region_code, upload_id) not valid;

alter table material_file validate constraint material_file_upload_fk;

alter table material_file add constraint material_file_bytes_of_fk
  foreign key (region_code, bytes_of) references material_file (region_code, file_id) not valid;

alter table material_file validate constraint material_file_bytes_of_fk;

create table material_trust (
  region_code    int         not null,
  file_id        uuid        not null,
  application_id uuid        not null,
  trust          text        not null check (trust in ('A', 'B', 'C', 'D')),
  via            text        not null check (via in ('device', 'phone', 'reused', 'certificate')),
  source_application_id uuid,
  source_file_id uuid,
  verified_on    date,
  fresh_until    date,
  consented_at   timestamptz,
  account_id     uuid        not null,
  recorded_at    timestamptz not null,
  constraint material_trust_pk primary key (region_code, file_id),
  constraint material_trust_file_fk foreign key (region_code, file_id)
    references material_file (region_code, file_id)
);

select dist_tenant('material_trust');

create index material_trust_application on material_trust (region_code, application_id);

create index material_trust_source on material_trust (region_code, source_file_id) where source_file_id is not null;

comment on table material_trust is 'How far each submitted material can be trusted (A-D), where it came from, and the consent to use it again.';

create table mandate (
  region_code        int         not null,
  mandate_id         uuid        not null,
  kind               text        not null check (kind in ('guardian', 'agent', 'enterprise')),
  state              text        not null check (state in ('offered', 'accepted', 'declined', 'revoked')),
  principal_identity text        not null,
  agent_identity     text        not null,
  -- the account that accepted; nobody else with the same number acts under it
  agent_account      uuid,
  data               jsonb       not null,
  created_by         uuid        not null,
  created_at         timestamptz not null,
  decided_at         timestamptz,
  ended_at           timestamptz,
  constraint mandate_pk primary key (region_code, mandate_id),
  check (state <> 'accepted' or agent_account is not null)
);

select dist_tenant('mandate');

create index mandate_principal on mandate (region_code, principal_identity, created_at);

create index mandate_agent on mandate (region_code, agent_identity, created_at);

comment on table mandate is 'Who may apply for whom (委托、监护、企业人员): scope, period, acceptance, revocation.';

create table mandate_use (
  region_code    int         not null,
  use_id         uuid        not null,
  mandate_id     uuid        not null,
  at             timestamptz not null,
  account_id     uuid        not null,
  act            text        not null,
  item_id        text,
  application_id uuid,
  -- null: it was allowed
  refusal        text,
  constraint mandate_use_pk primary key (region_code, use_id)
);

select dist_tenant('mandate_use');

create index mandate_use_mandate on mandate_use (region_code, mandate_id, at);

comment on table mandate_use is 'Every time a mandate was relied on, and every time it was refused. The application may only add.';

grant select, insert, update, delete on application_draft, draft_browser, code_lock, draft_pairing, upload to yichuang_app;

grant select, insert on upload_chunk, material_trust, mandate_use to yichuang_app;

grant select, insert, update on mandate to yichuang_app;
