-- The languages of src/platform/i18n/lang.ts.
alter table app.account
  drop constraint account_language_check,
  add constraint account_language_check check (language in ('nl', 'en', 'tr', 'ar', 'pl', 'uk'));
