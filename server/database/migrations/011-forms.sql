-- Forms (一套表单) over a dictionary of data elements.
create table data_element (
  element_id text  primary key,
  data       jsonb not null
);

select dist_ref('data_element');

comment on table data_element is 'Facts that an office may ask (数据元), each asked once per applicant and bundle.';

create table form_version (
  form_id      text not null,
  version      int  not null check (version > 0),
  effective_on date not null,
  data         jsonb not null,
  primary key (form_id, version)
);

select dist_ref('form_version');

comment on table form_version is 'Published forms: immutable versions; an application keeps the one it was filled in under.';

create table form_draft (
  region_code     int         not null,
  form_id         text        not null,
  organisation_id text        not null,
  -- counts savings, so that two editors never overwrite each other unseen
  revision        int         not null check (revision > 0),
  base_version    int,
  command_id      uuid        not null,
  saved_by        jsonb       not null,
  saved_at        timestamptz not null,
  data            jsonb       not null,
  constraint form_draft_pk primary key (region_code, form_id)
);

select dist_tenant('form_draft');

comment on table form_draft is 'Forms that a department is editing, published with the guide that asks with them.';

grant select, insert, update on data_element to yichuang_app;

grant select, insert on form_version to yichuang_app;

grant select, insert, update, delete on form_draft to yichuang_app;
