/** Walks every route that reads, and every route of disputes, as whoever is not named in a mediation file. Nothing of it may come back, and nothing may be changed. */
import { expect } from 'vitest'
import { served, type Who } from './server.ts'
import { disputed, disputeVisits, theirsInDisputes } from './stranger-disputes.ts'
import { everything, visits, walk } from './stranger-walk.ts'

/** The same seats next door and above, and those who filed it: none of them is named in the file. */
const outside: Who[] = [
  ...[
    'chief',
    'gridWorker',
    'official',
    'villagePolice',
    'township',
    'judicial',
    'police',
    'justice',
    'centre',
    'administrator',
    'auditor',
    'nobody',
  ],
  ...[
    'otherMediator',
    'nextMediator',
    'nextHead',
    'westJudicial',
    'farMediator',
    'farHead',
    'farJudicial',
    'farCentre',
    'farAdministrator',
    'farAuditor',
  ],
] as Who[]

served(
  'whoever is not named in a mediation file finds nothing of it by any route, and changes nothing of it',
  async (it) => {
    await disputed(it)
    const steps = [...visits('x').filter(({ method }) => method === 'get'), ...disputeVisits]
    for (const who of outside) {
      const before = await everything(it)
      for (const { visit, status, text } of await walk(it, steps, who))
        for (const word of theirsInDisputes)
          expect([who, visit.method, visit.url, status, text.includes(word)]).toEqual([who, visit.method, visit.url, status, false])
      expect([who, await everything(it)]).toEqual([who, before])
    }
  },
  300_000,
)
