-- What stands in a village to keep it safe: plain rows, each with the day on which somebody last saw it.
create table village_facilities (
  county    char(6)     not null references counties (code),
  id        uuid        not null,
  village   varchar(12) collate "C" not null,
  kind      varchar(20) not null,
  spot      varchar(60) not null,
  count     integer     not null check (count > 0),
  works     boolean     not null,
  seen_on   date        not null,
  by_person uuid        not null,
  ended_on  date,
  primary key (county, id),
  foreign key (county, village) references places (county, code),
  foreign key (county, by_person) references people (county, id)
);
comment on table village_facilities is 'Police rooms, cameras, loudspeakers, fire gear, notice walls of a village (modules/beats/dossier/facility.ts): how many, where, whether they work, and who saw them when.';
create index village_facilities_by_village on village_facilities (county, village);

-- A prevention team stands since it was first helped: looked for in all years.
create index beat_records_help on beat_records (county, village) where facts ->> 'kind' = 'help' and voided is null;
