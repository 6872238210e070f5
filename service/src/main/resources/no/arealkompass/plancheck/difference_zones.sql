-- The purpose zones on the ground of two versions of a plan, cut into small chips. kept: the very same zone is in both, with
-- the same shape, code and status; such zones are not cut with each other again.
--   :before, :after  plan_version.id
create temporary table difference_zone on commit drop as
  select cast(row_number() over (order by z.plan_version_id <> :before, z.id) as int) as no, z.plan_version_id <> :before as after,
    z.zone_id, z.code, coalesce(z.use_status, '') as status, z.name, z.footprint as geom
  from plan_zone z
  where z.plan_version_id in (:before, :after) and z.kind = 'PURPOSE' and z.vertical_level = 2;
create temporary table difference_kept on commit drop as
  select b.no as before, a.no as after
  from difference_zone b join difference_zone a using (zone_id, code, status, name)
  where not b.after and a.after and a.geom = b.geom;
create temporary table difference_chip on commit drop as
  select z.no, z.after, k.before is not null as kept, c.geom
  from difference_zone z
  left join difference_kept k on z.no in (k.before, k.after)
  cross join lateral st_subdivide(z.geom, 128) c (geom);
create index on difference_chip using gist (geom);
analyze difference_zone, difference_kept, difference_chip;
