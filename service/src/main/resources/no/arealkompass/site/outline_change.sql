-- The outline of a site version beside a delivered one: whether they are the same to the millimetre, and what differs.
-- Programs turn rings round and begin them elsewhere; that moves nothing, and so it is no change.
-- :feature  feature.id; :version  site_version.id
select o.same, round(cast(st_area(o.old) / 1000 as numeric), 2) as before_daa, round(cast(st_area(o.new) / 1000 as numeric), 2) as after_daa,
  case when o.same then 0 else round(cast(st_area(st_symdifference(o.old, o.new)) / 1000 as numeric), 2) end as moved_daa,
  st_asgeojson(st_transform(o.old, 4326), 6) as before, st_asgeojson(st_transform(o.new, 4326), 6) as after
from (
  select v.footprint as old, st_multi(f.geom) as new,
    case when same_shape(v.footprint, st_multi(f.geom)) then true
      else st_hausdorffdistance(v.footprint, f.geom) <= 0.001
        and abs(st_area(v.footprint) - st_area(f.geom)) <= 0.001 * st_perimeter(v.footprint) end as same
  from site_version v, feature f where v.id = :version and f.id = :feature
) o
