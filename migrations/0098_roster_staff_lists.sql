-- A list of staff with the classes they teach, as schools for secondary education keep beside the list of pupils.
alter table app.roster_preview drop constraint roster_preview_format_check,
  add constraint roster_preview_format_check check (format in ('edexml', 'pupils', 'staff', 'guardians'));
alter table app.roster_import drop constraint roster_import_format_check,
  add constraint roster_import_format_check check (format in ('edexml', 'pupils', 'staff', 'guardians'));
