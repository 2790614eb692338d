-- One thing of life handled as several applications (一件事): the case that holds them together.
create table bundle_case (
  region_code        int         not null,
  bundle_case_id     uuid        not null,
  bundle_id          text        not null,
  account_id         uuid        not null,
  applicant_identity text        not null,
  created_at         timestamptz not null,
  -- answers to the bundle's own questions
  choices            jsonb       not null,
  -- [{itemId, applicationId}] in the bundle's order
  applications       jsonb       not null,
  primary key (region_code, bundle_case_id)
);
select dist_tenant('bundle_case');
comment on table bundle_case is 'Bundles applied for (一件事): each application in it keeps its own clocks, trail and decision.';

create index bundle_case_of_applicant on bundle_case (region_code, applicant_identity, created_at desc);

grant select, insert on bundle_case to yichuang_app;
