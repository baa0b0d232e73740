/** The clock's work, through pg-boss: one process does each round, whichever gets it. */
import { PgBoss } from 'pg-boss'
import type { Logger } from 'pino'
import { remind } from '#modules/disputes/jobs.server.ts'
import { sweep } from '#modules/matters/jobs.server.ts'
import { forgetEnded, keyPhones } from '#modules/matters/reporters/jobs.server.ts'
import { forgetCodes } from '#modules/notices/delivery-store.server.ts'
import { forgetHeard } from '#modules/notices/wechat/store.server.ts'
import { discardLoose } from '#modules/photos/jobs.server.ts'
import type { Outside } from './context.ts'
import { changePlaces } from './followers.ts'

type Job = { readonly name: string; readonly cron: string; run(outside: Outside): Promise<number> }

const jobs: readonly Job[] = [
  { name: 'matters-sweep', cron: '* * * * *', run: ({ db, clock }) => sweep(db, clock()) },
  { name: 'disputes-remind', cron: '*/5 * * * *', run: ({ db, clock }) => remind(db, clock()) },
  // At five past midnight what was planned for the day is carried out; later rounds do what a stopped server missed.
  { name: 'places-change', cron: '5-59/10 * * * *', run: ({ db, clock }) => changePlaces(db, clock()) },
  { name: 'reporters-forget', cron: '41 2 * * *', run: ({ db, clock }) => forgetEnded(db, clock()) },
  { name: 'reporters-key', cron: '*/10 * * * *', run: ({ db, secrets }) => keyPhones(db, secrets) },
  {
    name: 'notices-forget-codes',
    cron: '29 3 * * *',
    run: ({ db, clock }) => forgetCodes(db, new Date(Date.parse(clock()) - 30 * 86_400_000).toISOString()),
  },
  { name: 'notices-forget-wechat', cron: '*/20 * * * *', run: ({ db, clock }) => forgetHeard(db, clock()) },
  { name: 'photos-discard-loose', cron: '17 * * * *', run: ({ db, clock, photos }) => discardLoose(db, photos, clock()) },
]

/** Starts the rounds; answers how to stop them, letting what runs finish. */
export async function startJobs(url: string, outside: Outside, log: Logger): Promise<() => Promise<void>> {
  const boss = new PgBoss({ connectionString: url, schema: 'jobs', application_name: 'maplebridge-jobs', max: 3 })
  boss.on('error', (error) => log.error({ error: error.message }, 'job queue'))
  await boss.start()
  for (const { name, cron, run } of jobs) {
    await boss.createQueue(name, { policy: 'exclusive', expireInSeconds: 600, retryLimit: 1 })
    await boss.work(name, { pollingIntervalSeconds: 20 }, async () => {
      const done = await run(outside)
      if (done > 0) log.info({ job: name, done }, 'job done')
    })
    await boss.schedule(name, cron, null, { tz: 'Asia/Shanghai' })
  }
  return () => boss.stop({ graceful: true, timeout: 5000 })
}
