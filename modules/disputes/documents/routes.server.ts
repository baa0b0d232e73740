/** The dossier over HTTP, for whoever may open the file. Each download is recorded, as an opening is. */
import { createRoute } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { z } from 'zod'
import { keptPhotos } from '#modules/documents/photos.server.ts'
import { type DisputeId, id } from '#modules/kernel/ids.ts'
import { audited } from '#server/audit.ts'
import { type Env, router, signedIn } from '#server/context.ts'
import { notFound } from '#server/problem.ts'
import { type Language, words } from '#server/words.ts'
import { fileOf } from '../file.server.ts'
import type { DisputeFile } from '../reply.ts'
import { items } from '../rules/dossier.ts'
import * as store from '../store.server.ts'
import { type Printing, printDocument, printDossier } from './render.server.ts'

const tags = ['disputes']
const params = z.object({ id: id<DisputeId>() })
/** The file is Chinese, whatever the reader's language: a translation is asked for. */
const query = z.object({ language: z.enum(['zh-CN', 'en']).default('zh-CN') })
const responses = { 200: { description: 'A PDF', content: { 'application/pdf': { schema: z.string().openapi({ format: 'binary' }) } } } }

export const documents = router()
documents.use(signedIn)

documents.openapi(
  createRoute({
    tags,
    method: 'get',
    path: '/{id}/dossier',
    summary: 'The whole dossier: cover, contents and the thirteen items',
    request: { params, query },
    responses,
  }),
  async (c) => {
    const { id } = c.req.valid('param')
    const printing = await printingOf(c, id, c.req.valid('query').language)
    await printed(c, id, 'dossier')
    return reply(c, await printDossier(printing), printing.file, printing.say('disputes:documents.cover.title'))
  },
)

documents.openapi(
  createRoute({
    tags,
    method: 'get',
    path: '/{id}/documents/{item}',
    summary: 'One document of the dossier; its blank form where the file has nothing of it yet',
    request: { params: params.extend({ item: z.enum(items) }), query },
    responses,
  }),
  async (c) => {
    const { id, item } = c.req.valid('param')
    const printing = await printingOf(c, id, c.req.valid('query').language)
    await printed(c, id, item)
    return reply(c, await printDocument(printing, item), printing.file, printing.say(`disputes:items.${item}`))
  },
)

async function printingOf(c: Context<Env>, id: DisputeId, language: Language): Promise<Printing> {
  const { db, actor, now, secrets, photos } = c.var
  const dispute = await store.find(db, actor, id)
  if (!dispute) throw notFound()
  const file = await fileOf(db, dispute, actor, { secrets, now, language })
  return { file, say: words(language), language, at: now, photos: keptPhotos(photos, actor.county) }
}

const printed = (c: Context<Env>, id: DisputeId, item: string) =>
  audited(c, { action: 'dispute.printed', subject: 'dispute', subjectId: id, facts: { item } })

const reply = (c: Context<Env>, pdf: Buffer, { number }: DisputeFile, name: string) =>
  c.body(new Uint8Array(pdf), 200, {
    'content-type': 'application/pdf',
    'content-disposition': `inline; filename="dossier.pdf"; filename*=UTF-8''${encodeURIComponent(`${number} ${name}.pdf`)}`,
  })
