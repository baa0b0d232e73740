import { expect } from 'vitest'
import { type Fields, hiddenIn, reportedByResident, resident } from '#tests/resident.ts'
import { type Served, served } from '#tests/server.ts'

const fire: Fields = { category: '0205', words: '柴垛冒烟' }
const violence: Fields = { category: '0107', words: '隔壁又打人了' }

async function form({ app, cast }: Pick<Served, 'app' | 'cast'>) {
  const { open, send } = resident(app)
  const { text } = await open(`/report?lane=${cast.places.lane}`)
  return { open, send, text, hidden: hiddenIn(text, 'report') }
}

const filed = async ({ opened }: Served) => (await opened.db.selectFrom('matters').select('id').execute()).length

/** The block as a browser without scripts shows it. */
const block = (text: string) => /<div id="danger"[^>]*>/.exec(text)?.[0] ?? ''

served('without a script, a report of danger is first answered with whom to ring, and nothing is lost', async (server) => {
  const { send, hidden } = await form(server)
  const { status, text } = await send('/report', { ...hidden, ...fire, name: '李大娘' })

  expect(status).toBe(200)
  expect(await filed(server)).toBe(0)
  expect(block(text)).not.toContain('hidden')
  for (const number of ['110', '119', '120']) expect(text.indexOf(`tel:${number}`)).toBeLessThan(text.indexOf('<h1'))
  expect(text).toContain('柴垛冒烟</textarea>')
  expect(text).toContain('value="李大娘"')
  expect(text).toContain('data-restricted="0107" hidden')

  const sent = await send('/report', { ...hiddenIn(text, 'report'), ...fire })
  expect(sent.status).toBe(303)
  expect(await filed(server)).toBe(1)
})

served('whoever was told about one danger and chooses another is told again; about an ordinary matter nobody is', async (server) => {
  const { send, hidden } = await form(server)
  const told = hiddenIn((await send('/report', { ...hidden, ...fire })).text, 'report')

  expect(told['warned']).toBe('0205')
  expect((await send('/report', { ...told, ...violence })).status).toBe(200)
  expect((await send('/report', { ...told, category: '0801', words: '路灯不亮' })).status).toBe(303)
})

served('violence in the family says who will see it, how to be called back, and shows the way off the page', async (server) => {
  const { send, hidden, text: before } = await form(server)
  const { text, headers } = await send('/report', { ...hidden, ...violence })

  expect(before).toMatch(/class="leave"[^>]* hidden/)
  expect(text).toContain('只有这些人能看到：包村民警、乡镇干部、县公安局、综治中心。')
  expect(text).toContain('可以留一个安全的电话')
  expect(text).toMatch(/class="leave"[^>]*data-leave>/)
  expect(headers.get('cache-control')).toContain('no-store')
})

served('the progress of such a report does not say on its face what it is about', async (server) => {
  const code = await reportedByResident(server, violence)
  const { open } = resident(server.app)
  const receipt = (await open(`/t/${code}?new=1`)).text
  const { text } = await open(`/t/${code}`)

  for (const page of [receipt, text]) {
    expect(page).not.toContain('家庭暴力')
    expect(page).toContain('data-leave')
    const shut = page.replace(/<details><summary>看内容<\/summary>.*?<\/details>/gs, '')
    expect([page.includes(violence.words as string), shut.includes(violence.words as string)]).toEqual([true, false])
  }
  expect(text).toContain('河湾村委会 包村民警')
})
