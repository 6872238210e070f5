-- The zones of the account, from arrays of the same length.
--   :nos, :kinds, :codes, :statuses ('' = not stated), :business, :comparable (its plan has an earlier version),
--   :wkbs MultiPolygons in the storage CRS :storage, in hexadecimal: the driver takes no array of bytea
insert into account_zone (no, kind, code, status, business, comparable, geom)
select z.no, z.kind, z.code, z.status, z.business, z.comparable, st_geomfromwkb(decode(z.wkb, 'hex'), cast(:storage as int))
from unnest(cast(:nos as int[]), cast(:kinds as text[]), cast(:codes as text[]), cast(:statuses as text[]),
            cast(:business as boolean[]), cast(:comparable as boolean[]), cast(:wkbs as text[]))
  z (no, kind, code, status, business, comparable, wkb);
