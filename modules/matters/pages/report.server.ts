/** A resident reports: the form, and what comes of it. Whatever goes wrong, what was typed, chosen and photographed is still there. */
import type { Context } from 'hono'
import { html } from 'hono/html'
import { categoriesOf, departmentNames } from '#modules/categories/store.server.ts'
import { dayOf } from '#modules/kernel/calendar.ts'
import type { County, MatterId, PlaceCode } from '#modules/kernel/ids.ts'
import { isRefusal, type Refusal } from '#modules/kernel/refusal.ts'
import { findPlaces } from '#modules/places/pages/finder.server.ts'
import { countyOf, isPlaceCode, pathName, pathOf, within } from '#modules/places/place.ts'
import * as places from '#modules/places/store.server.ts'
import { addressOf, type Env, router } from '#server/context.ts'
import { type Html, page, sayIn } from '#server/page.ts'
import { statusOf } from '#server/problem.ts'
import { sentence } from '#server/sentence.ts'
import { choose } from '#server/visitor.ts'
import { file } from '../act.server.ts'
import { sealedContact } from '../file.server.ts'
import { wordsAtMost } from '../matter.ts'
import * as records from '../record-store.server.ts'
import type { MatterRow } from '../reply.ts'
import { join } from '../reporters/join.server.ts'
import { findTracked } from '../reporters/reporters-store.server.ts'
import { forgetDaysOf } from '../reporters/retention-store.server.ts'
import type { PublicReport } from '../wire.ts'
import { blankDraft, checkDraft, type Draft, type Field, pointOf, readDraft } from './draft.server.ts'
import type { Errors, Where } from './field.server.ts'
import { reportForm } from './form.server.ts'
import { offerList, offersFor } from './offers.server.ts'
import { keepAll, onShelf, thumbnails } from './pictures.server.ts'
import { formOf, uploadAtMost } from './upload.server.ts'

const hitsAtMost = 12
/** Where more counties share an installation, a village is found by its name: the list would be too long. */
const countiesAtMost = 3

export const reportPages = router()

/** The county a form is for: its place's, else the only one here, else the first until somebody says. */
const countyFor = async (c: Context<Env>, draft: Draft): Promise<County | undefined> => {
  const known = (await places.counties(c.var.db)).map(({ code }) => code as County)
  return known.find((code) => code === draft.county) ?? known[0]
}

/** The place of a code, if it stands today and is small enough for somebody to be there. */
async function standingAt({ var: { db, now } }: Context<Env>, code: PlaceCode) {
  const place = await places.find(db, code)
  const isSmall = place !== undefined && place.level !== 'county' && place.level !== 'town'
  return isSmall && (place.until === null || place.until > dayOf(now)) ? place : undefined
}

async function whereOf(c: Context<Env>, draft: Draft, county: County): Promise<Where> {
  const { db, now } = c.var
  const on = dayOf(now)
  const place = draft.place ? await standingAt(c, draft.place) : undefined
  if (!place) {
    const all = draft.county ? [county] : (await places.counties(db)).slice(0, countiesAtMost).map(({ code }) => code)
    const towns = (await Promise.all(all.map((code) => places.below(db, code as string as PlaceCode, on)))).flat()
    const villages = await Promise.all(towns.map(async (town) => ({ town, villages: await places.below(db, town.code, on) })))
    return {
      chosen: undefined,
      lanes: [],
      hits: draft.find ? (await findPlaces(db, draft.find, on, 40)).filter((hit) => hit.code.length >= 12).slice(0, hitsAtMost) : undefined,
      villages,
    }
  }
  const village = within(place.code, 'village')
  const grids = place.level === 'village' && village ? await places.below(db, village, on) : []
  return {
    chosen: { code: place.code, path: pathName(place.code, await places.placeNames(db, county, pathOf(place.code))) },
    hits: undefined,
    villages: [],
    lanes: await Promise.all(grids.map(async (grid) => ({ grid, lanes: await places.below(db, grid.code, on) }))),
  }
}

type Shown = {
  errors?: Errors
  note?: Html | string | undefined
  offers?: readonly MatterRow[]
  status?: 200 | 404 | 409 | 413 | 422 | 429
}

async function show(c: Context<Env>, draft: Draft, { errors = {}, note, offers = [], status = 200 }: Shown = {}): Promise<Response> {
  const say = sayIn(c)
  const county = await countyFor(c, draft)
  if (!county)
    return page(c, {
      title: say('public:report.title'),
      body: html`<h1>${say('public:report.title')}</h1><p>${say('public:home.empty')}</p>`,
    })
  const english = c.var.language === 'en'
  const [categories, departments, keptDays] = await Promise.all([
    categoriesOf(c.var.db, county),
    departmentNames(c.var.db, county, english),
    forgetDaysOf(c.var.db, county),
  ])
  const isRestricted = categories.some(({ code, isRestricted: is }) => is && code === draft.category)
  const isAgain = Object.keys(errors).length > 0
  return page(c, {
    title: (isAgain ? say('public:report.wrongTitle') : '') + say('public:report.title'),
    form: 'report',
    status,
    isPrivate: isRestricted,
    scripts: ['report.js', 'leave.js', 'offers.js'],
    body: reportForm(say, {
      draft,
      errors,
      note,
      offers: offers.length > 0 ? offerList(say, offers, c.var.now) : undefined,
      kinds: categories.filter(({ parent }) => parent === null),
      choices: categories.filter(({ parent }) => parent !== null),
      departments,
      keptDays,
      english,
      thumbnails: await thumbnails(c, draft.shelf || county, draft.photos),
      where: await whereOf(c, draft, county),
    }),
  })
}

reportPages.get('/report', async (c) => {
  const asked = c.req.query('lane') ?? c.req.query('place') ?? ''
  const known = isPlaceCode(asked) && (await standingAt(c, asked)) ? asked : ''
  const draft = blankDraft(c, { place: known, county: known ? countyOf(known) : '', kind: c.req.query('kind') ?? '' })
  return show(c, draft, asked && !known ? { note: sayIn(c)('public:report.unknownPlace') } : {})
})

reportPages.post('/report', uploadAtMost, async (c) => {
  const say = sayIn(c)
  const sent = readDraft(c, await formOf(c))
  const county = await countyFor(c, sent.draft)
  if (!county) return show(c, sent.draft)
  const { db, now, throttle, secrets } = c.var

  if (await records.seen(db, county, sent.draft.commandId)) return sentBefore(c, sent.draft, sent.join)
  const before = await onShelf(c, sent.draft.shelf || county, county, sent.draft.photos)
  const { ids: photos, refused } = await keepAll(c, county, before, sent.files)
  const draft = { ...sent.draft, photos, shelf: county }
  const [what, value] = sent.again.split('-')
  if (sent.again !== '') {
    choose(c, { lang: what === 'lang' ? value : undefined, large: what === 'large' ? value : undefined })
    return show(c, what === 'elsewhere' ? { ...draft, place: '' } : draft)
  }

  // In danger a call comes before any form: whoever has not been told whom to ring is told now.
  const isDanger = (await categoriesOf(db, county)).some(({ code, isEmergency }) => isEmergency && code === draft.category)
  if (isDanger && draft.warned !== draft.category) return show(c, draft)

  const checked = checkDraft(draft, sent.join !== undefined)
  const errors: Errors = {}
  if (refused)
    errors.photos = say('public:report.photoRefused', {
      file: refused.file.slice(0, 60),
      why: sentence(refused.refusal, c.var.language, now),
    })
  if ('wrong' in checked)
    Object.assign(
      errors,
      Object.fromEntries(Object.entries(checked.wrong).map(([field, wrong]) => [field, wordsFor(c, field as Field, wrong, draft)])),
    )
  if (!('report' in checked) || refused)
    return show(c, draft, { errors, status: refused?.refusal.refused === 'photo.too_large' ? 413 : 422 })

  const seconds = await throttle.count('report', addressOf(c))
  if (seconds > 0) {
    c.header('retry-after', String(seconds))
    return show(c, draft, { note: say('public:report.throttled', { count: Math.ceil(seconds / 60) }), status: 429 })
  }
  const { contact, tracking, ...report } = checked.report
  if (sent.join) return joined(c, draft, { ...checked.report, to: sent.join })
  const offers = await offersFor(c, report, draft.offered)
  if (offers.length > 0) {
    await throttle.reward('report', addressOf(c))
    return show(c, draft, { offers })
  }
  const filed = await file(db, { ...report, source: 'web' }, { as: 'reporter' }, now, sealedContact(contact, secrets, tracking))
  if (isRefusal(filed)) return refusedReport(c, draft, filed)
  return c.redirect(`/t/${tracking}?new=1`, 303)
})

/** "是这件事，我也关注": one more who stands behind it, with a code of their own. */
async function joined(c: Context<Env>, draft: Draft, { to, ...report }: PublicReport & { to: MatterId }): Promise<Response> {
  const { db, now, secrets } = c.var
  const { commandId, id, words, photos = [], contact, tracking, place } = report
  const joining = { to, commandId, id, words: words || null, photos }
  const refusal = await join(db, countyOf(place), joining, sealedContact(contact, secrets, tracking), now)
  return refusal ? refusedReport(c, draft, refusal) : c.redirect(`/t/${tracking}?new=1`, 303)
}

/** The offers that fit what is typed so far, for the small script of the form: a piece of a page, or nothing. */
reportPages.post('/report/near', async (c) => {
  const { draft } = readDraft(c, await formOf(c))
  const busy = await c.var.throttle.count('near', addressOf(c))
  const { place, category, words } = draft
  if (busy > 0 || !place || !category || !words.trim()) return c.body(null, 204)
  const offers = await offersFor(c, { place, category, words: words.slice(0, wordsAtMost), ...pointOf(draft) }, draft.offered)
  if (offers.length === 0) return c.body(null, 204)
  const say = sayIn(c)
  c.header('cache-control', 'private, no-store')
  return c.html(html`<h2>${say('public:offers.title')}</h2>${offerList(say, offers, c.var.now)}<p>${say('public:offers.orSend')}</p>`)
})

/** The same form once more: the same receipt. If it says something else now, that is another report, and nothing is swallowed. */
async function sentBefore(c: Context<Env>, draft: Draft, join: MatterId | undefined): Promise<Response> {
  const { db, secrets } = c.var
  const first = (await findTracked(db, secrets.hash(draft.tracking)))?.matter
  const isJoined = first !== undefined && first.id === join
  const isSame = first && first.words === draft.words.trim() && first.category === draft.category && first.place.startsWith(draft.place)
  if (isJoined || (first && isSame)) return c.redirect(`/t/${draft.tracking}?new=1`, 303)
  const say = sayIn(c)
  const fresh = { ...draft, ...(({ commandId, id, tracking }) => ({ commandId, id, tracking }))(blankDraft(c)), photos: [] }
  const note = first
    ? html`${say('public:report.sentBefore')} <a href="/t/${draft.tracking}">${say('public:report.seeFirst')}</a>`
    : say('public:report.sendAgain')
  return show(c, fresh, { note, status: 409 })
}

const fieldOfRefusal: Readonly<Record<string, Field>> = {
  'place.unknown': 'place',
  'place.ended': 'place',
  'category.unknown': 'category',
  'photo.unknown': 'photos',
}

/** The rules said no: beside the field they mean, or over the form. A photo that is not there is dropped from the draft. */
function refusedReport(c: Context<Env>, draft: Draft, refusal: Refusal): Promise<Response> {
  const words = sentence(refusal, c.var.language, c.var.now)
  const field = fieldOfRefusal[refusal.refused]
  return show(c, field === 'place' ? { ...draft, place: '' } : draft, {
    ...(field ? { errors: { [field]: words } } : { note: words }),
    status: statusOf(refusal) as 422,
  })
}

const wordsFor = (c: Context<Env>, field: Field, wrong: string, draft: Draft): string =>
  sayIn(c)(`public:report.wrong.${field}_${wrong}`, { count: wordsAtMost, typed: field === 'words' ? draft.words.trim().length : 0 })
