-- Messages to citizens: stored once an event, sent at least once a channel.
create table message (
  region_code    int         not null,
  message_id     uuid        not null,
  -- what it tells of: `<application>:<seq>:<kind>`; the same thing is told once
  event_key      text        not null,
  -- `id-card:…` (whoever proves to be that person), or `account:<id>`
  recipient      text        not null,
  application_id uuid,
  kind           text        not null,
  nature         text        not null,
  title          text        not null,
  text           text        not null,
  -- an address of this site
  link           text,
  at             timestamptz not null,
  read_at        timestamptz,
  -- false: only sent; the person wants no such message in the portal
  in_app         boolean     not null,
  constraint message_pk primary key (region_code, message_id),
  constraint message_event_once unique (region_code, event_key),
  constraint message_nature_known check (nature in ('legal', 'courtesy')),
  constraint message_legal_is_shown check (nature = 'courtesy' or in_app)
);

select dist_tenant('message');

create index message_of_recipient on message (region_code, recipient, message_id);

create index message_unread on message (region_code, recipient) where read_at is null and in_app;

comment on table message is 'What a person was told (通知消息): legal notices apart from courtesies. No identity and no phone stands in a text.';

create table message_delivery (
  region_code int         not null,
  delivery_id uuid        not null,
  message_id  uuid        not null,
  channel     text        not null,
  -- phone or e-mail; shown masked, never logged
  address     text        not null,
  -- the first is tried first, the next when it failed
  rank        int         not null,
  state       text        not null,
  tries       int         not null default 0,
  next_try_at timestamptz not null,
  sent_at     timestamptz,
  -- what the provider answered: its own number of the message
  receipt     text,
  last_error  text,
  constraint message_delivery_pk primary key (region_code, delivery_id),
  constraint message_delivery_channel_once unique (region_code, message_id, channel),
  constraint message_delivery_message_fk foreign key (region_code, message_id) references message (region_code, message_id),
  constraint message_delivery_channel_known check (channel in ('sms', 'email')),
  constraint message_delivery_state_known check (state in ('waiting', 'standby', 'sent', 'failed', 'not-needed')),
  constraint message_delivery_sent_says_when check ((state = 'sent') = (sent_at is not null))
);

select dist_tenant('message_delivery');

create index message_delivery_due on message_delivery (region_code, next_try_at) where state = 'waiting';

create index message_delivery_newest on message_delivery (region_code, delivery_id);

comment on table message_delivery is 'One row a message and channel: what waits, what went, with the provider''s receipt, what failed and why.';

create table message_preference (
  region_code     int     not null,
  account_id      uuid    not null,
  legal_sms       boolean not null,
  legal_email     boolean not null,
  courtesy_sms    boolean not null,
  courtesy_email  boolean not null,
  courtesy_in_app boolean not null,
  constraint message_preference_pk primary key (region_code, account_id),
  constraint message_preference_account_fk foreign key (region_code, account_id) references account (region_code, account_id)
);

select dist_tenant('message_preference');

comment on table message_preference is 'How a person wants to be told. Legal notices always stand in the portal.';

create table message_follower (
  region_code int  not null,
  name        text not null,
  cursor      text not null,
  constraint message_follower_pk primary key (region_code, name)
);

select dist_tenant('message_follower');

comment on table message_follower is 'Up to which event of the feed messages were made.';

grant select, insert, update on message to yichuang_app;

grant select, insert, update on message_delivery to yichuang_app;

grant select, insert, update on message_preference to yichuang_app;

grant select, insert, update on message_follower to yichuang_app;
