import { extractText, getDocumentProxy } from 'unpdf'
import { expect } from 'vitest'
import { mediated, registered, settled } from '#tests/dispute.ts'
import { uuid } from '#tests/matter.ts'
import { type Served, served, type Who } from '#tests/server.ts'

const readBack = async (reply: Response) => {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(await reply.arrayBuffer())), { mergePages: true })
  return text.replace(/\s/g, '')
}
const printedBy = (it: Served, who: Who, path: string) => it.as(who).get(`/api/disputes/${uuid(80)}/${path}`)

served('who may not open a file cannot print it either, and is not told that it is there', async (it) => {
  await registered(it, 80)

  for (const who of ['otherMediator', 'nextHead', 'official', 'township', 'auditor'] as const)
    for (const path of ['dossier', 'documents/session']) expect((await printedBy(it, who, path)).status).toBe(404)
  expect((await it.anybody.get(`/api/disputes/${uuid(80)}/dossier`)).status).toBe(401)
})

served('there is no fourteenth item', async (it) => {
  await registered(it, 80)

  expect((await printedBy(it, 'mediator', 'documents/secrets')).status).toBe(422)
})

served('the mediator prints the dossier of a settled file, with the paper that was signed', async (it) => {
  await settled(it, 80)
  const reply = await printedBy(it, 'mediator', 'dossier')

  expect(reply.status).toBe(200)
  expect(reply.headers.get('content-type')).toBe('application/pdf')
  expect(reply.headers.get('cache-control')).toBe('no-store')
  const text = await readBack(reply)
  for (const words of ['人民调解卷宗', '(2026)河湾村人调字第1号', '李大山', '见后附签字件', '本协议已于2026年6月3日生效'])
    expect(text).toContain(words)
})

served('each printing is recorded, and the head of the committee sees who printed', async (it) => {
  await registered(it, 80)
  await printedBy(it, 'mediator', 'documents/application')
  const file = await mediated(it, 'mediationHead', uuid(80), { do: 'comment', words: '看过了' })

  expect(file.openings?.map(({ byName }) => byName)).toContain('华调解')
  const lines = await it.opened.db.selectFrom('audit').select(['action', 'facts']).where('action', '=', 'dispute.printed').execute()
  expect(lines).toEqual([{ action: 'dispute.printed', facts: { item: 'application' } }])
})

served('a translation is printed only where it is asked for', async (it) => {
  await registered(it, 80)

  expect(await readBack(await printedBy(it, 'mediator', 'documents/application'))).toContain('人民调解申请书')
  expect(await readBack(await printedBy(it, 'mediator', 'documents/application?language=en'))).toContain('Applicationformediation')
})
