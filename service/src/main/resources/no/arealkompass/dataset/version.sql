-- The next version of a dataset; :storage is the storage CRS. `placed` holds the objects of the file; those inside the region become its features.
insert into dataset_version (dataset, version, source, description, file_name, sha256, imported_by, feature_count,
                             coverage, accuracy_m, omits_below_m2, is_sample, parents)
select :dataset, coalesce((select max(version) from dataset_version
                           where dataset = :dataset and scenario is null), 0) + 1, :source,
       cast(:description as jsonb), :fileName, :sha256, :by, (select count(*) from placed where stored is not null),
       st_geomfromwkb(:coverage, :storage), :accuracyM, :omitsBelowM2, :sample,
       cast(:parents as bigint[])
returning id
