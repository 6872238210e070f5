-- The objects of the new version, in the order of the file. What does not touch the region is not stored (plans are).
insert into feature (dataset_version_id, class, object_id, properties, geom)
select :version, s.class, s.object_id, s.properties,
       case when cast(:kind as text) = 'POINT' then p.stored else st_multi(p.stored) end
from staged s join placed p using (no)
where p.stored is not null
order by s.no
