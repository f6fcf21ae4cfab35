-- For whom an announcement is, is looked up by its own key, and the pupils in reach in their own schools: else the audience of
-- every school may be read to look up one, and a pupil be looked for in every school in turn.
alter policy announcement_read on app.announcement using (
  school_id = any ((select app.overseen())::uuid[])
  or written_by = any ((select case when app.hat() = 'staff' then app.persons() end)::uuid[])
  or (shows_from <= (select app.today()) and shows_until >= (select app.today()) and exists (
    select from app.announcement_audience a
    where a.school_id = announcement.school_id and a.announcement_id = announcement.id offset 0)));
alter policy announcement_audience_read on app.announcement_audience using (
  school_id = any ((select app.overseen())::uuid[])
  or group_id = any ((select case when app.hat() = 'staff' then app.groups() end)::uuid[])
  or (group_id is null and school_id = any ((select case when app.hat() = 'staff' then app.schools() end)::uuid[]))
  or (for_whom = (select app.hat()) and (group_id = any ((select app.groups())::uuid[])
    or (group_id is null and school_id in (
      select p.school_id from app.pupil p
      where p.school_id = any ((select app.schools())::uuid[]) and p.person_id = any ((select app.pupils())::uuid[]))))));
