-- The next version of a dataset: the delivered one with the standing corrections in it. What a correction says is known
-- inside its area, also where the delivered version covers nothing.
-- :delivered    dataset_version.id of the version that was delivered
-- :corrections  bigint[]  ids of the corrections, in order
-- :by           who made the change that led to it
insert into dataset_version (dataset, version, source, description, file_name, sha256, imported_by, feature_count,
                             coverage, accuracy_m, omits_below_m2, is_sample, parents)
select d.dataset, (select max(version) + 1 from dataset_version where dataset = d.dataset and scenario is null), d.source,
       d.description || jsonb_build_object('corrections', to_jsonb(cast(:corrections as bigint[]))),
       d.file_name, d.sha256, :by, (select count(*) from corrected where not st_isempty(geom)),
       st_multi(coalesce((select st_union(d.coverage, st_union(area)) from correction where id = any (cast(:corrections as bigint[]))), d.coverage)),
       d.accuracy_m, d.omits_below_m2, d.is_sample, array[d.id]
from dataset_version d where d.id = :delivered
returning id
