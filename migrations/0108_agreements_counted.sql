-- Whoever counts reads what became of an event or of homework too: that it was changed, and how it is then; and that it was taken back,
-- without the words of that.
alter policy ledger_entry_counted on app.ledger_entry using (
  (select app.task()) = 'kept' and chain_id = any ((select app.schools())::uuid[])
  and event in ('calendar.event.added', 'calendar.event.changed', 'calendar.event.removed',
    'homework.item.set', 'homework.item.changed', 'homework.item.withdrawn'));
alter policy ledger_payload_counted on app.ledger_payload using (
  (select app.task()) = 'kept' and exists (select from app.ledger_entry e where e.chain_id = ledger_payload.chain_id
    and e.id = entry_id and e.event in ('calendar.event.added', 'calendar.event.changed', 'homework.item.set', 'homework.item.changed')
    offset 0));
