-- Places that change: what was decided, what came of it, the names before, and the notice boards that hang meanwhile.
create table place_changes (
  county    char(6)      not null references counties (code),
  id        uuid         not null,
  plan      jsonb        not null,
  day       date         not null,
  turn      integer      not null,
  reason    varchar(300) not null,
  document  varchar(100),
  state     varchar(10)  not null check (state in ('planned', 'done', 'cancelled', 'failed')),
  asked_by  uuid         not null,
  asked_at  timestamptz  not null,
  ended_by  uuid,
  ended_at  timestamptz,
  facts     jsonb        not null,
  primary key (county, id),
  foreign key (county, asked_by) references people (county, id),
  check ((state = 'planned') = (ended_at is null))
);
comment on table place_changes is 'Decisions about places: rename, merge, split, move, abolish, found. facts: what moved when it was done, or why it could not be done.';
comment on column place_changes.turn is 'The order among those of one day that were decided together.';
create index place_changes_by_day on place_changes (county, state, day, asked_at, turn);

create table place_successors (
  county    char(6)     not null references counties (code),
  place     varchar(18) collate "C" not null,
  successor varchar(18) collate "C" not null,
  day       date        not null,
  sort      integer     not null,
  change_id uuid        not null,
  primary key (county, place, successor),
  foreign key (county, place) references places (county, code),
  foreign key (county, successor) references places (county, code),
  foreign key (county, change_id) references place_changes (county, id),
  check (place <> successor)
);
comment on table place_successors is 'What became of a place, through all later changes: where a successor ended too, its own successors stand here as well. sort 0 is the one that took the work and the people.';
create index place_successors_by_successor on place_successors (county, successor);

create table place_names (
  county    char(6)      not null references counties (code),
  place     varchar(18)  collate "C" not null,
  until     date         not null,
  name      varchar(100) not null,
  change_id uuid,
  primary key (county, place, until, name),
  foreign key (county, place) references places (county, code),
  foreign key (county, change_id) references place_changes (county, id)
);
comment on table place_names is 'What a place was called before; until is the first day of the next name. change_id is null where a corrected file brought it.';
create index place_names_by_name on place_names using gin (name gin_trgm_ops);

create table boards (
  county      char(6)     not null references counties (code),
  lane        varchar(18) collate "C" not null,
  issued      date,
  fingerprint varchar(64),
  issued_by   uuid,
  stale_since date,
  why         varchar(20) check (why in ('new', 'rename', 'place', 'chief', 'officer', 'telephone')),
  primary key (county, lane),
  foreign key (county, lane) references places (county, code),
  foreign key (county, issued_by) references people (county, id),
  check ((stale_since is null) = (why is null)),
  check ((issued is null) = (fingerprint is null)),
  check (issued is not null or stale_since is not null)
);
comment on table boards is 'The notice board on the wall of a lane: when it was printed and from what, and since when what it says is no longer true.';
create index boards_stale on boards (county, lane) where stale_since is not null;
