-- A new enquiry. Parameters: id, at, language, origin, link, sites (text[]), municipalities (text[]), requirement, receipt, due.
insert into enquiry (id, received_at, language, origin, link, sites, municipalities, requirement, receipt, state, due_on, version)
values (:id, :at, :language, :origin, :link, :sites, :municipalities, :requirement, :receipt, 'NEW', :due, 1)
