-- Clocks that act, applications and orders, restricted paths, duplicates.
alter table categories add column is_restricted boolean not null default false;
alter table categories add column ladder varchar(30)[] not null
  default '{lane_chief,grid_worker,village_official,township_officer,department_officer,centre_officer}';
alter table categories add column near_metres integer not null default 100 check (near_metres between 0 and 5000);
alter table categories add column near_days integer not null default 30 check (near_days between 0 and 365);
comment on column categories.ladder is 'The roles whose seats a matter may stand with: how deep the ladder is, and who is on it.';
comment on column categories.is_restricted is 'Only the roles on the ladder ever see it.';
update categories set ladder = '{department_officer,centre_officer}' where goes_around;
update categories set is_restricted = true, ladder = '{police_officer,township_officer,department_officer,centre_officer}' where code in ('0107', '1007');

alter table matters drop constraint matters_status_check;
alter table matters drop constraint matters_check;
alter table matters add column seen_by varchar(30)[];
alter table matters add column remind_at timestamptz;
alter table matters add column is_overdue boolean not null default false;
alter table matters add column late_since timestamptz;
alter table matters add column late_at timestamptz;
alter table matters add column next_at timestamptz;
alter table matters add column pause jsonb;
alter table matters add column application jsonb;
alter table matters add column orders jsonb not null default '[]';
alter table matters add column duplicate_of uuid;
alter table matters add column police_told_at timestamptz;
alter table matters add column joined integer not null default 0;
update matters set late_at = due_by, next_at = coalesce(due_by, silence_at);
update matters set seen_by = '{police_officer,township_officer,department_officer,centre_officer}' where category in ('0107', '1007');
alter table matters alter column is_overdue drop default, alter column orders drop default, alter column joined drop default;
alter table matters add constraint matters_status_check check
  (status in ('waiting', 'working', 'suspended', 'settled', 'closed', 'refused', 'withdrawn', 'voided', 'linked'));
alter table matters add constraint matters_due_check check
  ((due_by is not null) = (status in ('waiting', 'working', 'suspended')) and (due_by is null) = (late_at is null));
alter table matters add constraint matters_pause_check check ((pause is not null) = (status in ('suspended', 'linked')));
alter table matters add constraint matters_duplicate_check check ((duplicate_of is not null) = (status = 'linked'));
alter table matters add foreign key (county, duplicate_of) references matters (county, id);
comment on column matters.late_at is 'What open work is sorted by: when it was first late, or will be.';
comment on column matters.next_at is 'When the clock has to look at it next.';
comment on column matters.seen_by is 'The only roles that see it; null on an ordinary path.';

-- What is open, first late first. One index a level, because equality keeps the order where a prefix range would not.
drop index matters_todo, matters_open_county, matters_open_town, matters_open_village, matters_open_place, matters_silent;
create index matters_todo on matters (county, holder_place, holder_role, late_at, id) where late_at is not null;
create index matters_open_county on matters (county, late_at, id) where late_at is not null;
create index matters_open_town on matters (county, left(place, 9), late_at, id) where late_at is not null;
create index matters_open_village on matters (county, left(place, 12), late_at, id) where late_at is not null;
create index matters_open_place on matters (county, place, late_at, id) where late_at is not null;
create index matters_next on matters (county, next_at, id) where next_at is not null;
create index matters_applied on matters (county, (application -> 'decider' ->> 'place'), late_at, id) where application is not null;
create index matters_ordered on matters (county, holder_place, late_at, id) where orders <> '[]';
create index matters_duplicates on matters (county, duplicate_of) where duplicate_of is not null;

-- Several people can stand behind one matter, each with a code of their own.
alter table reporters drop constraint reporters_pkey;
alter table reporters add column id uuid;
alter table reporters add column joined_at timestamptz;
update reporters set id = matter_id,
  joined_at = (select reported_at from matters where matters.county = reporters.county and matters.id = reporters.matter_id);
alter table reporters alter column id set not null, alter column joined_at set not null;
alter table reporters add primary key (county, matter_id, id);
comment on column reporters.id is 'The matter''s own id for who reported it first; a new one for everybody who joined.';

-- Whose business it is to tell about an event: false until the notices about it are made.
alter table events add column is_told boolean not null default true;
alter table events alter column is_told set default false;
create index events_untold on events (county, at) where not is_told;

-- Who has seen an emergency, and when.
create table sightings (
  county    char(6)     not null references counties (code),
  matter_id uuid        not null,
  person_id uuid        not null,
  at        timestamptz not null,
  primary key (county, matter_id, person_id),
  foreign key (county, matter_id) references matters (county, id),
  foreign key (county, person_id) references people (county, id)
);
comment on table sightings is 'The first time each person opened an emergency: shown in its file.';

-- What has been through somebody's hands. Reports are not in it: they come in crowds, and whose they are stands in the matter.
create index events_by_person on events (county, by_person, at desc) where by_person is not null and type <> 'reported';
