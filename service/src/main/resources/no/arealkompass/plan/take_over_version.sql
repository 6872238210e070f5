-- A plan version from a draft; its outline is the union of the delivered areas named in :outline (bigint[]).
insert into plan_version (plan_id, version, name, level, type_code, stage, status_code, in_force_from, in_force_to, decided_on,
  announced_on, sender, notes, outline, outline_stated, dataset_version_id, by)
select :plan, (select coalesce(max(v.version), 0) + 1 from plan_version v where v.plan_id = :plan), :name, :level, :type, :stage,
  :status, cast(:inForceFrom as date), cast(:inForceTo as date), cast(:decidedOn as date), cast(:announcedOn as date), :sender,
  cast(:notes as jsonb), st_multi(st_union(st_collectionextract(f.geom, 3))), :stated, :delivery, :by
from feature f
where f.id = any (cast(:outline as bigint[]))
returning id
