-- Stores the derived layer: its version, and one point per road node with whatever could be reached from it.
--   :parent dataset_version.id of the roads, whose coverage, accuracy and kind it takes over
with version as (
  insert into dataset_version (dataset, version, source, description, file_name, sha256, imported_by, feature_count,
                               coverage, accuracy_m, omits_below_m2, is_sample, parents)
  select :dataset, coalesce((select max(version) from dataset_version where dataset = :dataset), 0) + 1, p.source,
         cast(:description as jsonb), '', '', :by, (select count(*) from road_node), p.coverage, p.accuracy_m,
         p.omits_below_m2, p.is_sample, array[p.id]
  from dataset_version p where p.id = :parent
  returning id
), reached as (
  select node, jsonb_object_agg(property, round(value::numeric, 2)) as properties from road_value group by node
), stored as (
  insert into feature (dataset_version_id, class, object_id, properties, geom)
  select v.id, '', n.node::text, coalesce(r.properties, '{}'), n.geom
  from version v cross join road_node n left join reached r using (node)
  order by n.node
)
select id from version
