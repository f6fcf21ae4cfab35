select pgboss.create_queue('homework.purge',
  '{"policy": "short", "retryLimit": 3, "retryDelay": 300, "retryBackoff": true, "expireInSeconds": 3600, "retentionSeconds": 604800, "deleteAfterSeconds": 86400}');
