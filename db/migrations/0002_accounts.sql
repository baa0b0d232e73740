-- The sign-in library's own tables (better-auth): local to one node, never joined with tenant tables.
create table auth_users (
  id                    text        primary key,
  name                  text        not null,
  email                 text        not null unique,
  email_verified        boolean     not null,
  image                 text,
  phone_number          text        unique,
  phone_number_verified boolean,
  county                char(6)     not null,
  person_id             uuid        not null,
  must_change_password  boolean     not null default false,
  created_at            timestamptz not null,
  updated_at            timestamptz not null
);
comment on table auth_users is 'Local: who can sign in, and which person of which county they are.';

create table auth_sessions (
  id         text        primary key,
  token      text        not null unique,
  user_id    text        not null references auth_users (id) on delete cascade,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
comment on table auth_sessions is 'Local: sessions that can be listed and ended.';
create index auth_sessions_by_user on auth_sessions (user_id);

create table auth_accounts (
  id                       text        primary key,
  account_id               text        not null,
  provider_id              text        not null,
  user_id                  text        not null references auth_users (id) on delete cascade,
  access_token             text,
  refresh_token            text,
  id_token                 text,
  access_token_expires_at  timestamptz,
  refresh_token_expires_at timestamptz,
  scope                    text,
  password                 text,
  created_at               timestamptz not null,
  updated_at               timestamptz not null
);
comment on table auth_accounts is 'Local: password hashes (scrypt), later also other ways to sign in.';
create index auth_accounts_by_user on auth_accounts (user_id);

create table auth_verifications (
  id         text        primary key,
  identifier text        not null,
  value      text        not null,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
comment on table auth_verifications is 'Local: one-time codes.';

create table throttles (
  key    varchar(255) primary key,
  points integer      not null default 0,
  expire bigint
);
comment on table throttles is 'Local: counters of rate-limiter-flexible. Keys are keyed hashes, never a telephone number or an address.';
