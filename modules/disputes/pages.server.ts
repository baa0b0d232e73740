/** A party's own page, by the code their mediator gave them: what was agreed, what is due, and what they may say to it. No script needed. */
import type { Context } from 'hono'
import { html } from 'hono/html'
import { z } from 'zod'
import { type CommandId, id } from '#modules/kernel/ids.ts'
import { isRefusal, refuse } from '#modules/kernel/refusal.ts'
import { trackingCode } from '#modules/matters/wire.ts'
import { byCode } from '#server/by-code.ts'
import { atMost, type Env, router } from '#server/context.ts'
import { page, sayIn } from '#server/page.ts'
import { sentence } from '#server/sentence.ts'
import { act } from './act.server.ts'
import type { Dispute } from './dispute.ts'
import { agreed, type Tried } from './pages/party.server.ts'
import { findByCode, identitiesOf } from './record-store.server.ts'
import { findAny } from './store.server.ts'
import { Command } from './wire.ts'

type Mine = { readonly dispute: Dispute; readonly party: string; readonly code: string }

async function mine(c: Context<Env>): Promise<Mine | Response> {
  const { db, language, now } = c.var
  const it = await byCode(c, c.req.param('code') ?? '', trackingCode, async (hash) => {
    const party = await findByCode(db, hash)
    const dispute = party && (await findAny(db, party.county, party.disputeId))
    return dispute && { dispute, party: party.id }
  })
  if (it instanceof Response) return it
  if (it) return { ...it.found, code: it.code }
  const say = sayIn(c)
  return page(c, {
    title: say('disputes:party.title'),
    status: 404,
    isPrivate: true,
    body: html`<h1>${say('disputes:party.title')}</h1><p class="notice wrong" role="alert">${sentence(refuse('tracking.unknown'), language, now)}</p><p>${say('disputes:party.lost')}</p>`,
  })
}

async function show(c: Context<Env>, { dispute, party, code }: Mine, tried?: Tried): Promise<Response> {
  const { db, secrets } = c.var
  const say = sayIn(c)
  const identities = await identitiesOf(db, dispute.county, [dispute.id], secrets)
  return page(c, {
    title: say('disputes:party.title'),
    isPrivate: true,
    status: tried ? 409 : 200,
    body: await agreed(c, {
      dispute,
      party,
      at: `/m/${code}`,
      names: new Map(identities.map(({ id, identity }) => [id, identity.name])),
      tried,
    }),
  })
}

/** What a party can do with the page's forms. */
const Form = z.object({
  commandId: id<CommandId>(),
  do: z.enum(['confirmTerm', 'tell', 'withdraw']),
  term: z.uuid().optional(),
  words: z.string().max(600).optional(),
})

export const partyPages = router()

partyPages.get('/m/:code', async (c) => {
  const it = await mine(c)
  return it instanceof Response ? it : show(c, it)
})

partyPages.use('/m/:code', atMost(20_000))
partyPages.post('/m/:code', async (c) => {
  const it = await mine(c)
  if (it instanceof Response) return it
  const { db, now, secrets, language } = c.var
  const typed = Object.fromEntries(Object.entries(await c.req.parseBody()).filter(([, value]) => typeof value === 'string'))
  const form = Form.safeParse(typed)
  const words = String(typed['words'] ?? '').trim()
  const said = form.success
    ? Command.safeParse(
        form.data.do === 'confirmTerm'
          ? { do: 'confirmTerm', term: form.data.term }
          : form.data.do === 'tell'
            ? { do: 'tell', words }
            : { do: 'withdraw', party: it.party, reason: words, routes: [] },
      )
    : undefined
  if (!form.success || !said?.success) {
    const issue = refuse('invalid', { issues: [{ field: 'words', message: 'missing' }] })
    return show(c, it, { action: String(typed['do'] ?? 'tell'), words, error: sentence(issue, language, now) })
  }
  const envelope = { commandId: form.data.commandId, command: said.data }
  const acted = await act(db, it.dispute, envelope, { as: 'party', party: it.party }, now, secrets)
  if (isRefusal(acted))
    return show(
      c,
      { ...it, dispute: (await findAny(db, it.dispute.county, it.dispute.id)) ?? it.dispute },
      { action: form.data.do, words, error: sentence(acted, language, now) },
    )
  return c.redirect(`/m/${it.code}?done=${form.data.do}`, 303)
})
