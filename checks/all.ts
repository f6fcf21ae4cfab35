// Every check that needs no database, one after the other. The two that look at the running house are tests:
// checks/routes.test.ts (the assembled app) and checks/tables.test.ts (the live catalogue).
import { docs } from './docs.ts'
import { houseRules } from './house-rules.ts'
import { importMap } from './import-map.ts'
import { migrations } from './migrations.ts'
import { finish } from './sins.ts'
import { texts } from './texts.ts'

for (const check of [importMap, houseRules, migrations, docs, texts]) finish(check(process.cwd()))
