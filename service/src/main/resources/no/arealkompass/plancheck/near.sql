-- Pairs of zones that lie within some metres of each other.
-- :of, :ofNos bigint[]; :with, :withNos bigint[]; :within metres
select a.no as one, b.no as other, st_distance(a.geom, b.geom) as metres
from ground a
join ground b on b.kind = :with and b.no = any (cast(:withNos as bigint[])) and st_dwithin(a.geom, b.geom, :within)
where a.kind = :of and a.no = any (cast(:ofNos as bigint[]))
order by metres, a.no, b.no;
