/** What an administrator sets about notices: the table and its texts, channels, quiet hours, robots. */
import { type Db, transact } from '#db/db.ts'
import type { County, PlaceCode } from '#modules/kernel/ids.ts'
import type { Quiet, Route, Template } from './notice.ts'

export const putRoute = (db: Db, county: County, route: Omit<Route, 'event'> & { readonly event: string }) =>
  db
    .insertInto('noticeRoutes')
    .values({ county, ...route })
    .onConflict((row) =>
      row.columns(['county', 'event', 'audience', 'channel']).doUpdateSet((eb) => ({
        template: eb.ref('excluded.template'),
        isOn: eb.ref('excluded.isOn'),
        onlyEmergency: eb.ref('excluded.onlyEmergency'),
      })),
    )
    .execute()

export const changeTemplate = (
  db: Db,
  county: County,
  code: string,
  { title, titleEn, body, bodyEn, outside, wechat, wechatFields }: Template,
) =>
  db
    .updateTable('noticeTemplates')
    .set({ title, titleEn, body, bodyEn, outside, wechat, wechatFields: JSON.stringify(wechatFields) })
    .where('county', '=', county)
    .where('code', '=', code)
    .execute()

export const changeQuiet = (db: Db, county: County, { quietFrom, quietUntil }: Quiet) =>
  db.updateTable('counties').set({ quietFrom, quietUntil }).where('code', '=', county).execute()

/** `settings`: sealed; undefined keeps those that are there. */
export const putChannel = (db: Db, county: County, channel: string, driver: string, settings: Buffer | null | undefined) =>
  db
    .insertInto('noticeChannels')
    .values({ county, channel, driver, settings: settings ?? null })
    .onConflict((row) => row.columns(['county', 'channel']).doUpdateSet({ driver, ...(settings === undefined ? {} : { settings }) }))
    .execute()

export const robotsOf = (db: Db, county: County) =>
  db
    .selectFrom('robots')
    .innerJoin('places', (join) => join.onRef('places.county', '=', 'robots.county').onRef('places.code', '=', 'robots.place'))
    .select(['robots.id', 'robots.channel', 'robots.name', 'robots.place', 'robots.settings', 'robots.isOn', 'places.name as placeName'])
    .where('robots.county', '=', county)
    .orderBy('robots.place')
    .orderBy('robots.name')
    .orderBy('robots.id')
    .execute()

export const findRobot = async (db: Db, county: County, id: string) => (await robotsOf(db, county)).find((robot) => robot.id === id)

type RobotRow = { channel: string; name: string; place: PlaceCode; isOn: boolean; settings: Buffer }

export const putRobot = (db: Db, county: County, id: string, robot: RobotRow) =>
  db
    .insertInto('robots')
    .values({ county, id, ...robot })
    .onConflict((row) => row.columns(['county', 'id']).doUpdateSet(robot))
    .execute()

/** What was sent by it stays on record without it; what still waits cannot be sent. */
export const removeRobot = (db: Db, county: County, id: string) =>
  transact(db, async (trx) => {
    const its = () => trx.updateTable('deliveries').where('county', '=', county).where('robotId', '=', id)
    await its().set({ status: 'failed', nextAt: null, error: 'no robot' }).where('status', '=', 'waiting').execute()
    await its().set({ robotId: null }).execute()
    await trx.deleteFrom('robots').where('county', '=', county).where('id', '=', id).execute()
  })
