select pgboss.create_queue('notes.purge',
  '{"policy": "short", "retryLimit": 3, "retryDelay": 300, "retryBackoff": true, "expireInSeconds": 600, "retentionSeconds": 604800, "deleteAfterSeconds": 86400}');
