-- no transaction
-- What lists and search walk. Indexes only, over columns that are there: nothing is filled in afterwards and no table is
-- rewritten, so commands go on while this runs. A run that broke off leaves an index half-made: each is dropped before
-- it is made, and the whole file can be run again. Servers of the release before use these indexes as well.
-- Every list is read in the order (due, id), what has no limit last; search shows what is open in that order, then what
-- is closed, newest first.

-- Lists of the whole region: window, Bureau, and what a supervisor watches.
drop index concurrently if exists application_region_list;

create index concurrently application_region_list on application (region_code, stage, coalesce(due_on, 'infinity'::date), application_id)
  where stage in ('to-accept', 'awaiting-correction', 'to-issue', 'to-deliver', 'to-seal', 'provincial-result', 'in-procedure');

-- Lists of one department.
drop index concurrently if exists application_desk_list;

create index concurrently application_desk_list on application (region_code, stage, department_id, coalesce(due_on, 'infinity'::date), application_id)
  where stage in ('to-decide', 'in-procedure', 'to-certify', 'returned', 'to-letter', 'to-archive', 'department-seal', 'provincial-result');

-- Opinions still to come: each place of the list of those awaited is walked by itself; from the fourth on they are rare.
drop index concurrently if exists application_review_first;

create index concurrently application_review_first on application (region_code, (waits_for[1]), coalesce(due_on, 'infinity'::date), application_id)
  where stage = 'to-review';

drop index concurrently if exists application_review_second;

create index concurrently application_review_second on application (region_code, (waits_for[2]), coalesce(due_on, 'infinity'::date), application_id)
  where stage = 'to-review' and waits_for[2] is not null;

drop index concurrently if exists application_review_third;

create index concurrently application_review_third on application (region_code, (waits_for[3]), coalesce(due_on, 'infinity'::date), application_id)
  where stage = 'to-review' and waits_for[3] is not null;

drop index concurrently if exists application_review_further;

create index concurrently application_review_further on application (region_code, coalesce(due_on, 'infinity'::date), application_id)
  where stage = 'to-review' and waits_for[4] is not null;

-- Cards: of the region, of a department.
drop index concurrently if exists application_warned;

create index concurrently application_warned on application (region_code, coalesce(due_on, 'infinity'::date), application_id)
  where card = 'warning' and stage in ('to-review', 'to-decide');

drop index concurrently if exists application_warned_desk;

create index concurrently application_warned_desk on application (region_code, department_id, coalesce(due_on, 'infinity'::date), application_id)
  where card = 'warning' and stage in ('to-review', 'to-decide');

drop index concurrently if exists application_overdue;

create index concurrently application_overdue on application (region_code, coalesce(due_on, 'infinity'::date), application_id)
  where card in ('yellow', 'red') and stage <> 'closed';

drop index concurrently if exists application_overdue_desk;

create index concurrently application_overdue_desk on application (region_code, department_id, coalesce(due_on, 'infinity'::date), application_id)
  where card in ('yellow', 'red') and stage <> 'closed';

drop index concurrently if exists application_to_call;

create index concurrently application_to_call on application (region_code, coalesce(due_on, 'infinity'::date), application_id)
  where follow_up;

-- A citizen's own; search by a whole identity.
drop index concurrently if exists application_of_identity;

create index concurrently application_of_identity on application (region_code, applicant_identity, coalesce(due_on, 'infinity'::date), application_id);

-- Search: what is open, by its limit.
drop index concurrently if exists application_open;

create index concurrently application_open on application (region_code, coalesce(due_on, 'infinity'::date), application_id)
  where stage <> 'closed';

drop index concurrently if exists application_open_item;

create index concurrently application_open_item on application (region_code, item_id, coalesce(due_on, 'infinity'::date), application_id)
  where stage <> 'closed';

drop index concurrently if exists application_open_tail;

create index concurrently application_open_tail on application (region_code, (right(number, 4)), coalesce(due_on, 'infinity'::date), application_id)
  where stage <> 'closed';

-- Search: what is closed, the newest first.
drop index concurrently if exists application_closed;

create index concurrently application_closed on application (region_code, received_on desc, application_id desc) include (applicant_name)
  where stage = 'closed';

drop index concurrently if exists application_closed_item;

create index concurrently application_closed_item on application (region_code, item_id, received_on desc, application_id desc)
  where stage = 'closed';

drop index concurrently if exists application_closed_tail;

create index concurrently application_closed_tail on application (region_code, (right(number, 4)), received_on desc, application_id desc)
  where stage = 'closed';

-- A long list of what waits to be merged into the index is read by every search.
alter index application_pairs set (gin_pending_list_limit = 128);

-- Search asks the planner's statistics which pairs of characters are rare.
alter table application alter column pairs set statistics 300;

-- Superseded by the above, which serve the release before as well; each would be written with every command.
drop index concurrently if exists application_stage;

drop index concurrently if exists application_card;

drop index concurrently if exists application_owner;

drop index concurrently if exists application_follow_up;

-- The findings of off-system work are a handful among all that the audit holds.
drop index concurrently if exists access_audit_off_system;

create index concurrently access_audit_off_system on access_audit (region_code, at desc, audit_id desc)
  where action = 'command-refused' and (detail ->> 'code') = 'only-the-window-accepts';
