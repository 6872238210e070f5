-- Stores the derived layer: its version, and one point per road node with whatever could be reached from it.
--   :parents dataset_version.id of what it was made from, one or two, and :roads the one of them that is the roads: it
--   covers what both cover, and is as coarse as the coarser; :scenario whose it is, null = what is
with version as (
  insert into dataset_version (dataset, version, source, description, file_name, sha256, imported_by, feature_count,
                               coverage, accuracy_m, omits_below_m2, is_sample, parents, scenario)
  select :dataset, coalesce((select max(version) from dataset_version where dataset = :dataset
                             and scenario is not distinct from cast(:scenario as text)), 0) + 1, r.source,
         cast(:description as jsonb), '', '', :by, (select count(*) from road_node),
         case when o.id is null then r.coverage
              else st_multi(st_collectionextract(st_intersection(r.coverage, o.coverage), 3)) end,
         greatest(r.accuracy_m, o.accuracy_m), greatest(r.omits_below_m2, o.omits_below_m2),
         r.is_sample or coalesce(o.is_sample, false), cast(:parents as bigint[]), cast(:scenario as text)
  from dataset_version r
  left join dataset_version o on o.id = any (cast(:parents as bigint[])) and o.id <> r.id
  where r.id = :roads
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
