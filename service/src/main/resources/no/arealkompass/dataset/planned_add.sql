-- Adds a planned object to the layer of a scenario.
--   :work its id, :class, :properties, :wkb its shape in the storage CRS, :storage; :kind of the layer's geometries
insert into planned_layer (class, object_id, properties, geom)
select :class, 'planned-' || :work, cast(:properties as jsonb),
       case when :kind = 'POINT' then g.geom else st_multi(g.geom) end
from (select st_geomfromwkb(:wkb, cast(:storage as int)) as geom) g
