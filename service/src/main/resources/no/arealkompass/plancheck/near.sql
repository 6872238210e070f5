-- Pairs of zones of two municipalities that lie within some metres of each other.
-- :of, :ofNos bigint[], :ofMunicipalities text[] in the same order; :with, :withNos, :withMunicipalities alike
-- :within metres
-- Most zones near each other are of one municipality: distances are worked out for the others only.
with pair as materialized (
  select a.no as one, b.no as other, a.geom as a, b.geom as b
  from unnest(cast(:ofNos as bigint[]), cast(:ofMunicipalities as text[])) o (no, municipality)
  join ground a on a.kind = :of and a.no = o.no
  join ground b on b.kind = :with and b.geom && st_expand(a.geom, :within)
  join unnest(cast(:withNos as bigint[]), cast(:withMunicipalities as text[])) w (no, municipality)
    on w.no = b.no and w.municipality <> o.municipality
), apart as materialized (
  select one, other, st_distance(a, b) as metres from pair
)
select one, other, metres from apart where metres <= :within order by metres, one, other;
