-- A bulletin or a clue points at what came of it, as a record of a village day does.
alter table bulletins add column matter_id uuid;
alter table bulletins add column dispute_id uuid;
alter table bulletins add foreign key (county, matter_id) references matters (county, id);
alter table bulletins add foreign key (county, dispute_id) references disputes (county, id);

alter table clues add column matter_id uuid;
alter table clues add column dispute_id uuid;
alter table clues add foreign key (county, matter_id) references matters (county, id);
alter table clues add foreign key (county, dispute_id) references disputes (county, id);

-- A clue goes to a department of the county, or to the station or judicial office of the village's town.
alter table clues drop constraint clues_county_unit_fkey;
comment on column clues.unit is 'A department''s code, or station (派出所) or judicial (司法所) of the village''s town.';
