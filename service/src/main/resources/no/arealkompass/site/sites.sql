-- Versions of sites with their parts and the newest confirmation there was before the next version (or before :until).
-- Ends in an open WHERE, so that each question adds its own conditions.
-- :until  moment before which a confirmation must have been entered; 'infinity' for now
select s.*, i.created_at, st_area(s.footprint) area_m2, p.x, p.y, st_xmin(b.box) west, st_ymin(b.box) south,
  st_xmax(b.box) east, st_ymax(b.box) north, coalesce(parts.list, '[]') parts,
  c.confirmed_by, c.confirmed_on, c.note confirmed_note, c.version confirmed_version
from %s s
join site i on i.id = s.site_id
cross join lateral (select st_transform(s.footprint, 4326) g) g
cross join lateral (select st_x(st_pointonsurface(g.g)) x, st_y(st_pointonsurface(g.g)) y) p
cross join lateral (select box2d(g.g) box) b
left join lateral (
  select jsonb_agg(jsonb_build_object('id', part_id, 'kind', kind, 'name', name, 'status', status,
    'areaM2', st_area(footprint), 'facts', facts) order by place) list
  from site_part where site_version_id = s.id) parts on true
left join lateral (
  select * from site_confirmation c
  where c.site_id = s.site_id and c.at < least(cast(:until as timestamptz),
    (select n.at from site_version n where n.site_id = s.site_id and n.version = s.version + 1))
  order by confirmed_on desc, id desc limit 1) c on true
where true
