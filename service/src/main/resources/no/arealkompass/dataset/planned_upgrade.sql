-- Changes what exists along a planned line, or everywhere: inside the corridor the objects of some classes get another
-- class and further properties, outside it they stay as they are. A line is cut where it leaves the corridor.
--   :work its id; :classes whose objects are changed, empty = all; :class the new one, empty = as before; :properties
--   added; :wkb in the storage CRS, null = everywhere; :withinM half the width of the corridor; :storage
-- Answers how many metres of lines were changed, and how many objects.
with corridor as (
  select st_buffer(st_geomfromwkb(cast(:wkb as bytea), cast(:storage as int)), :withinM) as geom
), cut as materialized (
  select l.no, l.class, l.object_id, l.properties,
         case when c.geom is null then l.geom
              else st_collectionextract(st_intersection(l.geom, c.geom), st_dimension(l.geom) + 1) end as inside,
         case when c.geom is not null
              then st_collectionextract(st_difference(l.geom, c.geom), st_dimension(l.geom) + 1) end as outside
  from planned_layer l cross join corridor c
  where (cardinality(cast(:classes as text[])) = 0 or l.class = any (cast(:classes as text[])))
    and (c.geom is null or st_intersects(l.geom, c.geom))
), gone as (
  delete from planned_layer where no in (select no from cut where not st_isempty(inside)) returning no
), kept as (
  insert into planned_layer (class, object_id, properties, geom)
  select class, object_id, properties, st_multi(outside) from cut
  where not st_isempty(inside) and outside is not null and not st_isempty(outside) order by no
), made as (
  insert into planned_layer (class, object_id, properties, geom)
  select coalesce(nullif(cast(:class as text), ''), class), object_id || '-planned-' || :work,
         properties || cast(:properties as jsonb), case when st_dimension(inside) = 0 then inside else st_multi(inside) end
  from cut where not st_isempty(inside) order by no
  returning geom
)
select coalesce(sum(st_length(geom)), 0) as metres, count(*) as objects from made
