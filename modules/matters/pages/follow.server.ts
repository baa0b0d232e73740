/** The page on which a reporter follows their matter and has the last word on it, however they came to it: by their code, or signed in. */
import type { Context } from 'hono'
import { html } from 'hono/html'
import { z } from 'zod'
import { type CommandId, id, type PhotoId } from '#modules/kernel/ids.ts'
import { isRefusal, type Refusal, refuse } from '#modules/kernel/refusal.ts'
import { fetchPhoto } from '#modules/photos/photo.server.ts'
import type { Env } from '#server/context.ts'
import { type Html, page, sayIn, urgent } from '#server/page.ts'
import { Problem, statusOf } from '#server/problem.ts'
import { sentence } from '#server/sentence.ts'
import { act } from '../act.server.ts'
import { type Matter, photosAtMost } from '../matter.ts'
import * as records from '../record-store.server.ts'
import * as joining from '../reporters/join.server.ts'
import type { Followed } from '../reporters/reporters-store.server.ts'
import { picturesFor } from '../rules/told.ts'
import * as store from '../store.server.ts'
import { Envelope } from '../wire.ts'
import { actionForms, type ReporterAction, reporterActions, type Tried } from './actions.server.ts'
import { leave } from './danger.server.ts'
import { filesOf, textsOf } from './draft.server.ts'
import { keepAll, thumbnails } from './pictures.server.ts'
import { receipt } from './receipt.server.ts'
import { storyOf } from './story.server.ts'
import { stagesOf, standing, storyList } from './timeline.server.ts'
import { inFours } from './tracking-code.server.ts'
import { formOf } from './upload.server.ts'

/** Who follows what, and where the page is; `tracking` is the code, for whoever came by it. */
export type Following = Followed & {
  readonly at: string
  readonly tracking: string | undefined
  /** What the page offers besides, at its end. */
  readonly below?: Html
}

export async function show(
  c: Context<Env>,
  { matter, reporter, at, tracking, below }: Following,
  refused?: { tried: Tried; status: 409 | 413 | 422 },
): Promise<Response> {
  const { db, secrets, now, language, mint } = c.var
  const say = sayIn(c)
  const joined = reporter === matter.id ? undefined : reporter
  const story = await storyOf(db, matter, secrets, now, language, joined)
  const { row, around } = story.file
  const did = reporterActions.find((action) => action === c.req.query('done'))
  const isNew = tracking !== undefined && c.req.query('new') === '1' && c.req.method === 'GET'
  const offered = {
    matter,
    at,
    joined,
    mint,
    now,
    reopenDays: around.reopenDays,
    hasDuplicates: around.hasDuplicates,
    tried: refused?.tried,
  }
  return page(c, {
    title: say(isNew ? 'public:receipt.title' : 'public:progress.title'),
    isPrivate: true,
    hasSession: tracking === undefined,
    status: refused?.status ?? 200,
    scripts: ['receipt.js', 'report.js', 'leave.js'],
    body: html`${matter.seenBy ? leave(say) : ''}${matter.isEmergency && matter.dueBy ? html`<p class="notice wrong">${urgent(say)}</p>` : ''}
${isNew ? receipt(say, row, tracking) : html`<h1>${matter.seenBy ? say('public:progress.title') : row.categoryName}</h1>`}
${did ? html`<p class="notice good" role="status">${say(`public:actions.done.${did}`)}</p>` : ''}
${isNew ? html`<h2>${say('public:receipt.next')}</h2>` : html`<p class="soft">${row.placeName} · ${say('matters:number', { number: row.number })}</p>`}
${stagesOf(say, story.main?.file.row.matter ?? matter)}
${joined ? html`<p class="notice">${say('public:progress.joined')}</p>` : ''}
${standing(say, matter, story, now, language)}
${actionForms(say, offered)}
<h2>${say('matters:fields.timeline')}</h2>
${storyList(say, story, at, now, language)}
${tracking && !isNew ? html`<p class="soft">${say('public:progress.code')} <span class="code unbroken">${inFours(tracking)}</span></p>` : ''}
${tracking ? html`<p class="soft">${say('public:progress.private')}</p>` : ''}
${below ?? ''}
<p><a href="/me">${say('residents:mine.title')}</a></p>`,
  })
}

/** Does what a reporter asks for with one of the page's forms. */
export async function take(c: Context<Env>, following: Following): Promise<Response> {
  const { matter, reporter, at } = following
  const joined = reporter === matter.id ? undefined : reporter
  const body = await formOf(c)
  const first = (name: string) => (textsOf(body, name)[0] ?? '').trim()
  if (joined && first('do') === 'leave') return left(c, matter, joined, first('commandId'))
  const action = reporterActions.find((each) => each === first('do'))
  if (!action) throw new Problem(refuse('invalid', { issues: [{ field: 'do', message: 'action' }] }))

  const named = textsOf(body, 'photo').flatMap((text) => id<PhotoId>().safeParse(text).data ?? [])
  const before = [...new Set(named)].slice(0, photosAtMost)
  const { ids, refused } = await keepAll(c, matter.county, before, filesOf(body, 'photos'))
  const again = async (error: string, where?: Tried['at'], status: 409 | 413 | 422 = 422) => {
    const now = (await store.findAny(c.var.db, matter.county, matter.id)) ?? matter
    return show(
      c,
      { ...following, matter: now },
      {
        status,
        tried: {
          action,
          words: first('words'),
          rating: first('rating'),
          photos: await thumbnails(c, matter.county, ids),
          error,
          at: where,
        },
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
  const acted = await act(c.var.db, matter, envelope.data, { as: 'reporter', joined }, c.var.now)
  if (isRefusal(acted)) return again(told(acted), undefined, statusOf(acted) as 409)
  return c.redirect(`${at}?done=${action}`, 303)
}

async function left(c: Context<Env>, matter: Matter, reporter: string, typed: string): Promise<Response> {
  const commandId = id<CommandId>().safeParse(typed)
  if (!commandId.success) throw new Problem(refuse('invalid', { issues: [{ field: 'commandId', message: 'id' }] }))
  const refusal = await joining.leave(c.var.db, matter.county, matter.id, reporter, commandId.data, c.var.now)
  if (refusal) throw new Problem(refusal)
  const say = sayIn(c)
  return page(c, {
    title: say('public:actions.left'),
    isPrivate: true,
    body: html`<h1>${say('public:actions.left')}</h1><p>${say('public:actions.leftWords')}</p><ul class="ways"><li><a href="/">${say('public:problem.home')}</a></li></ul>`,
  })
}

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

/** One of the pictures of what the reporter is told. */
export async function picture(c: Context<Env>, { matter, reporter }: Following, typed: string): Promise<Response> {
  const listener = reporter === matter.id ? undefined : reporter
  const photo = z.uuid().safeParse(typed).data as PhotoId | undefined
  const shown = photo && picturesFor(await records.eventsOf(c.var.db, matter.county, matter.id), listener).includes(photo)
  if (!shown) throw new Problem(refuse('photo.unknown'))
  const bytes = await fetchPhoto(c.var.photos, matter.county, photo, c.req.query('size') === 'small' ? 'small' : 'full')
  return c.body(new Uint8Array(bytes), 200, {
    'content-type': 'image/webp',
    'cache-control': 'private, max-age=86400, immutable',
    'x-robots-tag': 'noindex',
  })
}
