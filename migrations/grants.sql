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
grant select, insert, delete on app.own_holiday to :app_role;
grant update (starts_on, ends_on) on app.own_holiday to :app_role;

-- people
grant select, insert, update, delete on app.person, app.person_contact, app.pupil, app.staff, app.staff_role,
  app.school_group, app.group_member, app.group_teacher, app.guardianship to :app_role;
-- What limits a guardian, what opens a pupil of age and who took a group are history: they end, and are never taken out.
grant select, insert on app.authority_document to :app_role;
grant select, insert on app.guardianship_authority, app.guardianship_home, app.adult_opening, app.person_role,
  app.group_substitute to :app_role;
grant update (ended_on) on app.guardianship_authority, app.person_role to :app_role;
grant update (lives) on app.guardianship_home to :app_role;
grant update (closed_at) on app.adult_opening to :app_role;
grant update (ended_at) on app.group_substitute to :app_role;

-- reach: written by triggers on what makes a reach
grant select, delete on app.reach_change to :app_role;
grant insert (scope_id) on app.reach_change to :app_role;

-- accounts
grant select, insert on app.account to :app_role;
grant update (login, password_hash, password_at, language, opened_by) on app.account to :app_role;
grant select, insert, delete on app.account_person to :app_role;
grant select, insert, delete on app.session to :app_role;
grant update (token_hash, hat, factor_at, proved_at, idle, until, expires_at, ended_at) on app.session to :app_role;
grant select, insert, update, delete on app.account_factor to :app_role;
grant select, insert, delete on app.account_reset to :app_role;
grant update (used_at) on app.account_reset to :app_role;
grant select, insert, delete on app.account_limit to :app_role;
grant select, insert, delete on app.account_recovery to :app_role;
grant update (used_at) on app.account_recovery to :app_role;
grant select, insert, delete on app.account_passkey to :app_role;
grant update (name, counter, used_on) on app.account_passkey to :app_role;
grant select, insert, delete on app.account_challenge to :app_role;

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

-- homework: what was changed or withdrawn stays; old rows go by the purge alone
grant select, insert, delete on app.homework to :app_role;
grant update (subject, title, details, due_on, due_time, way, minutes) on app.homework to :app_role;
grant select, insert on app.homework_change, app.homework_withdrawal to :app_role;
grant select, insert, delete on app.homework_tick, app.homework_open_item to :app_role;

-- talk
grant select, insert on app.talk_question_off to :app_role;
grant update (ended_at) on app.talk_question_off to :app_role;
-- files: never changed; what hangs nowhere goes
grant select, insert, delete on app.file to :app_role;

-- announcements
grant select, insert, delete on app.announcement to :app_role;
grant update (title, body, important, shows_from, shows_until, wish, signed) on app.announcement to :app_role;
grant select, insert, delete on app.announcement_audience, app.announcement_attachment to :app_role;
grant select, insert on app.announcement_step to :app_role;

-- showings
grant select, insert, delete on app.showing to :app_role;
-- calendar
grant select, insert, delete on app.calendar_event, app.calendar_event_group to :app_role;
grant update (kind, name, starts_on, ends_on, starts_time, ends_time, line, audience, stage, told_on) on app.calendar_event to :app_role;

-- sight: a choice is the guardian's own and goes when it is as agreed again; what became of a request is said once, and when is
-- not the writer's to say
grant select, delete on app.sight_choice, app.sight_request to :app_role;
grant insert (school_id, guardian_id, pupil_id, category, choice, guardianship_id) on app.sight_choice to :app_role;
grant insert (school_id, id, pupil_id, guardian_id, guardianship_id, sender, relation, weeks, reason) on app.sight_request to :app_role;
grant select on app.sight_answer, app.sight_grant, app.sight_end to :app_role;
grant insert (school_id, request_id, pupil_id, side, says, person_id) on app.sight_answer to :app_role;
grant insert (school_id, request_id, guardian_id, pupil_id) on app.sight_grant to :app_role;
grant insert (school_id, request_id, guardian_id, pupil_id, why) on app.sight_end to :app_role;

-- notes: what became of a message is said once
grant select, insert, delete on app.child_note, app.child_note_text to :app_role;
grant select, insert on app.child_note_outcome to :app_role;
grant select, insert on app.child_note_hours to :app_role;
grant update (until_time, phone) on app.child_note_hours to :app_role;

-- agreements: a draft can be written anew; what became of it only grows
grant select, insert, delete on app.agreement to :app_role;
grant update (kind, level, stage, year_group, group_id, class_name, subject, pupil_id, terms, school_line, parents_line, pupils_line, follows,
  written_at) on app.agreement to :app_role;
grant select, insert on app.agreement_offer, app.agreement_laying, app.agreement_answer, app.agreement_start,
  app.agreement_end, app.agreement_withdrawal, app.agreement_poll to :app_role;
grant select, insert, delete on app.agreement_yes, app.agreement_seen, app.agreement_open_theme, app.agreement_poll_voter, app.agreement_kept to :app_role;
grant update (meanwhile, body, talked_on, written_at) on app.agreement_open_theme to :app_role;
grant select, insert on app.agreement_poll_count to :app_role;
grant update (number, enough) on app.agreement_poll_count to :app_role;

-- reports
grant select, insert, delete on app.report_period to :app_role;
grant update (name, starts_on, ends_on, report_on, report_at) on app.report_period to :app_role;
grant select, insert on app.report_rule to :app_role;
grant update (rounding, guide_weeks) on app.report_rule to :app_role;

-- jobs: rows only. The schema, its functions and the queues of our jobs are laid by migrations.
revoke all on all tables in schema pgboss from :app_role;
grant usage on schema pgboss to :app_role;
grant select, update on pgboss.version to :app_role;
grant select, insert, update on pgboss.queue to :app_role;
grant select, insert, update, delete on pgboss.job, pgboss.job_common, pgboss.schedule, pgboss.job_dependency to :app_role;
grant select on pgboss.subscription, pgboss.bam to :app_role;

-- results: what was entered never changes; it ends, and what is known of it only grows. Its moments the database reckons
grant select, insert, delete on app.assessment to :app_role;
grant update (subject, title, kind, weight, period_id, made_on, retakable) on app.assessment to :app_role;
grant select, delete on app.result to :app_role;
grant insert (school_id, id, assessment_id, group_id, dossier, pupil_id, tenths, mark, words, agreement_id, rule, at_time, later, counted,
  waits_by, entered_by, entered_at) on app.result to :app_role;
grant update (ended_at, ended_by, ended_why, timed_at) on app.result to :app_role;
-- Who released it, and when a pupil told it, is read by nobody.
grant select (school_id, result_id, reader, pupil_id, shown_at, reason, ended_at) on app.result_release to :app_role;
grant insert (school_id, result_id, reader, pupil_id, released_at, released_by, reason) on app.result_release to :app_role;
grant update (ended_at) on app.result_release to :app_role;
grant delete on app.result_release to :app_role;
grant select on app.result_telling to :app_role;
grant insert (school_id, id, result_id, pupil_id, choice) on app.result_telling to :app_role;
grant select, insert on app.result_pause, app.exam_change to :app_role;
grant update (undone_at, talked_at, talked_by) on app.result_telling to :app_role;
grant update (on_until) on app.result_pause to :app_role;
grant delete on app.result_pause to :app_role;
grant update (decided_by, decided_at, decision) on app.exam_change to :app_role;
