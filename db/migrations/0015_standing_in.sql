-- Whoever stands in for somebody on leave holds the post for those days in place of them, and it says so.
alter table posts add column instead_of uuid;
alter table posts add foreign key (county, instead_of) references people (county, id);
comment on column posts.instead_of is 'Who is on leave meanwhile; null for somebody''s own post.';
update posts set instead_of = leaves.person from leaves
  where leaves.county = posts.county and leaves.substitute = posts.person_id and leaves.village = posts.place and leaves."from" = posts.since
    and posts.until = leaves."to" + 1;
