-- The area the version has something to say about, from objects that are valid and inside.
--   :coverage REGION_BUFFER, EXTENT or FEATURES; :frame id of the municipality version in use;
--   :municipalities numbers of the region's municipalities; :buffer metres
select st_asbinary(st_multi(case cast(:coverage as text)
  when 'REGION_BUFFER' then
    (select st_buffer(st_union(geom), :buffer) from feature
     where dataset_version_id = :frame and class = any (cast(:municipalities as text[])))
  when 'FEATURES' then (select st_union(stored) from placed where stored is not null)
  else (select st_expand(st_setsrid(st_extent(stored)::geometry, :storage), 0.5) from placed where stored is not null)
end)) as coverage
