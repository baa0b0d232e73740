-- Notices to people: who is told of what on which channel, and what became of it.
alter table counties add column quiet_from integer not null default 1290 check (quiet_from between 0 and 1439);
alter table counties add column quiet_until integer not null default 450 check (quiet_until between 0 and 1439);
comment on column counties.quiet_from is 'Minutes after midnight, county time: from then until quiet_until only what is urgent is sent outside.';

create table notice_templates (
  county   char(6)      not null references counties (code),
  code     varchar(30)  not null,
  title    varchar(60)  not null,
  title_en varchar(100) not null,
  body     varchar(300) not null,
  body_en  varchar(300) not null,
  outside  varchar(64),
  primary key (county, code)
);
comment on table notice_templates is 'What is said, with gaps like {number}. outside: the template''s code at the SMS or WeChat provider.';

create table notice_routes (
  county         char(6)     not null references counties (code),
  event          varchar(30) not null,
  audience       varchar(20) not null,
  channel        varchar(10) not null,
  template       varchar(30) not null,
  is_on          boolean     not null,
  only_emergency boolean     not null,
  primary key (county, event, audience, channel),
  foreign key (county, template) references notice_templates (county, code)
);
comment on table notice_routes is 'The routing table: event x audience x channel x template.';

create table notices (
  county    char(6)      not null references counties (code),
  id        uuid         not null,
  person_id uuid         not null,
  matter_id uuid,
  event     varchar(30)  not null,
  title     varchar(100) not null,
  title_en  varchar(150) not null,
  body      varchar(500) not null,
  body_en   varchar(500) not null,
  is_urgent boolean      not null,
  at        timestamptz  not null,
  read_at   timestamptz,
  primary key (county, id),
  foreign key (county, person_id) references people (county, id),
  foreign key (county, matter_id) references matters (county, id)
);
comment on table notices is 'Each person''s inbox: what they were told in the app, in both languages.';
create index notices_by_person on notices (county, person_id, at desc, id desc);
create index notices_unread on notices (county, person_id) where read_at is null;

create table robots (
  county   char(6)     not null references counties (code),
  id       uuid        not null,
  channel  varchar(10) not null check (channel in ('wecom', 'dingtalk')),
  name     varchar(60) not null,
  place    varchar(18) collate "C" not null,
  settings bytea       not null,
  is_on    boolean     not null,
  primary key (county, id),
  foreign key (county, place) references places (county, code)
);
comment on table robots is 'Group robots, each of a place; its address and secret are sealed.';

create table notice_channels (
  county   char(6)     not null references counties (code),
  channel  varchar(10) not null,
  driver   varchar(20) not null,
  settings bytea,
  primary key (county, channel)
);
comment on table notice_channels is 'Which driver sends on a channel; its keys are sealed. Without a row: the log.';

create table push_subscriptions (
  county     char(6)       not null references counties (code),
  id         uuid          not null,
  person_id  uuid          not null,
  endpoint   varchar(1000) not null,
  keys       bytea         not null,
  created_at timestamptz   not null,
  primary key (county, id),
  unique (county, endpoint),
  foreign key (county, person_id) references people (county, id)
);
comment on table push_subscriptions is 'Phones and browsers that asked to be told by web push; the keys are sealed.';
create index push_subscriptions_by_person on push_subscriptions (county, person_id);

create table deliveries (
  county      char(6)      not null references counties (code),
  id          uuid         not null,
  channel     varchar(10)  not null,
  event       varchar(30)  not null,
  audience    varchar(20)  not null,
  template    varchar(30)  not null,
  matter_id   uuid,
  person_id   uuid,
  reporter_id uuid,
  robot_id    uuid,
  address     bytea,
  title       varchar(100) not null,
  body        varchar(500) not null,
  facts       jsonb        not null,
  is_urgent   boolean      not null,
  status      varchar(10)  not null check (status in ('waiting', 'sent', 'logged', 'failed')),
  attempts    integer      not null,
  next_at     timestamptz,
  sent_at     timestamptz,
  error       varchar(200),
  at          timestamptz  not null,
  primary key (county, id),
  foreign key (county, matter_id) references matters (county, id),
  foreign key (county, person_id) references people (county, id),
  foreign key (county, robot_id) references robots (county, id),
  check ((next_at is not null) = (status = 'waiting'))
);
comment on table deliveries is 'Everything that leaves the house, and its fate. address: a resident''s telephone number, sealed; a person''s is looked up when it is sent.';
create index deliveries_due on deliveries (county, next_at) where next_at is not null;
create index deliveries_by_time on deliveries (county, at desc, id desc);
create index deliveries_by_matter on deliveries (county, matter_id, at) where matter_id is not null;

create table installation (
  name  varchar(30) primary key,
  value bytea       not null
);
comment on table installation is 'Local: what belongs to the whole installation, sealed: the keys of web push.';
