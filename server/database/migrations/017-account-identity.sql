-- no transaction
-- Accounts of one identity: asked with every mandate, and before a second account is made.
drop index concurrently if exists account_by_identity;

create index concurrently account_by_identity on account (region_code, identity) where identity is not null;
