-- Several servers on one database sign with the same keys: the first one to start says which.

create table server_key (
  region_code   int  not null,
  kind          text not null check (kind in ('seals', 'trail')),
  -- SHA-256 of the public part
  fingerprint   text not null check (length(fingerprint) = 64),
  registered_at timestamptz not null,
  primary key (region_code, kind)
);
select dist_tenant('server_key');
comment on table server_key is 'Fingerprints of the keys that every server of the region must hold. A change of keys is made by hand: delete the row as the owner.';

grant select, insert on server_key to yichuang_app;
