select pgboss.create_queue('letters.purge',
  '{"policy": "short", "retryLimit": 3, "retryDelay": 300, "retryBackoff": true, "expireInSeconds": 600, "retentionSeconds": 604800, "deleteAfterSeconds": 86400}');
-- One waiting job a school; what one run could not send, the next one does.
select pgboss.create_queue('letters.mail',
  '{"policy": "short", "retryLimit": 5, "retryDelay": 120, "retryBackoff": true, "expireInSeconds": 3600, "retentionSeconds": 604800, "deleteAfterSeconds": 86400}');
