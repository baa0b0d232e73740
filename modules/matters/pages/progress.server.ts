/** A reporter follows their matter by its code, and has the last word on it. Whoever guesses codes is slowed, then stopped. */
import { setTimeout as pause } from 'node:timers/promises'
import type { Context } from 'hono'
import { html } from 'hono/html'
import { z } from 'zod'
import { type CommandId, id, type PhotoId } from '#modules/kernel/ids.ts'
import { isRefusal, type Refusal, refuse } from '#modules/kernel/refusal.ts'
import { fetchPhoto } from '#modules/photos/photo.server.ts'
import { trackField } from '#modules/places/pages/track-field.server.ts'
import { addressOf, type Env, router } from '#server/context.ts'
import { page, sayIn, urgent } from '#server/page.ts'
import { Problem, statusOf } from '#server/problem.ts'
import { problemPage } from '#server/problem-page.ts'
import { sentence } from '#server/sentence.ts'
import { act } from '../act.server.ts'
import { type Matter, photosAtMost } from '../matter.ts'
import * as records from '../record-store.server.ts'
import { findTracked } from '../reporters/reporters-store.server.ts'
import * as store from '../store.server.ts'
import { Envelope, trackingCode } from '../wire.ts'
import { actionForms, type ReporterAction, reporterActions, type Tried } from './actions.server.ts'
import { leave } from './danger.server.ts'
import { filesOf, textsOf } from './draft.server.ts'
import { keepAll, thumbnails } from './pictures.server.ts'
import { receipt } from './receipt.server.ts'
import { picturesOf, storyOf } from './story.server.ts'
import { stagesOf, standing, storyList } from './timeline.server.ts'
import { inFours } from './tracking-code.server.ts'
import { formOf, uploadAtMost } from './upload.server.ts'

export const progressPages = router()

/** Each failure from one address makes the next answer later. */
const slowMs = 100
const slowestMs = 3000

type Found = { readonly matter: Matter; readonly tracking: string }

/** The matter of a code; else the answer that says no, in the same words and as slowly whether the code is close or not. */
async function tracked(c: Context<Env>, typed: string): Promise<Found | Response> {
  const { db, secrets, throttle } = c.var
  const asker = addressOf(c)
  const blocked = await throttle.wait('tracking', asker)
  if (blocked > 0) return problemPage(c, refuse('tracking.blocked', { seconds: blocked }))
  const code = trackingCode.safeParse(typed)
  const found = code.success ? await findTracked(db, secrets.hash(code.data)) : undefined
  if (found && code.success) return { ...found, tracking: code.data }
  const seconds = await throttle.count('tracking', asker)
  await pause(Math.min(slowestMs, slowMs * (await throttle.used('tracking', asker))))
  if (seconds > 0) return problemPage(c, refuse('tracking.blocked', { seconds }))
  return lookUp(c, typed, sentence(refuse('tracking.unknown'), c.var.language, c.var.now))
}

function lookUp(c: Context<Env>, typed = '', error?: string): Response | Promise<Response> {
  const say = sayIn(c)
  return page(c, {
    title: say('public:track.title'),
    status: error ? 404 : 200,
    isPrivate: true,
    body: html`<h1>${say('public:track.title')}</h1>${trackField(say, { typed: typed.slice(0, 40), ...(error ? { error } : {}) })}<p class="soft">${say('public:track.lost')}</p>`,
  })
}

progressPages.get('/t', (c) => lookUp(c))

progressPages.post('/t', uploadAtMost, async (c) => {
  const typed = textsOf(await formOf(c), 'code')[0] ?? ''
  const code = trackingCode.safeParse(typed)
  if (code.success) return c.redirect(`/t/${code.data}`, 303)
  const found = await tracked(c, typed)
  return found instanceof Response ? found : c.redirect(`/t/${found.tracking}`, 303)
})

progressPages.get('/t/:code', async (c) => {
  const found = await tracked(c, c.req.param('code'))
  return found instanceof Response ? found : show(c, found)
})

async function show(c: Context<Env>, { matter, tracking }: Found, refused?: { tried: Tried; status: 409 | 413 | 422 }): Promise<Response> {
  const { db, secrets, now, language, mint } = c.var
  const say = sayIn(c)
  const story = await storyOf(db, matter, secrets, now, language)
  const { row, around } = story.file
  const did = reporterActions.find((action) => action === c.req.query('done'))
  const isNew = c.req.query('new') === '1' && c.req.method === 'GET'
  const offered = { matter, tracking, mint, now, reopenDays: around.reopenDays, tried: refused?.tried }
  return page(c, {
    title: say(isNew ? 'public:receipt.title' : 'public:progress.title'),
    isPrivate: true,
    status: refused?.status ?? 200,
    scripts: ['receipt.js', 'report.js', 'leave.js'],
    body: html`${matter.seenBy ? leave(say) : ''}${matter.isEmergency && matter.dueBy ? html`<p class="notice wrong">${urgent(say)}</p>` : ''}
${isNew ? receipt(say, row, tracking) : html`<h1>${matter.seenBy ? say('public:progress.title') : row.categoryName}</h1>`}
${did ? html`<p class="notice good" role="status">${say(`public:actions.done.${did}`)}</p>` : ''}
${isNew ? html`<h2>${say('public:receipt.next')}</h2>` : html`<p class="soft">${row.placeName} · ${say('matters:number', { number: row.number })}</p>`}
${stagesOf(say, story.main?.file.row.matter ?? matter)}
${standing(say, matter, story, now, language)}
${actionForms(say, offered)}
<h2>${say('matters:fields.timeline')}</h2>
${storyList(say, story, tracking, now, language)}
${isNew ? '' : html`<p class="soft">${say('public:progress.code')} <span class="code unbroken">${inFours(tracking)}</span></p>`}
<p class="soft">${say('public:progress.private')}</p>`,
  })
}

progressPages.post('/t/:code', uploadAtMost, async (c) => {
  const found = await tracked(c, c.req.param('code'))
  if (found instanceof Response) return found
  const { matter, tracking } = found
  const body = await formOf(c)
  const first = (name: string) => (textsOf(body, name)[0] ?? '').trim()
  const action = reporterActions.find((each) => each === first('do'))
  if (!action) throw new Problem(refuse('invalid', { issues: [{ field: 'do', message: 'action' }] }))

  const named = textsOf(body, 'photo').flatMap((text) => id<PhotoId>().safeParse(text).data ?? [])
  const before = [...new Set(named)].slice(0, photosAtMost)
  const { ids, refused } = await keepAll(c, matter.county, before, filesOf(body, 'photos'))
  const again = async (error: string, at?: Tried['at'], status: 409 | 413 | 422 = 422) => {
    const now = (await store.findAny(c.var.db, matter.county, matter.id)) ?? matter
    return show(
      c,
      { matter: now, tracking },
      {
        status,
        tried: { action, words: first('words'), rating: first('rating'), photos: await thumbnails(c, matter.county, ids), error, at },
      },
    )
  }
  const told = (refusal: Refusal) => sentence(refusal, c.var.language, c.var.now)
  if (refused)
    return again(sayIn(c)('public:report.photoRefused', { file: refused.file.slice(0, 60), why: told(refused.refusal) }), 'photos')
  const envelope = Envelope.safeParse({
    commandId: first('commandId') as CommandId,
    version: Number(first('version')) || undefined,
    command: commandOf(action, first, ids),
  })
  if (!envelope.success) {
    if (envelope.error.issues.some(({ path }) => path[0] !== 'command')) throw new Problem(refuse('invalid', { issues: [] }))
    const isLong = envelope.error.issues.some(({ code }) => code === 'too_big')
    const at = action === 'verify' ? undefined : action === 'rate' && !isLong ? 'rating' : 'words'
    return again(sayIn(c)(isLong ? 'public:actions.long' : `public:actions.missing.${action}`), at)
  }
  const acted = await act(c.var.db, matter, envelope.data, { as: 'reporter' }, c.var.now)
  if (isRefusal(acted)) return again(told(acted), undefined, statusOf(acted) as 409)
  return c.redirect(`/t/${tracking}?done=${action}`, 303)
})

function commandOf(action: ReporterAction, first: (name: string) => string, photos: readonly PhotoId[]) {
  const said = first('words').replace(/\r\n?/g, '\n')
  switch (action) {
    case 'verify':
      return { do: action }
    case 'reopen':
      return { do: action, reason: said, photos }
    case 'comment':
      return { do: action, words: said, photos, isPublic: true }
    case 'rate':
      return { do: action, rating: Number(first('rating')), words: said || undefined }
    case 'withdraw':
      return { do: action, reason: said || undefined }
  }
}

progressPages.get('/t/:code/photos/:id', async (c) => {
  const found = await tracked(c, c.req.param('code'))
  if (found instanceof Response) return found
  const { matter } = found
  const photo = z.uuid().safeParse(c.req.param('id')).data as PhotoId | undefined
  const shown = photo && picturesOf(await records.eventsOf(c.var.db, matter.county, matter.id)).includes(photo)
  if (!shown) throw new Problem(refuse('photo.unknown'))
  const bytes = await fetchPhoto(c.var.photos, matter.county, photo, c.req.query('size') === 'small' ? 'small' : 'full')
  return c.body(new Uint8Array(bytes), 200, {
    'content-type': 'image/webp',
    'cache-control': 'private, max-age=86400, immutable',
    'x-robots-tag': 'noindex',
  })
})
