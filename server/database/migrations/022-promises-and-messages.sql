-- no transaction
-- Later checks of commitments, what became of a text message, and a guide published with its form. Each statement can be run
-- again: a run that broke off begins anew.

-- Commitments (告知承诺) that no department has checked yet, in the order of the lists.
drop index concurrently if exists application_to_check;

create index concurrently application_to_check on application (region_code, department_id, coalesce(due_on, 'infinity'::date), application_id)
  where status in ('accepted', 'in-review', 'granted', 'certified', 'lettered', 'sealed', 'issued', 'delivered', 'archived')
  and jsonb_path_exists(state, '$.materials.* ? (@ == "promised")') and not (state ? 'commitmentsChecked');

-- Commitments found untrue: a handful, read by supervision.
drop index concurrently if exists application_broken_commitment;

create index concurrently application_broken_commitment on application (region_code, application_id desc)
  where jsonb_path_exists(state, '$.commitments[*] ? (@.kept == false)');

-- What the gateway reports after it took a message; a text that did not arrive has no other state of its own.
alter table message_delivery add column if not exists report text;

alter table message_delivery add column if not exists reported_at timestamptz;

alter table message_delivery add column if not exists report_code text;

drop index concurrently if exists message_delivery_receipt;

create index concurrently message_delivery_receipt on message_delivery (region_code, receipt) where receipt is not null;

-- The text of an old message is cleared, that it was told and when is kept.
alter table message add column if not exists cleared_at timestamptz;

drop index concurrently if exists message_to_clear;

create index concurrently message_to_clear on message (region_code, at) where cleared_at is null;

-- A guide and the form that asks for it, in force together or not at all. Null: the draft has moved meanwhile.
-- `p_form`: the form's next version, or null where it changes nothing; its draft of that revision goes with it.
create or replace function publish_guide_with_form(
  p_region int, p_draft uuid, p_expected int, p_at timestamptz, p_data jsonb, p_log jsonb, p_change jsonb, p_version jsonb,
  p_form_id text, p_form_revision int, p_form jsonb
) returns int language plpgsql as $$
declare
  v_version int;
begin
  v_version := publish_catalogue_draft(p_region, p_draft, p_expected, p_at, p_data, p_log, p_change, p_version);
  if v_version is null then return null; end if;
  delete from form_draft where region_code = p_region and form_id = p_form_id and revision = p_form_revision;
  -- Somebody saved the form meanwhile: what was tried is not what would be published.
  if not found then raise exception using errcode = 'YC001', message = 'the form was saved meanwhile'; end if;
  if p_form is not null then
    insert into form_version (form_id, version, effective_on, data)
    values (p_form_id, (p_form ->> 'version')::int, (p_change ->> 'effectiveOn')::date, p_form);
  end if;
  return v_version;
end $$;

do $$ begin
  if exists (select from pg_extension where extname = 'citus') then
    perform create_distributed_function('publish_guide_with_form(int, uuid, int, timestamptz, jsonb, jsonb, jsonb, jsonb, text, int, jsonb)', 'p_region', colocate_with => 'application');
  end if;
end $$;
