-- Who may read what a file hangs on, may read the file; each of those tables says so itself.
create policy file_read on app.file for select using (
  exists (select from app.announcement_attachment a where a.school_id = file.school_id and a.file_id = file.id
    and (select app.task()) is distinct from 'purge')
  or exists (select from app.showing s where s.school_id = file.school_id and s.file_id = file.id
    and (select app.task()) is distinct from 'purge'));
create policy file_add on app.file for insert with check (
  school_id = any ((select app.schools())::uuid[]) and (select app.hat()) in ('staff', 'pupil', 'operator'));
-- What hangs nowhere is nobody's.
create policy file_loose on app.file for select using ((select app.task()) = 'purge'
  and not exists (select from app.announcement_attachment a where a.school_id = file.school_id and a.file_id = file.id)
  and not exists (select from app.showing s where s.school_id = file.school_id and s.file_id = file.id));
create policy file_purge on app.file for delete using ((select app.task()) = 'purge'
  and not exists (select from app.announcement_attachment a where a.school_id = file.school_id and a.file_id = file.id)
  and not exists (select from app.showing s where s.school_id = file.school_id and s.file_id = file.id));

select pgboss.create_queue('files.purge',
  '{"policy": "short", "retryLimit": 3, "retryDelay": 300, "retryBackoff": true, "expireInSeconds": 3600, "retentionSeconds": 604800, "deleteAfterSeconds": 86400}');
select pgboss.create_queue('announcements.purge',
  '{"policy": "short", "retryLimit": 3, "retryDelay": 300, "retryBackoff": true, "expireInSeconds": 3600, "retentionSeconds": 604800, "deleteAfterSeconds": 86400}');
select pgboss.create_queue('showings.purge',
  '{"policy": "short", "retryLimit": 3, "retryDelay": 300, "retryBackoff": true, "expireInSeconds": 3600, "retentionSeconds": 604800, "deleteAfterSeconds": 86400}');
