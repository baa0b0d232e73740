-- Every tenant table has `county`, which leads its primary, unique and foreign keys: the distribution column of a county-sharded
-- PostgreSQL (docs/decisions). No triggers, no row-level security, no defaults that call volatile functions: ids and times come as parameters.
create extension if not exists pg_trgm;

create table counties (
  code         char(6)     primary key,
  name         varchar(60) not null,
  city         varchar(60) not null,
  province     varchar(60) not null,
  silence_days integer     not null default 7 check (silence_days between 1 and 90),
  reopen_days  integer     not null default 15 check (reopen_days between 1 and 365),
  local_days   jsonb       not null default '{}',
  bounds       jsonb
);
comment on table counties is 'Reference: the counties this installation serves, and the settings of each. local_days: {"2026-06-01": false}; bounds: {south, west, north, east} in WGS 84 degrees.';

create table places (
  county     char(6)          not null references counties (code),
  code       varchar(18)      collate "C" not null,
  parent     varchar(15)      collate "C",
  level      varchar(10)      not null check (level in ('county', 'town', 'village', 'grid', 'lane')),
  kind       varchar(30)      not null,
  name       varchar(100)     not null,
  households integer          check (households >= 0),
  scope      varchar(300),
  latitude   double precision check (latitude between -90 and 90),
  longitude  double precision check (longitude between -180 and 180),
  since      date             not null,
  until      date,
  primary key (county, code),
  foreign key (county, parent) references places (county, code),
  check (left(code, 6) = county),
  check (length(code) = case level when 'county' then 6 when 'town' then 9 when 'village' then 12 when 'grid' then 15 else 18 end)
);
comment on table places is 'The five-level tree. The code is the path; parent repeats its prefix so that the database can hold it to it.';
create index places_by_parent on places (county, parent);
create index places_by_name on places using gin (name gin_trgm_ops);

create table departments (
  county  char(6)      not null references counties (code),
  code    varchar(20)  not null,
  name    varchar(60)  not null,
  name_en varchar(100) not null,
  sort    integer      not null,
  primary key (county, code)
);
comment on table departments is 'County departments that take matters.';

create table people (
  county     char(6)     not null references counties (code),
  id         uuid        not null,
  name       varchar(30) not null,
  phone      varchar(11) not null,
  created_at timestamptz not null,
  primary key (county, id),
  unique (county, phone)
);
comment on table people is 'Staff only. A telephone number here is the one on the notice board, by which its owner also signs in.';
create index people_by_name on people (county, name);

create table posts (
  county     char(6)     not null references counties (code),
  id         uuid        not null,
  person_id  uuid        not null,
  role       varchar(30) not null,
  place      varchar(18) collate "C" not null,
  department varchar(20),
  since      date        not null,
  until      date,
  granted_by uuid,
  primary key (county, id),
  foreign key (county, person_id) references people (county, id),
  foreign key (county, place) references places (county, code),
  foreign key (county, department) references departments (county, code),
  check (until is null or until >= since),
  check ((role = 'department_officer') = (department is not null))
);
comment on table posts is 'A person holds a role at a place for a term. until is the first day on which it no longer counts; null while it goes on.';
create index posts_by_person on posts (county, person_id);
create index posts_by_place on posts (county, place, role) where until is null;

create table audit (
  county     char(6)     not null references counties (code),
  id         uuid        not null,
  at         timestamptz not null,
  by_person  uuid,
  action     varchar(40) not null,
  subject    varchar(20) not null,
  subject_id varchar(40) not null,
  facts      jsonb       not null default '{}',
  primary key (county, id)
);
comment on table audit is 'Who looked, who granted, who exported. Append-only; read by the auditor.';
create index audit_by_time on audit (county, at desc, id);
create index audit_by_subject on audit (county, subject, subject_id, at);

create table events (
  county     char(6)     not null references counties (code),
  subject_id uuid        not null,
  version    integer     not null,
  subject    varchar(20) not null,
  type       varchar(30) not null,
  command_id uuid        not null,
  by_person  uuid,
  at         timestamptz not null,
  facts      jsonb       not null,
  primary key (county, subject_id, version),
  unique (county, command_id)
);
comment on table events is 'What happened, one row a command, never changed. The rows of matters are these, folded.';
