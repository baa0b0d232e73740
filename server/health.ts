/** GET /health: is the process up, does the database answer, which version is this. For a monitor; nothing about anybody. */
import { readFileSync } from 'node:fs'
import { isUp } from '#db/db.ts'
import type { Outside } from './context.ts'
import { router } from './context.ts'

export const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string }

export const health = ({ db }: Pick<Outside, 'db'>) =>
  router().get('/', async (c) => {
    const database = (await isUp(db)) ? 'up' : 'down'
    return c.json({ up: database === 'up', database, version }, database === 'up' ? 200 : 503)
  })
