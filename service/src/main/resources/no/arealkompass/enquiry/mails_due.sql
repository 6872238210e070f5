-- Mails that are to be sent: to the region's contact about every enquiry, to the sender where a receipt was promised, to the
-- municipality an enquiry was handed over to. What failed is tried again. Whether an attempt without an end arrived is not
-- known: the staff are told again, the sender is not.
-- Parameters: attempts (int, the most), tried_before (the last attempt is older than this), since (timestamptz: what is
-- older is told to nobody any more).
select e.id, w.to_whom, coalesce(max(m.attempt), 0) + 1 as attempt
from enquiry e
cross join lateral (values ('contact', true), ('sender', e.receipt), (e.handed_to, e.handed_to is not null))
  w (to_whom, wanted)
left join enquiry_mail m on m.enquiry_id = e.id and m.to_whom = w.to_whom
left join enquiry_mail_end x on x.enquiry_mail_id = m.id
where w.wanted and e.erased_at is null
  and case w.to_whom when e.handed_to then e.handed_at else e.received_at end > :since
group by e.id, e.received_at, w.to_whom
having count(m.id) = 0
  or (max(m.attempt) < :attempts and max(m.at) < :tried_before
      and not bool_or(coalesce(x.outcome = 'SENT', w.to_whom = 'sender')))
order by e.received_at, e.id, w.to_whom
limit 200
