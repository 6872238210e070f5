-- How far each site lies from each of some corrections: 0 when it touches the corrected ground. Farther than :within has
-- no row. Asked only for versions that hold corrections, which are few.
-- :sites        bigint[]  site_version.id
-- :corrections  bigint[]  correction.id
-- :within       metres
select s.id, c.id as correction, st_distance(s.footprint, c.area) as metres
from site_version s
join (select distinct unnest(cast(:sites as bigint[])) as id) asked on asked.id = s.id
join correction c on c.id = any (cast(:corrections as bigint[])) and st_dwithin(s.footprint, c.area, :within)
order by s.id, metres, c.id;
