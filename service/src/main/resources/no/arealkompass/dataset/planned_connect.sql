-- Joins the open ends of a planned road to the nearest road that is driven, by a straight line of the class of the
-- planned road and without its speed. Ends that meet another part of the same road are no open ends.
--   :work its id, :class; :classes that it may be joined to, :driven all that are driven; :joinM metres within which roads meet by themselves;
--   :withinM as far as a joining line may reach
-- Answers one row per open end: longitude, latitude, metres to the nearest road (null: none at all), and whether it is
-- joined now.
with part as (
  select d.geom from planned_layer l cross join lateral st_dump(l.geom) d where l.object_id = 'planned-' || :work
), open as (
  select e.geom from part cross join lateral (values (st_startpoint(part.geom)), (st_endpoint(part.geom))) e (geom)
  group by e.geom having count(*) = 1
), met as materialized (
  select o.geom, n.place, n.metres
  from open o left join lateral (
    select st_closestpoint(l.geom, o.geom) as place, l.geom <-> o.geom as metres
    from planned_layer l
    where l.object_id not in ('planned-' || :work, 'planned-' || :work || '-join')
      and (l.class = any (cast(:classes as text[]))
           or l.class = any (cast(:driven as text[])) and st_dwithin(l.geom, o.geom, :joinM))
    order by l.geom <-> o.geom limit 1
  ) n on true
), joined as (
  insert into planned_layer (class, object_id, properties, geom)
  select :class, 'planned-' || :work || '-join', '{}', st_multi(st_makeline(geom, place))
  from met where metres > :joinM and metres <= :withinM
)
select st_x(st_transform(geom, 4326)) as longitude, st_y(st_transform(geom, 4326)) as latitude, metres,
       coalesce(metres <= :withinM or metres <= :joinM, false) as joined
from met order by st_x(geom), st_y(geom)
