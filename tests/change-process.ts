/** A process of its own that carries out what is planned: given a pause, it stops in the middle and says so, to be killed there. */
import { openPool, overPool } from '#db/db.ts'
import { carryOutDue } from '#modules/places/change.server.ts'
import { followers } from '#server/followers.ts'

const [url = '', county = '', at = '', pause] = process.argv.slice(2)
const pool = openPool(url, 2)
const stop = {
  count: async () => ({}),
  follow: () => new Promise<never>(() => console.log('in the middle')),
}
await carryOutDue(overPool(pool), pause ? [...followers, stop] : followers, county as never, at)
console.log('done')
await pool.end()
