-- Several people behind one matter, residents who sign in with a one-time code, and how long anybody is remembered.
alter table counties add column forget_days integer not null default 180 check (forget_days between 30 and 3650);
comment on column counties.forget_days is 'Days after the end of a matter for which its reporters'' names and numbers are kept.';

alter table reporters add column phone_key bytea;
comment on column reporters.phone_key is 'Keyed hash of the telephone number: by it a resident who has shown that the number is theirs finds their reports.';
create index reporters_by_phone on reporters (county, phone_key) where phone_key is not null;
-- Written before there were keys; the server makes them, for only it knows the secret.
create index reporters_unkeyed on reporters (county, matter_id, id) where phone is not null and phone_key is null;
create index reporters_kept on reporters (county, joined_at) where name is not null or phone is not null;

-- What is open about one thing around a point.
create index matters_near on matters (county, category, latitude) where late_at is not null and latitude is not null;

-- Not of one county: a resident may have reported in several. Local to one node, like the staff's sessions, and never joined with tenant tables.
create table resident_codes (
  phone_key  bytea       primary key,
  code       bytea       not null,
  expires_at timestamptz not null,
  tries      smallint    not null
);
comment on table resident_codes is 'Local: one-time codes, as keyed hashes, for a telephone number that is a keyed hash too. Five minutes, five tries.';

create table resident_sessions (
  token      bytea       primary key,
  id         uuid        not null unique,
  phone_key  bytea       not null,
  device     varchar(200),
  created_at timestamptz not null,
  expires_at timestamptz not null
);
comment on table resident_sessions is 'Local: who has shown that a telephone number is theirs; the token as a keyed hash. Gives no power over anything but the reports left with that number.';
create index resident_sessions_by_phone on resident_sessions (phone_key, created_at);
create index resident_sessions_by_end on resident_sessions (expires_at);
create index resident_codes_by_end on resident_codes (expires_at);
