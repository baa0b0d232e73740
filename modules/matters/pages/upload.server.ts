/** How much one form may bring, pictures and all. What is too much is taken in and dropped, so that the answer can be read at all. */
import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { refuse } from '#modules/kernel/refusal.ts'
import { sayIn } from '#server/page.ts'
import { Problem } from '#server/problem.ts'
import { problemPage } from '#server/problem-page.ts'
import type { Body } from './draft.server.ts'

const most = 64_000_000
/** Past this nobody is sending photos: the line is cut. */
const patience = 400_000_000

/** Reads on without keeping anything: a browser that is still sending shows a broken line instead of our answer. */
async function letFinish(body: ReadableStream<Uint8Array> | null): Promise<void> {
  if (!body || body.locked) return
  const reader = body.getReader()
  for (let read = 0; read < patience; ) {
    const { done, value } = await reader.read().catch(() => ({ done: true, value: undefined }))
    if (done) return
    read += value?.length ?? 0
  }
}

export const uploadAtMost = bodyLimit({
  maxSize: most,
  onError: async (c) => {
    await letFinish(c.req.raw.body)
    const megabytes = Math.round(most / 1_000_000)
    return problemPage(
      c as never as Parameters<typeof problemPage>[0],
      refuse('too_large', { megabytes }),
      sayIn(c as never)('public:report.tooLarge', { megabytes }),
    )
  },
})

/** What a form brought. A body that is no form at all is its sender's mistake, not ours. */
export const formOf = (c: Context): Promise<Body> =>
  c.req.parseBody({ all: true }).catch(() => {
    throw new Problem(refuse('invalid', { issues: [{ field: 'body', message: 'unreadable' }] }))
  })
