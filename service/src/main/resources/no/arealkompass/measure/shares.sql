-- Share by area of each site in each municipality, stored once per version of the municipalities.
-- A neighbour that only shares a border has no share.
-- :sites    bigint[]  site_version.id
-- :version  dataset_version.id of the municipalities
insert into municipality_share (site_version_id, dataset_version_id, municipality, share)
select s.id, :version, f.properties ->> 'kommunenummer', least(1, sum(st_area(st_intersection(p.geom, s.footprint))) / st_area(s.footprint))
from site_version s
join (select distinct unnest(cast(:sites as bigint[])) as id) asked on asked.id = s.id
cross join layer l
join piece p on p.layer_id = l.id and st_intersects(s.footprint, p.geom)
join feature f on f.id = p.feature_id
where l.dataset_version_id = :version and l.each
group by s.id, f.properties ->> 'kommunenummer'
having sum(st_area(st_intersection(p.geom, s.footprint))) > 1e-9 * st_area(s.footprint)
on conflict do nothing;
