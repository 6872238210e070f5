-- Stores the layer of a scenario as a version of its own: as good, as old and as free as the version it was made from.
-- Corrections are in it as that version has them, but stand in the description of that one only.
--   :base dataset_version.id; :scenario; :planned what was done, for its description; :by
with version as (
  insert into dataset_version (dataset, version, source, description, file_name, sha256, imported_by, feature_count,
                               coverage, accuracy_m, omits_below_m2, is_sample, parents, scenario)
  select b.dataset, coalesce((select max(version) from dataset_version
                              where dataset = b.dataset and scenario = :scenario), 0) + 1, b.source,
         (b.description - 'corrections') || cast(:planned as jsonb), b.file_name, b.sha256, :by,
         (select count(*) from planned_layer), b.coverage, b.accuracy_m, b.omits_below_m2, b.is_sample, array[b.id],
         :scenario
  from dataset_version b where b.id = :base
  returning id
), stored as (
  insert into feature (dataset_version_id, class, object_id, properties, geom)
  select v.id, l.class, l.object_id, l.properties, l.geom from version v cross join planned_layer l order by l.no
)
select id from version
