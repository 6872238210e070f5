-- Carves one correction out of the layer being corrected: inside its area the layer says what the correction says, and
-- nothing else. Run once per standing correction, in the order they were registered: a later one counts over an earlier.
-- :correction  correction.id
-- :property    the dataset's class property; '' when it has none
with gone as (
  delete from corrected c using correction k
  where k.id = :correction and c.geom && k.area
    and case when st_dimension(c.geom) = 0 then st_intersects(c.geom, k.area) else st_coveredby(c.geom, k.area) end
), cut as (
  update corrected c
  set geom = st_multi(st_collectionextract(st_difference(c.geom, k.area), st_dimension(c.geom) + 1))
  from correction k
  where k.id = :correction and c.geom && k.area and st_dimension(c.geom) > 0
    and st_intersects(c.geom, k.area) and not st_coveredby(c.geom, k.area)
)
insert into corrected (no, class, object_id, properties, geom)
select (select coalesce(max(no), 0) + 1 from corrected), class, 'rettelse-' || id,
       case when :property = '' then '{}'::jsonb else jsonb_build_object(:property, class) end, area
from correction where id = :correction and kind = 'PRESENT'
