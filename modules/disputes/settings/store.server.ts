/** A county's own settings about mediation. What was registered or claimed before stays as it was. */
import { type Db, transact } from '#db/db.ts'
import type { County } from '#modules/kernel/ids.ts'
import type { NationalType } from '../codes/national.ts'
import { typeOf } from '../codes/types.ts'
import { allowanceTable } from '../store.server.ts'
import type { Settings } from './wire.ts'

/** Only what differs from the table in codes/ is kept, and shown. */
export async function settingsOf(db: Db, county: County): Promise<Settings> {
  const [own, allowances] = await Promise.all([
    db.selectFrom('disputeTypes').select(['code', 'nationalType']).where('county', '=', county).orderBy('code').execute(),
    allowanceTable(db, county),
  ])
  return { types: Object.fromEntries(own.map(({ code, nationalType }) => [code, nationalType as NationalType])), allowances }
}

export const changeSettings = (db: Db, county: County, { types, allowances }: Settings): Promise<void> =>
  transact(db, async (trx) => {
    const own = Object.entries(types).filter(([code, nationalType]) => typeOf(code)?.nationalType !== nationalType)
    await trx.deleteFrom('disputeTypes').where('county', '=', county).execute()
    if (own.length > 0)
      await trx
        .insertInto('disputeTypes')
        .values(own.map(([code, nationalType]) => ({ county, code, nationalType })))
        .execute()
    const settings = JSON.stringify(allowances)
    await trx
      .insertInto('disputeAllowances')
      .values({ county, settings })
      .onConflict((row) => row.column('county').doUpdateSet({ settings }))
      .execute()
  })
