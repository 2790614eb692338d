-- A bundle (一件事) being filled in, kept under a slip code to go on at another device or at the window.
create table bundle_draft (
  region_code  int         not null,
  draft_id     uuid        not null,
  bundle_id    text        not null,
  -- null: kept without signing in
  account_id   uuid,
  content      jsonb       not null,
  code_locator text        not null,
  code_hash    bytea       not null,
  saved_at     timestamptz not null,
  expires_at   timestamptz not null,
  constraint bundle_draft_pk primary key (region_code, draft_id),
  constraint bundle_draft_locator_once unique (region_code, code_locator)
);

select dist_tenant('bundle_draft');

create index bundle_draft_expiry on bundle_draft (region_code, expires_at);

comment on table bundle_draft is 'Bundles being filled in (一件事草稿) that a slip code opens elsewhere: replaced when a new code is made, deleted when received, swept 90 days after.';

grant select, insert, update, delete on bundle_draft to yichuang_app;
