-- For each change the ground before and after, each counted once, m², and the ground that changed, in CRS84.
--   :changes, :nos  int[]  which zones belong to which change; :whole int[] changes whose whole ground changed, not only
--   that which came and went; :points  a shape with more than so many points is simplified to 2 m
with ground as materialized (
  select m.change, st_union(z.geom) filter (where not z.after) as before, st_union(z.geom) filter (where z.after) as after
  from unnest(cast(:changes as int[]), cast(:nos as int[])) m (change, no) join difference_zone z using (no)
  group by m.change
), moved as materialized (
  select g.change, coalesce(st_area(g.before), 0) as before, coalesce(st_area(g.after), 0) as after,
    case when g.before is null then g.after when g.after is null then st_geomfromtext('POLYGON EMPTY', st_srid(g.before))
         else st_difference(g.after, g.before) end as came,
    case when g.after is null then g.before when g.before is null then st_geomfromtext('POLYGON EMPTY', st_srid(g.after))
         else st_difference(g.before, g.after) end as went,
    coalesce(g.after, g.before) as whole
  from ground g
), shown as (
  select *, st_collectionextract(case when change = any (cast(:whole as int[])) then whole else st_union(came, went) end, 3) as changed
  from moved
), place as (
  select *, st_transform(st_pointonsurface(case when st_isempty(changed) then whole else changed end), 4326) as point,
    st_npoints(changed) > :points as simplified
  from shown
)
select change, before, after, st_area(came) as came, st_area(went) as went, st_x(point) as longitude, st_y(point) as latitude,
  simplified, st_asgeojson(st_transform(case when simplified then st_simplifypreservetopology(changed, 2) else changed end, 4326), 7) as geometry
from place order by change;
