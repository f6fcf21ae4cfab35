-- Every right of the login role, in one place. Run after the migrations, each time; `:app_role` is the login role.
-- A table that is not named here cannot be touched while serving.
revoke all on all tables in schema app from :app_role;
revoke all on schema app from public;
grant usage on schema app to :app_role;
grant execute on all functions in schema app to :app_role;
grant select on app.migration to :app_role;

-- school
grant select, insert on app.school to :app_role;
grant update (name, brin, region) on app.school to :app_role;
grant select, insert on app.school_stage to :app_role;
grant select, insert, delete on app.school_year to :app_role;
grant select, insert, delete on app.day_off to :app_role;
grant select on app.holiday to :app_role;

-- people
grant select, insert, update, delete on app.person, app.person_contact, app.pupil, app.staff, app.staff_role,
  app.school_group, app.group_member, app.group_teacher, app.guardianship to :app_role;

-- reach: written by triggers on what makes a reach
grant select, delete on app.reach_change to :app_role;
grant insert (scope_id) on app.reach_change to :app_role;

-- accounts
grant select, insert on app.account to :app_role;
grant update (login, password_hash, language, opened_by) on app.account to :app_role;
grant select, insert on app.account_person to :app_role;
grant select, insert, delete on app.session to :app_role;
grant update (token_hash, hat, factor_at, proved_at, idle, until, expires_at, ended_at) on app.session to :app_role;
grant select, insert, update, delete on app.account_factor to :app_role;
grant select, insert, delete on app.account_reset to :app_role;
grant update (used_at) on app.account_reset to :app_role;
grant select, insert, delete on app.account_limit to :app_role;

-- letters: what became of one is a row more; mailing takes its order away
grant select, insert, delete on app.letter, app.letter_use, app.letter_end, app.letter_try, app.letter_word, app.letter_mail to :app_role;

-- ledger: only grows. When an entry was made is not the writer's to say, so `at` is not among the columns.
grant insert (chain_id, id, doer_person, doer_account, doer_hat, event, about, payload_hash) on app.ledger_entry to :app_role;
grant select on app.ledger_entry to :app_role;
grant select, insert on app.ledger_seal to :app_role;
grant select, insert, delete on app.ledger_payload, app.ledger_waiting to :app_role;
grant usage on sequence app.ledger_entry_id to :app_role;

-- roster: an import is never changed; what was kept to take it back goes after its time
grant select, insert, delete on app.roster_preview, app.roster_undo to :app_role;
grant select, insert on app.roster_import, app.roster_reversal to :app_role;

-- timetable
grant select, insert, delete on app.calendar_feed, app.calendar_reading to :app_role;
grant select, insert, update, delete on app.lesson to :app_role;

-- jobs: rows only. The schema, its functions and the queues of our jobs are laid by migrations.
revoke all on all tables in schema pgboss from :app_role;
grant usage on schema pgboss to :app_role;
grant select, update on pgboss.version to :app_role;
grant select, insert, update on pgboss.queue to :app_role;
grant select, insert, update, delete on pgboss.job, pgboss.job_common, pgboss.schedule, pgboss.job_dependency to :app_role;
grant select on pgboss.subscription, pgboss.bam to :app_role;
