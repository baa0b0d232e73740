/** 我的反映: a resident signs in with a one-time code, sees all they have reported, and can have their data erased. No script needed. */
import type { Context } from 'hono'
import { z } from 'zod'
import { refuse } from '#modules/kernel/refusal.ts'
import { textsOf } from '#modules/matters/pages/draft.server.ts'
import { type Following, picture, show, take } from '#modules/matters/pages/follow.server.ts'
import { formOf, uploadAtMost } from '#modules/matters/pages/upload.server.ts'
import { findFollowed } from '#modules/matters/reporters/reporters-store.server.ts'
import { type Env, router } from '#server/context.ts'
import { sayIn } from '#server/page.ts'
import { Problem, statusOf } from '#server/problem.ts'
import { sentence } from '#server/sentence.ts'
import { erase, eraseForm, mayForget } from './pages/erasing.server.ts'
import { allOf, minePage } from './pages/mine.server.ts'
import { codeForm, numberForm } from './pages/sign-in.server.ts'
import { Asking, Entering } from './resident.ts'
import { enter, type Resident, residentOf, sendCode, signOut } from './sign-in.server.ts'

const Leaving = z.union([z.uuid(), z.literal('all')])

const pages = router()
export const residentPages = pages

/** The page for who is signed in; for anybody else the form to sign in, whatever was asked for. */
const forResident = (work: (c: Context<Env>, resident: Resident) => Response | Promise<Response>) => async (c: Context<Env>) => {
  const resident = await residentOf(c)
  return resident ? work(c, resident) : numberForm(c, { status: 401 })
}

pages.get('/me', async (c) => {
  const resident = await residentOf(c)
  return resident ? minePage(c, resident) : numberForm(c)
})

/** What was sent by a form and is opened anew, to change the language for one. */
pages.get('/me/code', (c) => c.redirect('/me', 303))
pages.get('/me/reports/:id/erase', (c) => c.redirect(`/me/reports/${c.req.param('id')}`, 303))

pages.post('/me/code', uploadAtMost, async (c) => {
  const typed = textsOf(await formOf(c), 'phone')[0] ?? ''
  const asking = Asking.safeParse({ phone: typed })
  if (!asking.success) return numberForm(c, { typed, error: sayIn(c)('residents:signIn.numberWrong'), status: 422 })
  const { phone } = asking.data
  const refusal = await sendCode(c, phone)
  if (refusal) return numberForm(c, { typed, error: sentence(refusal, c.var.language, c.var.now), status: 429 })
  return codeForm(c, phone)
})

pages.post('/me', uploadAtMost, async (c) => {
  const body = await formOf(c)
  const [phone, code] = ['phone', 'code'].map((name) => textsOf(body, name)[0] ?? '')
  const asking = Asking.safeParse({ phone })
  if (!asking.success) return numberForm(c, { error: sayIn(c)('residents:signIn.numberWrong'), status: 422 })
  const entering = Entering.safeParse({ phone, code })
  if (!entering.success) return codeForm(c, asking.data.phone, { error: sayIn(c)('residents:signIn.codeShape'), status: 422 })
  const refusal = await enter(c, entering.data.phone, entering.data.code)
  if (!refusal) return c.redirect('/me', 303)
  const status = statusOf(refusal) === 429 ? 429 : 401
  return codeForm(c, entering.data.phone, { error: sentence(refusal, c.var.language, c.var.now), status })
})

pages.post(
  '/me/out',
  uploadAtMost,
  forResident(async (c, resident) => {
    const which = Leaving.safeParse(textsOf(await formOf(c), 'which')[0]).data ?? resident.sessionId
    await signOut(c, resident, which)
    return c.redirect('/me?done=signedOut', 303)
  }),
)

/** One of the resident's own; another's is not there. */
const following = async (c: Context<Env>, resident: Resident): Promise<Following> => {
  const reporter = z.uuid().safeParse(c.req.param('id')).data
  const found = reporter && (await findFollowed(c.var.db, resident.phoneKey, reporter))
  if (!found) throw new Problem(refuse('not_found'))
  return { ...found, at: `/me/reports/${found.reporter}`, tracking: undefined }
}

pages.get(
  '/me/reports/:id',
  forResident(async (c, resident) => {
    const found = await following(c, resident)
    return show(c, { ...found, below: eraseForm(c, found, await mayForget(c.var.db, found)) })
  }),
)

pages.post(
  '/me/reports/:id',
  uploadAtMost,
  forResident(async (c, resident) => take(c, await following(c, resident))),
)

pages.get(
  '/me/reports/:id/photos/:photo',
  forResident(async (c, resident) => picture(c, await following(c, resident), c.req.param('photo') ?? '')),
)

pages.post(
  '/me/reports/:id/erase',
  uploadAtMost,
  forResident(async (c, resident) => {
    const refusal = await erase(c, await following(c, resident))
    if (refusal) throw new Problem(refusal)
    return c.redirect('/me?done=erased', 303)
  }),
)

pages.post(
  '/me/erase',
  uploadAtMost,
  forResident(async (c, resident) => {
    for (const each of await allOf(c, resident)) if (await mayForget(c.var.db, each)) await erase(c, each)
    return c.redirect('/me?done=erasedAll', 303)
  }),
)
