-- What a village's officer and adviser leave behind when they work there, and the duties that are computed from it.
create table beat_records (
  county     char(6)     not null references counties (code),
  id         uuid        not null,
  village    varchar(12) collate "C" not null,
  by_person  uuid        not null,
  "on"       date        not null,
  filed_at   timestamptz not null,
  facts      jsonb       not null,
  matter_id  uuid,
  dispute_id uuid,
  voided     varchar(200),
  version    integer     not null,
  primary key (county, id),
  foreign key (county, village) references places (county, code),
  foreign key (county, by_person) references people (county, id),
  foreign key (county, matter_id) references matters (county, id),
  foreign key (county, dispute_id) references disputes (county, id)
);
comment on table beat_records is 'Each row is its events, folded: a day in the village, a household visited (lane and house number, no person), a meeting, help given, a legal question, a count of entries.';
create index beat_records_by_village on beat_records (county, village, "on" desc, id desc);
create index beat_records_by_person on beat_records (county, by_person, "on" desc, id desc);

create table bulletins (
  county       char(6)       not null references counties (code),
  id           uuid          not null,
  village      varchar(12)   collate "C" not null,
  by_person    uuid          not null,
  title        varchar(60)   not null,
  body         varchar(4000) not null,
  published_at timestamptz   not null,
  withdrawn_at timestamptz,
  primary key (county, id),
  foreign key (county, village) references places (county, code),
  foreign key (county, by_person) references people (county, id)
);
comment on table bulletins is 'Public-security bulletins on a village''s public page.';
create index bulletins_by_village on bulletins (county, village, published_at desc, id desc);

create table clues (
  county     char(6)     not null references counties (code),
  id         uuid        not null,
  village    varchar(12) collate "C" not null,
  by_person  uuid        not null,
  "on"       date        not null,
  unit       varchar(20) not null,
  named      uuid[]      not null,
  words      bytea       not null,
  source     bytea,
  outcome    jsonb,
  primary key (county, id),
  foreign key (county, village) references places (county, code),
  foreign key (county, by_person) references people (county, id),
  foreign key (county, unit) references departments (county, code)
);
comment on table clues is 'Compartmented: words are read by the author, the unit and those named; source, sealed apart, by the author alone.';
create index clues_by_person on clues (county, by_person, "on" desc);
create index clues_by_unit on clues (county, unit, "on" desc);
create index clues_by_village on clues (county, village, "on" desc);

create table contact_groups (
  county         char(6)     not null references counties (code),
  id             uuid        not null,
  village        varchar(12) collate "C" not null,
  kind           varchar(10) not null,
  name           varchar(60) not null,
  owner          uuid        not null,
  size           integer     not null,
  last_notice_on date,
  link           varchar(300),
  seen_on        date        not null,
  ended_on       date,
  primary key (county, id),
  foreign key (county, village) references places (county, code),
  foreign key (county, owner) references people (county, id)
);
comment on table contact_groups is 'Groups in which officer and residents talk: how many, never who.';
create index contact_groups_by_village on contact_groups (county, village);

create table village_reports (
  county    char(6)     not null references counties (code),
  village   varchar(12) collate "C" not null,
  kind      varchar(10) not null check (kind in ('cases', 'petitions')),
  month     char(7)     not null,
  count     integer     not null check (count >= 0),
  by_person uuid        not null,
  at        timestamptz not null,
  primary key (county, village, kind, month),
  foreign key (county, village) references places (county, code),
  foreign key (county, by_person) references people (county, id)
);
comment on table village_reports is 'Cases and petitions by village and month, as the station and the petition office say. No row is "not reported", never zero.';

create table leaves (
  county     char(6) not null references counties (code),
  id         uuid    not null,
  person     uuid    not null,
  village    varchar(12) collate "C" not null,
  "from"     date    not null,
  "to"       date    not null,
  substitute uuid,
  by_person  uuid    not null,
  at         timestamptz not null,
  primary key (county, id),
  foreign key (county, person) references people (county, id),
  foreign key (county, substitute) references people (county, id),
  foreign key (county, village) references places (county, code),
  check ("to" >= "from")
);
comment on table leaves is 'Days away of an officer or adviser, both included, with who stands in: the substitute holds a post for those days.';
create index leaves_by_village on leaves (county, village);

create table duties (
  county   char(6)      not null references counties (code),
  code     varchar(30)  not null,
  settings jsonb        not null,
  sort     integer      not null,
  is_on    boolean      not null,
  primary key (county, code)
);
comment on table duties is 'A duty as data (modules/duties/duty.ts): what counts, how much, per which window, for whom, from when.';

create table duty_goals (
  county   char(6)     not null references counties (code),
  duty     varchar(30) not null,
  place    varchar(18) collate "C" not null,
  need     varchar(20) not null,
  "from"   date        not null,
  at_least integer     not null check (at_least >= 0),
  primary key (county, duty, place, need, "from"),
  foreign key (county, duty) references duties (county, code),
  foreign key (county, place) references places (county, code)
);
comment on table duty_goals is 'Another goal for a place and everything in it, from a day on.';
