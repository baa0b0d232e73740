import { expect } from 'vitest'
import { li, mediated, registered, secret, settled, term, zhao } from '#tests/dispute.ts'
import { uuid } from '#tests/matter.ts'
import { type Served, served } from '#tests/server.ts'
import type { DisputeFile } from './reply.ts'

const codeOf = async ({ as }: Served, id: string, party: string) =>
  ((await (await as('mediator').post(`/api/disputes/${id}/parties/${party}/code`, {})).json()) as { code: string }).code
const page = async ({ anybody }: Served, code: string) => (await anybody.get(`/m/${code}`)).text()
const send = ({ anybody }: Served, code: string, form: Record<string, string>) =>
  anybody.upload(`/m/${code}`, new URLSearchParams(form).toString(), 'application/x-www-form-urlencoded')
const file = async ({ as }: Served, id: string) => (await (await as('mediator').get(`/api/disputes/${id}`)).json()) as DisputeFile

served('a code that leads nowhere says nothing, however close it is, and counts among what was guessed', async (it) => {
  const texts = []
  for (const code of ['ABCD-EFGH-JKMN-PQ00', 'nonsense']) {
    const reply = await it.anybody.get(`/m/${code}`)
    texts.push([reply.status, (await reply.text()).includes('请核对查询码')])
  }

  expect(texts).toEqual([
    [404, true],
    [404, true],
  ])
  expect(await it.opened.throttle.used('tracking', 'unknown')).toBe(2)
})

served('a party sees what was agreed and what is due, and not what was said', async (it) => {
  const { dispute } = await settled(it, 1)
  const text = await page(it, await codeOf(it, dispute.id, li.id))

  for (const words of ['(2026)河湾村人调字第1号', '把滴水管改到自家院里', '6月20日', '待履行', '华调解']) expect(text).toContain(words)
  expect(text).not.toContain(secret)
  expect(text).not.toContain(zhao.identity.phone)
  expect(text.length).toBeLessThan(12_000)
})

served('another code ends the one before', async (it) => {
  const { dispute } = await settled(it, 1)
  const first = await codeOf(it, dispute.id, li.id)
  await codeOf(it, dispute.id, li.id)

  expect((await it.anybody.get(`/m/${first}`)).status).toBe(404)
})

served('whoever was promised something confirms it, once; whoever promised it does not', async (it) => {
  const { dispute } = await settled(it, 1)
  const [hers, his] = [await codeOf(it, dispute.id, li.id), await codeOf(it, dispute.id, zhao.id)]
  expect(await page(it, his)).not.toContain('对方已经办到了')
  const form = { commandId: uuid(700), do: 'confirmTerm', term: term.id }
  expect((await send(it, hers, form)).status).toBe(303)
  expect((await send(it, hers, form)).status).toBe(303)
  expect((await send(it, hers, { ...form, commandId: uuid(701) })).status).toBe(409)

  expect((await file(it, dispute.id)).dispute.agreement?.terms[0]?.confirmedBy).toEqual([li.id])
})

served('art. 23: a party ends mediation from their page, and is told of the other ways', async (it) => {
  const { id } = await registered(it, 1)
  const code = await codeOf(it, id, zhao.id)
  expect(await page(it, code)).toContain('向法院起诉')
  const reply = await send(it, code, { commandId: uuid(700), do: 'withdraw', words: '' })

  expect(reply.status).toBe(303)
  expect((await file(it, id)).dispute).toMatchObject({
    status: 'withdrawn',
    routesTold: { routes: ['arbitration', 'administrative', 'court'] },
  })
})

served('what a party writes is kept when it is refused, and comes back as text', async (it) => {
  const { id } = await registered(it, 1)
  const code = await codeOf(it, id, li.id)
  await mediated(it, 'mediator', id, { do: 'comment', words: '打过电话' })
  const reply = await send(it, code, { commandId: 'nonsense', do: 'tell', words: '<b>他没来</b>' })

  expect(reply.status).toBe(409)
  expect(await reply.text()).toContain('&lt;b&gt;他没来&lt;/b&gt;')
  expect((await send(it, code, { commandId: uuid(701), do: 'tell', words: '他没来' })).status).toBe(303)
  expect((await file(it, id)).events.at(-1)).toMatchObject({ type: 'told', words: '他没来', by: null })
})
