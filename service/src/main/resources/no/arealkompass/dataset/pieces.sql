-- What measuring reads instead of the objects: areas dissolved per class and cut into pieces of few corners, so that
-- an index finds the near ones and overlaps are counted once; lines cut; points one by one.
insert into piece (dataset_version_id, class, feature_id, geom)
select :version, class, null, st_subdivide(st_union(geom), 96)
from feature where dataset_version_id = :version and cast(:kind as text) = 'POLYGON' group by class
union all
select :version, class, id, st_subdivide(geom, 96)
from feature where dataset_version_id = :version and cast(:kind as text) = 'LINE'
union all
select :version, class, id, (st_dump(geom)).geom
from feature where dataset_version_id = :version and cast(:kind as text) = 'POINT'
