-- One queue per job; a job of a module brings its queue in a migration of that module. The library's own queue carries
-- what is due by the calendar. 'short': one waiting job of a kind is enough.
select pgboss.create_queue('__pgboss__send-it', '{"policy": "standard"}');
select pgboss.create_queue('ledger.check',
  '{"policy": "short", "retryLimit": 3, "retryDelay": 300, "retryBackoff": true, "expireInSeconds": 7200, "retentionSeconds": 604800, "deleteAfterSeconds": 86400}');
select pgboss.create_queue('ledger.anchor-mail',
  '{"policy": "short", "retryLimit": 5, "retryDelay": 300, "retryBackoff": true, "expireInSeconds": 600, "retentionSeconds": 604800, "deleteAfterSeconds": 86400}');
