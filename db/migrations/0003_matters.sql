create table categories (
  county       char(6)      not null references counties (code),
  code         varchar(4)   collate "C" not null,
  parent       varchar(4)   collate "C",
  name         varchar(60)  not null,
  name_en      varchar(100) not null,
  ask          varchar(100),
  ask_en       varchar(150),
  department   varchar(20)  not null,
  is_public    boolean      not null,
  is_emergency boolean      not null,
  goes_around  boolean      not null,
  limits       jsonb        not null,
  sort         integer      not null,
  primary key (county, code),
  foreign key (county, parent) references categories (county, code),
  foreign key (county, department) references departments (county, code)
);
comment on table categories is 'What a matter is about, in two levels; limits: {rung: {accept: {minutes, runs}, settle: {...}}}.';

create table matters (
  county            char(6)          not null references counties (code),
  id                uuid             not null,
  place             varchar(18)      collate "C" not null,
  category          varchar(4)       collate "C" not null,
  words             varchar(1000)    not null,
  status            varchar(10)      not null check (status in ('waiting', 'working', 'settled', 'closed', 'refused', 'withdrawn')),
  holder_role       varchar(30)      not null,
  holder_place      varchar(18)      collate "C" not null,
  holder_department varchar(20),
  worker            uuid,
  departments       varchar(20)[]    not null,
  reporter_id       uuid,
  source            varchar(10)      not null check (source in ('web', 'staff', 'phone', 'inPerson')),
  is_public         boolean          not null,
  is_emergency      boolean          not null,
  goes_around       boolean          not null,
  latitude          double precision,
  longitude         double precision,
  is_outside        boolean          not null,
  on_the_spot       boolean          not null,
  reported_at       timestamptz      not null,
  accept_by         timestamptz      not null,
  settle_by         timestamptz      not null,
  due_by            timestamptz,
  accepted_at       timestamptz,
  settled_at        timestamptz,
  silence_at        timestamptz,
  closed_at         timestamptz,
  outcome           varchar(1000),
  rating            smallint         check (rating between 1 and 5),
  version           integer          not null,
  moved_version     integer          not null,
  primary key (county, id),
  foreign key (county, place) references places (county, code),
  foreign key (county, holder_place) references places (county, code),
  foreign key (county, category) references categories (county, code),
  check ((due_by is not null) = (status in ('waiting', 'working'))),
  check ((silence_at is not null) = (status = 'settled'))
);
comment on column matters.goes_around is 'A complaint about somebody in office: only the department that has it, or the county centre in its place, finds it.';
comment on table matters is 'Each row is its events, folded. Drop it and replay to rebuild it.';

-- A post's to-do list: what its seat holds, next due first.
create index matters_todo on matters (county, holder_place, holder_role, due_by, id) where due_by is not null;
-- What is open under a place, next due first. One index a level, because equality keeps the order where a prefix range would not.
create index matters_open_county on matters (county, due_by, id) where due_by is not null;
create index matters_open_town on matters (county, left(place, 9), due_by, id) where due_by is not null;
create index matters_open_village on matters (county, left(place, 12), due_by, id) where due_by is not null;
create index matters_open_place on matters (county, place, due_by, id) where due_by is not null;
-- Everything under a place, newest first.
create index matters_by_time on matters (county, reported_at desc, id desc);
create index matters_by_town on matters (county, left(place, 9), reported_at desc, id desc);
create index matters_by_village on matters (county, left(place, 12), reported_at desc, id desc);
create index matters_by_place on matters (county, place, reported_at desc, id desc);
create index matters_by_department on matters using gin (departments) where departments <> '{}';
create index matters_by_worker on matters (county, worker, reported_at desc) where worker is not null;
create index matters_by_reporter on matters (county, reporter_id, reported_at desc) where reporter_id is not null;
create index matters_silent on matters (county, silence_at) where silence_at is not null;
-- By the end of its number: modules/matters/number.ts.
create index matters_by_number on matters (county, right(id::text, 7));
create index matters_words on matters using gin (words gin_trgm_ops);

create table reporters (
  county     char(6)     not null references counties (code),
  matter_id  uuid        not null,
  tracking   bytea,
  name       bytea,
  phone      bytea,
  primary key (county, matter_id),
  unique (county, tracking),
  foreign key (county, matter_id) references matters (county, id)
);
comment on table reporters is 'How to reach who reported: name and telephone sealed with AES-256-GCM, the tracking code as a keyed hash. Purpose: to answer them. Nothing else is kept.';

create table photos (
  county     char(6)     not null references counties (code),
  id         uuid        not null,
  matter_id  uuid,
  version    integer,
  width      integer     not null,
  height     integer     not null,
  bytes      integer     not null,
  by_person  uuid,
  at         timestamptz not null,
  primary key (county, id),
  foreign key (county, matter_id) references matters (county, id)
);
comment on table photos is 'Re-encoded pictures in the data folder, named by id. matter_id and version say which event shows it; null until one does.';
create index photos_by_matter on photos (county, matter_id) where matter_id is not null;
create index photos_loose on photos (county, at) where matter_id is null;
