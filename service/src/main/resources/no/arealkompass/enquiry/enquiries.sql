-- Enquiries the caller may see, those that wait first, by deadline, then the others, newest first.
-- Parameters: states (text[]; null for all), municipality (handed to it or with a site in it; null for all),
-- owner (account; null for all), overdue (boolean: only those past their deadline), today (date), limit, offset.
select e.*, p.name, p.organisation, p.mail, p.phone, p.message, count(*) over () as total
from enquiry e
left join enquiry_person p on p.enquiry_id = e.id
where (cast(:states as text[]) is null or e.state = any (cast(:states as text[])))
  and (cast(:municipality as text) is null or e.handed_to = :municipality or :municipality = any (e.municipalities))
  and (cast(:owner as text) is null or e.owner = :owner)
  and (not :overdue or (e.state in ('NEW', 'IN_PROGRESS', 'WAITING') and e.due_on < :today))
order by e.state in ('ANSWERED', 'CLOSED'),
  case when e.state not in ('ANSWERED', 'CLOSED') then e.due_on end, e.received_at desc, e.id
limit :limit offset :offset
