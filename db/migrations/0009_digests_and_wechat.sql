-- Many notices at once become one, and people are told by WeChat.
alter table notices add column count integer check (count > 0);
comment on column notices.count is 'How many matters it stands for, where many happened at once: its texts get the number when they are read. Null: one.';

alter table notice_templates add column wechat varchar(64);
alter table notice_templates add column wechat_fields jsonb not null default '[]';
comment on table notice_templates is 'What is said, with gaps like {number}. outside: the template''s code at the SMS provider; wechat: at WeChat, with its fields and what goes into each.';

alter table deliveries add column reference varchar(40);
comment on column deliveries.reference is 'What the provider calls it, where it says later what became of it: WeChat''s MsgID.';
create index deliveries_by_reference on deliveries (county, reference) where reference is not null;

create table wechat_readers (
  county     char(6)     not null references counties (code),
  person_id  uuid        not null,
  openid     bytea       not null,
  openid_key bytea       not null,
  bound_at   timestamptz not null,
  primary key (county, person_id),
  foreign key (county, person_id) references people (county, id)
);
comment on table wechat_readers is 'Staff who are told by WeChat too. openid: sealed; openid_key: keyed hash, by which whoever stops following is found.';
create index wechat_readers_by_openid on wechat_readers (county, openid_key);

alter table reporters add column openid bytea;
alter table reporters add column openid_key bytea;
comment on column reporters.openid is 'A resident who wants to hear of it by WeChat: sealed like the telephone number, and forgotten with it. openid_key: keyed hash.';
create index reporters_by_openid on reporters (county, openid_key) where openid_key is not null;
drop index reporters_kept;
create index reporters_kept on reporters (county, joined_at) where name is not null or phone is not null or openid is not null;

create table wechat_codes (
  county      char(6)     not null references counties (code),
  code_key    bytea       not null,
  person_id   uuid,
  matter_id   uuid,
  reporter_id uuid,
  expires_at  timestamptz not null,
  primary key (county, code_key),
  check ((person_id is null) = (reporter_id is not null)),
  check ((matter_id is null) = (reporter_id is null))
);
comment on table wechat_codes is 'One-time codes, as keyed hashes, that somebody sends to the official account to be told by WeChat. Ten minutes.';
create index wechat_codes_by_end on wechat_codes (expires_at);

create table wechat_heard (
  county  char(6)      not null references counties (code),
  message bytea        not null,
  reply   varchar(600),
  at      timestamptz  not null,
  primary key (county, message)
);
comment on table wechat_heard is 'Messages that the official account got, as keyed hashes, with the answer: WeChat asks up to three times. Kept for a day.';
create index wechat_heard_by_time on wechat_heard (at);
