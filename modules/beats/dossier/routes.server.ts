/** The village's dossier and the handover of a village over HTTP, to read and to print; and the facilities that its keepers see again. */
import { createRoute } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { z } from 'zod'
import { isMissingReference } from '#db/db.ts'
import type { Sheet } from '#modules/documents/page.ts'
import { printSheets } from '#modules/documents/print.server.ts'
import { dayOf } from '#modules/kernel/calendar.ts'
import { id, type PersonId, type PlaceCode } from '#modules/kernel/ids.ts'
import { refuse } from '#modules/kernel/refusal.ts'
import { type Actor, may } from '#modules/people/actor.ts'
import type { AuditAction } from '#modules/people/audit.ts'
import { namesOf } from '#modules/people/store.server.ts'
import { audited } from '#server/audit.ts'
import { answers, type Env, json, router, signedIn } from '#server/context.ts'
import { notFound, Problem } from '#server/problem.ts'
import { type Language, words } from '#server/words.ts'
import { village } from '../wire.ts'
import type { Dossier } from './dossier.ts'
import { type FacilityRow, NewFacility } from './facility.ts'
import * as facilities from './facility-store.server.ts'
import { dossierNow } from './file.server.ts'
import { handoverOf } from './handover.server.ts'
import type { Handover } from './handover.ts'
import { dossierSheet, handoverSheet } from './sheets.ts'

const tags = ['beats']
const params = z.object({ village })
const facilityParams = z.object({ id: z.uuid().transform((value) => value.toLowerCase()) })
/** The sheet is Chinese, whatever the reader's language: a translation is asked for. */
const language = z.object({ language: z.enum(['zh-CN', 'en']).default('zh-CN') })
const hands = z.object({ from: id<PersonId>().optional(), to: id<PersonId>().optional() })
const pdf = { 200: { description: 'A PDF', content: { 'application/pdf': { schema: z.string().openapi({ format: 'binary' }) } } } }
const object = <T>(name: string, description: string) => z.custom<T>().openapi(name, { type: 'object', description })
const DossierReply = object<Dossier & { name: string; townName: string }>('VillageDossier', 'modules/beats/dossier/dossier.ts')
const HandoverReply = object<Handover>('Handover', 'modules/beats/dossier/handover.ts')
const Facilities = z.array(z.custom<FacilityRow>()).openapi('Facilities', { type: 'array', items: { type: 'object' } })
const Done = z.object({ id: z.string() })

export const dossiers = router()
dossiers.use(signedIn)

/** Whoever reads the village's records, and those who keep its dossier. */
const sees = (actor: Actor, place: PlaceCode) => may(actor, 'beat.read', place) || may(actor, 'village.keep', place)

async function dossierFor(c: Context<Env>, place: PlaceCode, of: Language, action: AuditAction) {
  const { db, actor, now } = c.var
  const dossier = sees(actor, place) ? await dossierNow(db, actor, place, { now, language: of }) : undefined
  if (!dossier) throw notFound()
  await audited(c, { action, subject: 'village', subjectId: place })
  return dossier
}

async function handoverFor(c: Context<Env>, place: PlaceCode, asked: z.infer<typeof hands>, of: Language, action: AuditAction) {
  const { db, actor, now } = c.var
  const handover = await handoverOf(db, actor, place, asked, { now, language: of })
  if (!handover) throw notFound()
  await audited(c, { action, subject: 'village', subjectId: place, facts: { from: handover.from.id, to: handover.to?.id ?? null } })
  return handover
}

async function printed(c: Context<Env>, sheet: Sheet, { name, townName }: { name: string; townName: string }, of: Language) {
  const title = `${name} ${sheet.name}`
  const heading = { title, author: townName, language: of, at: c.var.now, head: [`${townName} ${name}`, sheet.name] as const }
  return c.body(new Uint8Array(await printSheets([sheet], heading)), 200, {
    'content-type': 'application/pdf',
    'content-disposition': `inline; filename="village.pdf"; filename*=UTF-8''${encodeURIComponent(`${title}.pdf`)}`,
  })
}

dossiers.openapi(
  createRoute({
    tags,
    method: 'get',
    path: '/villages/{village}/dossier',
    summary: "A village's dossier, assembled at this moment",
    request: { params },
    responses: answers(DossierReply),
  }),
  async (c) => c.json(await dossierFor(c, c.req.valid('param').village, c.var.language, 'dossier.opened'), 200),
)

dossiers.openapi(
  createRoute({
    tags,
    method: 'get',
    path: '/villages/{village}/dossier/pdf',
    summary: 'The dossier on paper',
    request: { params, query: language },
    responses: pdf,
  }),
  async (c) => {
    const of = c.req.valid('query').language
    const dossier = await dossierFor(c, c.req.valid('param').village, of, 'dossier.printed')
    return printed(c, dossierSheet(dossier, words(of)), dossier, of)
  },
)

dossiers.openapi(
  createRoute({
    tags,
    method: 'get',
    path: '/villages/{village}/handover',
    summary: 'What one officer of a village hands over to the next',
    request: { params, query: hands },
    responses: answers(HandoverReply),
  }),
  async (c) => c.json(await handoverFor(c, c.req.valid('param').village, c.req.valid('query'), c.var.language, 'handover.opened'), 200),
)

dossiers.openapi(
  createRoute({
    tags,
    method: 'get',
    path: '/villages/{village}/handover/pdf',
    summary: 'The handover sheet, to be signed by both and the station',
    request: { params, query: hands.extend(language.shape) },
    responses: pdf,
  }),
  async (c) => {
    const { language: of, ...asked } = c.req.valid('query')
    const handover = await handoverFor(c, c.req.valid('param').village, asked, of, 'handover.printed')
    return printed(c, handoverSheet(handover, words(of)), handover, of)
  },
)

dossiers.openapi(
  createRoute({
    tags,
    method: 'get',
    path: '/villages/{village}/facilities',
    summary: 'What stands in a village to keep it safe, as somebody last saw it',
    request: { params },
    responses: answers(Facilities),
  }),
  async (c) => {
    const { db, actor } = c.var
    const { village } = c.req.valid('param')
    if (!sees(actor, village)) throw notFound()
    const rows = await facilities.facilitiesOf(db, actor.county, village)
    const names = await namesOf(
      db,
      actor.county,
      rows.map(({ by }) => by),
    )
    return c.json(
      rows.map((row) => ({ ...row, byName: names.get(row.by) ?? '' })),
      200,
    )
  },
)

dossiers.openapi(
  createRoute({
    tags,
    method: 'put',
    path: '/facilities/{id}',
    summary: 'Note a facility as it was seen today',
    request: { params: facilityParams, body: json(NewFacility) },
    responses: answers(Done),
  }),
  async (c) => {
    const { db, actor, now } = c.var
    const { id } = c.req.valid('param')
    const facility = c.req.valid('json')
    if (!may(actor, 'village.keep', facility.village)) throw new Problem(refuse('not_permitted', { verb: 'village.keep' }))
    if (facility.seenOn && facility.seenOn > dayOf(now)) throw new Problem(refuse('beat.day_ahead', { day: facility.seenOn }))
    const there = await facilities.findFacility(db, actor.county, id)
    if (there && there.village !== facility.village) throw new Problem(refuse('conflict', { id }))
    await facilities.putFacility(db, actor, id, facility, dayOf(now)).catch((error: unknown) => {
      throw isMissingReference(error) ? new Problem(refuse('place.unknown', { place: facility.village })) : error
    })
    await audited(c, { action: 'facility.kept', subject: 'village', subjectId: facility.village, facts: { id, kind: facility.kind } })
    return c.json({ id }, 200)
  },
)

dossiers.openapi(
  createRoute({
    tags,
    method: 'delete',
    path: '/facilities/{id}',
    summary: 'A facility is no more',
    request: { params: facilityParams },
    responses: answers(Done),
  }),
  async (c) => {
    const { db, actor, now } = c.var
    const { id } = c.req.valid('param')
    const there = await facilities.findFacility(db, actor.county, id)
    if (!there || !may(actor, 'village.keep', there.village)) throw notFound()
    await facilities.endFacility(db, actor.county, id, dayOf(now))
    await audited(c, { action: 'facility.ended', subject: 'village', subjectId: there.village, facts: { id } })
    return c.json({ id }, 200)
  },
)
