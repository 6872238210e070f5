-- Where the objects of one file wait, in the file's own CRS, until it is known whether the file can be used.
create temporary table staged (
  no         int primary key,       -- running number in the file, from 1
  object_id  text,
  class      text not null,
  properties jsonb not null,
  geom       geometry,
  faults     jsonb not null         -- what reading found: [{code, args}]
) on commit drop
