-- Citizens' own accounts: how far the identity is assured, how to reach them, who disputes it, and their provider's sign-in.
create table citizen (
  region_code        int         not null,
  account_id         uuid        not null,
  -- null once the window gave the identity to somebody else: the account is disabled then
  identity           text,
  assurance          text        not null,
  contact_name       text,
  phone              text,
  email              text,
  registered_at      timestamptz not null,
  assured_at         timestamptz,
  constraint citizen_pk primary key (region_code, account_id),
  constraint citizen_identity_once unique (region_code, identity),
  constraint citizen_account_fk foreign key (region_code, account_id) references account (region_code, account_id),
  constraint citizen_assurance_known check (assurance in ('L1', 'L2', 'L3'))
);

select dist_tenant('citizen');

create index citizen_by_phone on citizen (region_code, phone) where phone is not null;

create index citizen_by_email on citizen (region_code, email) where email is not null;

comment on table citizen is 'What an applicant''s account has beyond the account: one account per identity; phone and e-mail only once confirmed.';

create table citizen_verification (
  region_code     int         not null,
  -- the command id of the clerk's dialog
  verification_id uuid        not null,
  account_id      uuid        not null,
  assurance       text        not null,
  -- which original was seen, or the provider's level
  evidence        text        not null,
  by_account      uuid        not null,
  at              timestamptz not null,
  constraint citizen_verification_pk primary key (region_code, verification_id),
  constraint citizen_verification_account_fk foreign key (region_code, account_id) references account (region_code, account_id)
);

select dist_tenant('citizen_verification');

create index citizen_verification_by_account on citizen_verification (region_code, account_id, at);

comment on table citizen_verification is 'Each time an identity was verified (窗口核验, 统一身份认证). Append-only.';

create table identity_claim (
  region_code   int         not null,
  claim_id      uuid        not null,
  -- what the person shows at the window
  number        text        not null,
  identity      text        not null,
  name          text        not null,
  contact_name  text,
  phone         text        not null,
  email         text,
  password_hash text        not null,
  state         text        not null,
  made_at       timestamptz not null,
  settled_by    uuid,
  settled_at    timestamptz,
  reason        text,
  constraint identity_claim_pk primary key (region_code, claim_id),
  constraint identity_claim_number_once unique (region_code, number),
  constraint identity_claim_state_known check (state in ('open', 'claimant', 'holder')),
  constraint identity_claim_settled check ((state = 'open') = (settled_at is null))
);

select dist_tenant('identity_claim');

create index identity_claim_by_identity on identity_claim (region_code, identity, made_at);

comment on table identity_claim is 'Somebody says that an account under their identity is not theirs: settled at the window against the original.';

create table one_time_code (
  region_code int         not null,
  code_id     uuid        not null,
  purpose     text        not null,
  -- SHA-256 of what was typed: the limits hold whether or not an account stands behind it
  target_hash bytea       not null,
  -- where it went; null where there is no account, so that no code fits
  target      text,
  account_id  uuid,
  code_hash   bytea       not null,
  failures    int         not null default 0,
  made_at     timestamptz not null,
  expires_at  timestamptz not null,
  used_at     timestamptz,
  constraint one_time_code_pk primary key (region_code, code_id),
  constraint one_time_code_purpose_known check (purpose in ('register', 'reset-password', 'change-phone', 'change-email'))
);

select dist_tenant('one_time_code');

create index one_time_code_by_target on one_time_code (region_code, target_hash, made_at);

create index one_time_code_by_age on one_time_code (region_code, made_at);

comment on table one_time_code is 'Six digits sent by text message or e-mail; only their hash is kept. Rows go after a day.';

create table oidc_link (
  region_code int         not null,
  issuer      text        not null,
  subject     text        not null,
  account_id  uuid        not null,
  linked_at   timestamptz not null,
  constraint oidc_link_pk primary key (region_code, issuer, subject),
  constraint oidc_link_account_fk foreign key (region_code, account_id) references account (region_code, account_id)
);

select dist_tenant('oidc_link');

create index oidc_link_by_account on oidc_link (region_code, account_id);

comment on table oidc_link is 'Which account a person of the identity provider (统一身份认证) signs in to.';

create table oidc_flow (
  region_code  int         not null,
  state_hash   bytea       not null,
  -- SHA-256 of the cookie of the browser that began: nobody else ends it
  browser_hash bytea       not null,
  nonce        text        not null,
  verifier     text        not null,
  next         text        not null,
  expires_at   timestamptz not null,
  constraint oidc_flow_pk primary key (region_code, state_hash)
);

select dist_tenant('oidc_flow');

create index oidc_flow_by_expiry on oidc_flow (region_code, expires_at);

comment on table oidc_flow is 'Sign-ins on their way through the identity provider: each is ended once, by the browser that began it.';

-- The account and the citizen at once; answers what stood in the way: '', 'identity' or 'username'.
create function register_citizen(
  p_region int, p_account uuid, p_username text, p_name text, p_identity text, p_password text, p_assurance text,
  p_contact text, p_phone text, p_email text, p_at timestamptz
) returns text language plpgsql as $$
begin
  if exists (select from citizen where region_code = p_region and identity = p_identity) then return 'identity'; end if;
  insert into account (region_code, account_id, username, name, role, identity, password_hash, must_change_password, disabled, post_open, demonstration, created_at)
  values (p_region, p_account, p_username, p_name, 'applicant', p_identity, p_password, false, false, true, false, p_at);
  insert into citizen (region_code, account_id, identity, assurance, contact_name, phone, email, registered_at)
  values (p_region, p_account, p_identity, p_assurance, p_contact, p_phone, p_email, p_at);
  return '';
exception when unique_violation then
  if exists (select from citizen where region_code = p_region and identity = p_identity) then return 'identity'; end if;
  return 'username';
end $$;

-- The claimant was right: the account that held the identity is closed, a new one is the claimant's. False: settled already.
create function grant_identity_claim(
  p_region int, p_claim uuid, p_account uuid, p_username text, p_name text, p_by uuid, p_reason text, p_at timestamptz
) returns boolean language plpgsql as $$
declare
  v_claim identity_claim%rowtype;
  v_holder uuid;
begin
  update identity_claim set state = 'claimant', settled_by = p_by, settled_at = p_at, reason = p_reason
   where region_code = p_region and claim_id = p_claim and state = 'open'
  returning * into v_claim;
  if not found then return false; end if;
  select account_id into v_holder from citizen where region_code = p_region and identity = v_claim.identity for update;
  update account set disabled = true where region_code = p_region and account_id = v_holder;
  delete from session where region_code = p_region and account_id = v_holder;
  delete from oidc_link where region_code = p_region and account_id = v_holder;
  update citizen set identity = null where region_code = p_region and account_id = v_holder;
  insert into account (region_code, account_id, username, name, role, identity, password_hash, must_change_password, disabled, post_open, demonstration, created_at)
  values (p_region, p_account, p_username, p_name, 'applicant', v_claim.identity, v_claim.password_hash, false, false, true, false, p_at);
  insert into citizen (region_code, account_id, identity, assurance, contact_name, phone, email, registered_at, assured_at)
  values (p_region, p_account, v_claim.identity, 'L2', v_claim.contact_name, v_claim.phone, v_claim.email, p_at, p_at);
  return true;
end $$;

do $$ begin
  if exists (select from pg_extension where extname = 'citus') then
    perform create_distributed_function('register_citizen(int, uuid, text, text, text, text, text, text, text, text, timestamptz)', 'p_region', colocate_with => 'application');
    perform create_distributed_function('grant_identity_claim(int, uuid, uuid, text, text, uuid, text, timestamptz)', 'p_region', colocate_with => 'application');
  end if;
end $$;

grant select, insert, update on citizen to yichuang_app;

grant select, insert on citizen_verification to yichuang_app;

grant select, insert, update on identity_claim to yichuang_app;

grant select, insert, update, delete on one_time_code to yichuang_app;

grant select, insert, delete on oidc_link to yichuang_app;

grant select, insert, delete on oidc_flow to yichuang_app;
