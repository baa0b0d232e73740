-- The people's-mediation file, its numbers, and who the parties are.
create table disputes (
  county        char(6)       not null references counties (code),
  id            uuid          not null,
  committee     varchar(18)   collate "C" not null,
  place         varchar(18)   collate "C" not null,
  year          integer       not null,
  serial        integer       not null,
  source        varchar(20)   not null,
  matter_id     uuid,
  type          varchar(4)    collate "C" not null,
  national_type varchar(30)   not null,
  scale         char(2)       not null,
  occurred_on   date          not null,
  involved      integer       not null,
  fen           bigint,
  is_difficult  boolean       not null,
  status        varchar(20)   not null check (status in
    ('registered', 'mediating', 'agreed', 'performing', 'performed', 'failed', 'declined', 'withdrawn', 'closed', 'archived')),
  registered_at timestamptz   not null,
  registered_by uuid          not null,
  mediators     uuid[]        not null,
  offices       jsonb         not null,
  accepted_on   date,
  settle_by     date,
  prevent_by    timestamptz,
  ended_on      date,
  closed_on     date,
  allowance     jsonb,
  next_at       timestamptz,
  file          jsonb         not null,
  version       integer       not null,
  primary key (county, id),
  unique (county, committee, year, serial),
  foreign key (county, committee) references places (county, code),
  foreign key (county, place) references places (county, code),
  foreign key (county, registered_by) references people (county, id),
  foreign key (county, matter_id) references matters (county, id)
);
comment on table disputes is 'Each row is its events, folded. file: what nobody asks the database for (modules/disputes/dispute.ts). Opened only by its mediators, its committee''s head and the offices it was referred up to.';
create index disputes_by_committee on disputes (county, committee, registered_at desc, id desc);
create index disputes_by_mediator on disputes using gin (mediators);
create index disputes_by_office on disputes using gin (offices jsonb_path_ops) where offices <> '[]';
create index disputes_next on disputes (county, next_at, id) where next_at is not null;
create index disputes_by_time on disputes (county, registered_at);
create unique index disputes_by_matter on disputes (county, matter_id) where matter_id is not null;
create index disputes_claims on disputes (county, committee) where allowance is not null;

create table dispute_serials (
  county    char(6)     not null references counties (code),
  committee varchar(18) collate "C" not null,
  year      integer     not null,
  last      integer     not null,
  primary key (county, committee, year),
  foreign key (county, committee) references places (county, code)
);
comment on table dispute_serials is 'The last file number given in a year by each committee: a file''s number has no gaps and is given once.';

create table dispute_identities (
  county     char(6) not null references counties (code),
  dispute_id uuid    not null,
  id         uuid    not null,
  identity   bytea   not null,
  tracking   bytea,
  primary key (county, dispute_id, id),
  unique (county, tracking),
  foreign key (county, dispute_id) references disputes (county, id)
);
comment on table dispute_identities is 'Who the parties, those who speak for them and the guests of a file are: sealed with AES-256-GCM. tracking: keyed hash of the code with which a party looks at what was agreed. Purpose: the mediation and its dossier.';

create table dispute_types (
  county        char(6)     not null references counties (code),
  code          varchar(4)  collate "C" not null,
  national_type varchar(30) not null,
  primary key (county, code)
);
comment on table dispute_types is 'Where a county sets beside a type of GB/T 31000-2015 another national type than modules/disputes/codes does.';

create table dispute_allowances (
  county   char(6) not null references counties (code),
  settings jsonb   not null,
  primary key (county)
);
comment on table dispute_allowances is 'The county''s table of allowances by case (modules/disputes/rules/allowance.ts).';

alter table photos add column dispute_id uuid;
alter table photos add foreign key (county, dispute_id) references disputes (county, id);
create index photos_by_dispute on photos (county, dispute_id) where dispute_id is not null;
comment on table photos is 'Re-encoded pictures in the data folder, named by id. matter_id or dispute_id and version say which event shows it; both null until one does.';

alter table matters add column dispute_id uuid;
comment on column matters.dispute_id is 'The mediation file it went on in; it follows that file''s outcome.';

alter table notices add column dispute_id uuid;
alter table notices add foreign key (county, dispute_id) references disputes (county, id);

alter table deliveries add column dispute_id uuid;
alter table deliveries add foreign key (county, dispute_id) references disputes (county, id);
comment on column deliveries.dispute_id is 'The mediation file it is about; a party''s telephone number is looked up there when it is sent.';
