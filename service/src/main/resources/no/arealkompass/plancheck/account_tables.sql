-- Where the zones of one account lie while it is made: temporary tables that live and die with the transaction.
-- kind: now = the zones that are accounted for, earlier = the business zones they are compared with,
--       excess = ground that another zone holds already (account_excess.sql)
create temporary table account_zone (
  no int primary key, kind text, code text, status text, business boolean, comparable boolean, geom geometry
) on commit drop;
create temporary table account_chip (
  id int generated always as identity, zone int, kind text, municipality text, area double precision, geom geometry
) on commit drop;
-- each ground counted once (account_unions.sql)
create temporary table account_union (
  municipality text, zones geometry, now geometry, comparable geometry, earlier geometry
) on commit drop;
