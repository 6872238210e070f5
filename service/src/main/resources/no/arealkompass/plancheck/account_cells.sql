-- The zones of the account set against one theme: square metres by municipality, code, status and class. The ground of a
-- chip counts for the first class that holds it. class 0 = inside the coverage, nothing there; -1 = not covered.
--   :layers, :ranks  int[]  layer.id of dissolved polygons, and the place of its class, from 1
--   :overlapping  whether the layers share ground anywhere (account_overlapping.sql): it costs a union per chip to ask
--   :version   dataset_version.id; null = no data
--   :complete  ground without an object is not covered, wherever it is
with met as materialized (
  select c.id, l.rank,
    case when st_coveredby(c.geom, p.geom) then c.geom else st_collectionextract(st_intersection(c.geom, p.geom), 3) end as geom
  from account_chip c
  join piece p on p.layer_id = any (cast(:layers as int[])) and st_intersects(c.geom, p.geom)
  join unnest(cast(:layers as int[]), cast(:ranks as int[])) l (layer, rank) on l.layer = p.layer_id
  where c.kind in ('now', 'excess')
), part as materialized (
  select id, rank, sum(st_area(geom)) as area, st_collect(geom) as geom
  from met where st_area(geom) > 0 group by id, rank
), found as materialized (
  select id, sum(area) as added,
    case when cast(:overlapping as boolean) then st_area(st_unaryunion(st_collect(geom))) else sum(area) end as held
  from part group by id
), counted as (
  select p.id, p.rank, p.area from part p join found f using (id) where f.added - f.held <= 1e-4
  union all
  select id, rank, upto - coalesce(lag(upto) over (partition by id order by rank), 0)
  from (
    select p.id, p.rank, (select st_area(st_unaryunion(st_collect(q.geom))) from part q where q.id = p.id and q.rank <= p.rank) as upto
    from part p join found f using (id) where f.added - f.held > 1e-4
  ) overlapping
), rest as materialized (
  select c.id, c.area - coalesce(f.held, 0) as area,
    case
      when cast(:complete as boolean) or v.id is null then c.area - coalesce(f.held, 0)
      when st_covers(v.coverage, c.geom) then 0
      else st_area(st_difference(st_difference(c.geom, v.coverage),
        coalesce((select st_unaryunion(st_collect(p.geom)) from part p where p.id = c.id), st_geomfromtext('POLYGON EMPTY', st_srid(c.geom)))))
    end as unseen
  from account_chip c left join found f using (id) left join dataset_version v on v.id = cast(:version as bigint)
  where c.kind in ('now', 'excess')
), cell as (
  select id, rank, area from counted
  union all
  select id, -1, unseen from rest where unseen <> 0
  union all
  select id, 0, area - unseen from rest where not cast(:complete as boolean) and area - unseen <> 0
)
select c.kind = 'excess' as excess, c.municipality, z.code, z.status, cell.rank as class, sum(cell.area) as area
from cell join account_chip c using (id) join account_zone z on z.no = c.zone
group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5;
