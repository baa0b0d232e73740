/** A process that sweeps a database at an instant until nothing is left: two of these at once, one of them killed, are a test. */
import { openPool, overPool } from '#db/db.ts'
import { sweep } from '#modules/matters/jobs.server.ts'

const [url, now] = process.argv.slice(2) as [string, string]
const db = overPool(openPool(url, 2))
process.send?.('begins')
while ((await sweep(db, now)) > 0);
await db.destroy()
process.exit(0)
