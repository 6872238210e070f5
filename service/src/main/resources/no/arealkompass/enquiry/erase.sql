-- What is left when the person is gone: closed, and without the requirement list, which may tell who asked.
-- Parameters: id, at.
update enquiry
set erased_at = :at, requirement = null, owner = null, state = 'CLOSED', closed_at = coalesce(closed_at, :at),
  version = version + 1
where id = :id and erased_at is null
