-- A bulletin or a clue points at what came of it, as a record of a village day does.
alter table bulletins add column matter_id uuid;
alter table bulletins add column dispute_id uuid;
alter table bulletins add foreign key (county, matter_id) references matters (county, id);
alter table bulletins add foreign key (county, dispute_id) references disputes (county, id);

alter table clues add column matter_id uuid;
alter table clues add column dispute_id uuid;
alter table clues add foreign key (county, matter_id) references matters (county, id);
alter table clues add foreign key (county, dispute_id) references disputes (county, id);
