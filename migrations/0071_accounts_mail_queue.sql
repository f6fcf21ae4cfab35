select pgboss.create_queue('accounts.mail',
  '{"policy": "standard", "retryLimit": 3, "retryDelay": 30, "retryBackoff": true, "expireInSeconds": 120, "retentionSeconds": 1800, "deleteAfterSeconds": 3600}');
