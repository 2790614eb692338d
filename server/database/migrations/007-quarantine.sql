-- What is known of an uploaded file beside its bytes. A file without a row was looked at by its content alone and is shown.
create table material_check (
  region_code    int         not null,
  file_id        uuid        not null,
  application_id uuid        not null,
  -- unscanned: no scanner was set; waiting: not read by anybody until the scanner has answered
  state          text        not null check (state in ('unscanned', 'waiting', 'clean', 'found')),
  -- carries other files, or cannot be looked into: saved, never shown in a page
  save_only      boolean     not null,
  uploaded_by    jsonb       not null,
  signature      text,
  tries          int         not null default 0,
  next_try_at    timestamptz not null,
  decided_at     timestamptz,
  constraint material_check_pk primary key (region_code, file_id),
  constraint material_check_file_fk foreign key (region_code, file_id) references material_file (region_code, file_id),
  check ((state = 'found') = (signature is not null))
);

select dist_tenant('material_check');

create index material_check_due on material_check (region_code, next_try_at) where state = 'waiting';

create index material_check_application on material_check (region_code, application_id) where state in ('waiting', 'found') or save_only;

comment on table material_check is 'Uploaded files in quarantine (待查杀), found infected, or only ever saved.';

grant select, insert, update on material_check to yichuang_app;
