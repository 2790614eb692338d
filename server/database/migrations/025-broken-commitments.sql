-- no transaction
-- Commitments (告知承诺) found untrue that the department has not answered yet, in the order of its lists. A run that broke
-- off begins anew.
drop index concurrently if exists application_commitment_broken;

create index concurrently application_commitment_broken on application (region_code, department_id, coalesce(due_on, 'infinity'::date), application_id)
  where status in ('accepted', 'in-review', 'granted', 'certified', 'lettered', 'sealed', 'issued', 'delivered', 'archived')
  and jsonb_path_exists(state, '$.commitments[*] ? (@.kept == false && !exists(@.putRightOn))')
  and jsonb_path_exists(state, '$ ? (@.revocation == null)') and not jsonb_path_exists(state, '$.decision ? (@.outcome == "refuse")');
