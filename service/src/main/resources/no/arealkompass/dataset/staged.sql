-- Where the objects of one layer wait, in the file's own CRS, until it is known whether the file can be used.
drop table if exists pg_temp.staged, pg_temp.invalid, pg_temp.placed, pg_temp.found;
create temporary table staged (
  no         int primary key,       -- running number in the file, from 1
  object_id  text,
  class      text not null,
  properties jsonb not null,
  geom       geometry,
  faults     jsonb not null         -- what reading found: [{code, args, x, y}]
) on commit drop
