-- Committees: when they were elected, and what the law asks about their members beside the posts they hold.
create table committees (
  county     char(6)     not null references counties (code),
  place      varchar(18) collate "C" not null,
  elected_on date        not null,
  changed_by uuid        not null,
  changed_at timestamptz not null,
  primary key (county, place),
  foreign key (county, place) references places (county, code),
  foreign key (county, changed_by) references people (county, id)
);
comment on table committees is 'Mediation committees of villages and towns: the day on which each was last elected. Who sits on one are the posts of mediator, head of mediation and judicial officer at its place.';

create table committee_members (
  county     char(6) not null references counties (code),
  place      varchar(18) collate "C" not null,
  person_id  uuid    not null,
  is_woman   boolean not null,
  elected_on date,
  primary key (county, place, person_id),
  foreign key (county, place) references committees (county, place),
  foreign key (county, person_id) references people (county, id)
);
comment on table committee_members is 'What the register says of a member: whether a woman (人民调解法 art. 8 asks for at least one), and the day of a by-election. Nothing else is kept.';
