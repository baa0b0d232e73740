import sharp from 'sharp'
import { expect } from 'vitest'
import { limits } from '#server/throttle.ts'
import { type Fields, hiddenIn, resident } from '#tests/resident.ts'
import { type Served, served } from '#tests/server.ts'

const right: Fields = { category: '0801', words: '路灯三天不亮' }

async function form({ app, cast }: Pick<Served, 'app' | 'cast'>) {
  const { open, send } = resident(app)
  const hidden = hiddenIn((await open(`/report?lane=${cast.places.lane}`)).text, 'report')
  return { open, hidden, send: (change: Fields) => send('/report', { ...hidden, ...right, ...change }) }
}

const snapshot = async () =>
  new File(
    [
      new Uint8Array(
        await sharp({ create: { width: 800, height: 400, channels: 3, background: '#884422' } })
          .withExif({ IFD3: { GPSLatitude: '35/1 29/1 0/1' } })
          .jpeg()
          .toBuffer(),
      ),
    ],
    'lamp.jpg',
    { type: 'image/jpeg' },
  )

const count = async ({ db }: Served['opened'], table: 'matters' | 'photos') => (await db.selectFrom(table).select('id').execute()).length

served('an empty form is answered beside every field, with the emergency numbers on top', async (server) => {
  const { send } = await form(server)
  const { status, text } = await send({ category: '', words: '  ', place: '' })

  expect(status).toBe(422)
  for (const field of ['category', 'place', 'words']) {
    expect(text).toContain(`href="#${field}"`)
    expect(text).toMatch(new RegExp(`id="${field}-error" role="alert"`))
  }
  expect(text.indexOf('tel:110')).toBeLessThan(text.indexOf('<form'))
})

served('whatever is wrong, words, choice, photo and name are still there', async (server) => {
  const { send } = await form(server)
  const { status, text } = await send({ words: '第一行\r\n第二行 <b>粗</b>', name: '李大娘', phone: '123', photos: await snapshot() })

  expect(status).toBe(422)
  expect(text).toContain('第一行\n第二行 &lt;b&gt;粗&lt;/b&gt;</textarea>')
  expect(text).toContain('value="李大娘"')
  expect(text).toContain('value="123"')
  expect(text).toMatch(/value="0801" checked/)
  expect(text).toMatch(/name="photo" value="[\w-]{36}" checked/)
  expect(text).toContain('src="data:image/webp;base64,')
  expect(text).toContain('手机号应是 1 开头的 11 位数字')
})

served('the photo kept from before goes along with the form as it is put right', async (server) => {
  const { send } = await form(server)
  const first = await send({ phone: '123', photos: await snapshot() })
  const photo = /name="photo" value="([\w-]{36})"/.exec(first.text)?.[1] ?? ''
  const second = await send({ photo })

  expect(second.status).toBe(303)
  expect(await count(server.opened, 'photos')).toBe(1)
})

served('a file that is no photo is named, and the good one beside it is kept', async (server) => {
  const { send } = await form(server)
  const { status, text } = await send({ photos: [await snapshot(), new File(['not a picture'], 'note<1>.jpg', { type: 'image/jpeg' })] })

  expect(status).toBe(422)
  expect(text).toContain('“note&lt;1&gt;.jpg”没有收下')
  expect(text.match(/name="photo"/g)).toHaveLength(1)
})

served('a photo of 50 MB is refused, and nothing else is lost', async (server) => {
  const { send } = await form(server)
  const { status, text } = await send({ photos: new File([new Uint8Array(50_000_000)], 'huge.jpg') })

  expect(status).toBe(413)
  expect(text).toContain('最多 25 MB')
  expect(text).toContain('路灯三天不亮</textarea>')
})

served('more than a form can bring is answered with what to do', async (server) => {
  const { send } = await form(server)
  const { status, text } = await send({ photos: new File([new Uint8Array(70_000_000)], 'huge.jpg') })

  expect(status).toBe(413)
  expect(text).toContain('写好的内容还在')
})

served('a seventh photo is one too many', async (server) => {
  const { send } = await form(server)
  const photo = await snapshot()
  const { text } = await send({ photos: Array.from({ length: 7 }, () => photo) })

  expect(text).toContain('最多 6 张')
  expect(text.match(/name="photo"/g)).toHaveLength(6)
})

served('too many words are counted for the writer', async (server) => {
  const { send } = await form(server)

  expect((await send({ words: '长'.repeat(1001) })).text).toContain('写了 1001 字，最多 1000 字')
})

served('a lane that is not there has to be chosen again', async (server) => {
  const { send, open } = await form(server)

  expect((await send({ place: '149901100201001999' })).text).toMatch(/id="place-error" role="alert"/)
  expect((await open('/report?lane=149901100201001999')).text).toContain('请在下面重新选')
})

served('a place is found by name inside the form, and nothing typed is lost', async (server) => {
  const { send } = await form(server)
  const { status, text } = await send({ place: '', find: '河湾 槐树', again: 'find' })

  expect(status).toBe(200)
  expect(text).toContain(`name="place" id="p${server.cast.places.lane}"`)
  expect(text).toContain('路灯三天不亮</textarea>')
})

served('changing the language or the print keeps what was typed', async (server) => {
  const { send } = await form(server)
  const { status, text } = await send({ again: 'lang-en' })

  expect(status).toBe(200)
  expect(text).toContain('<html lang="en">')
  expect(text).toContain('路灯三天不亮</textarea>')
  expect((await send({ again: 'large-1' })).text).toContain('data-print="large"')
})

served('after too many reports in an hour from one network the next is told to wait, with its words', async (server) => {
  const { send } = await form(server)
  for (let n = 0; n < limits.report.points; n++) await server.opened.throttle.count('report', 'unknown')
  const { status, text, headers } = await send({})

  expect(status).toBe(429)
  expect(Number(headers.get('retry-after'))).toBeGreaterThan(0)
  expect(text).toContain('路灯三天不亮</textarea>')
})

served('a report is received: a code, who has it, and by when', async (server) => {
  const { send, open, hidden } = await form(server)
  const sent = await send({ photos: await snapshot(), name: '李大娘', phone: '138 1234 5678', latitude: '35.5', longitude: '111.5' })
  const { text } = await open(sent.headers.get('location') ?? '')

  expect(sent.status).toBe(303)
  expect(hidden['tracking']).toMatch(/^[0-9A-HJKMNP-TV-Z]{16}$/)
  expect(text.replace(/<\/?span>/g, '')).toContain(hidden['tracking']?.match(/.{4}/g)?.join('-'))
  expect(text).toContain('已交给槐树巷 街巷长')
  expect(text).toMatch(/最迟 6月\d+日 \d\d:\d\d 前接单/)
})

served('the same form sent twice, even at once, is one report with one receipt', async (server) => {
  const { send } = await form(server)
  const both = await Promise.all([send({}), send({})])
  const third = await send({})

  expect(new Set([...both, third].map(({ headers }) => headers.get('location'))).size).toBe(1)
  expect(await count(server.opened, 'matters')).toBe(1)
})

served('a form sent again with other words is not swallowed: it can be sent as another report', async (server) => {
  const { send } = await form(server)
  await send({})
  const other = await send({ words: '井盖也坏了' })

  expect(other).toMatchObject({ status: 409, text: expect.stringContaining('井盖也坏了</textarea>') })
  expect((await send({ ...hiddenIn(other.text, 'report'), words: '井盖也坏了' })).status).toBe(303)
  expect(await count(server.opened, 'matters')).toBe(2)
})

served('a photo comes back without where it was taken', async (server) => {
  const { send, open } = await form(server)
  const { headers } = await send({ photos: await snapshot() })
  const { text } = await open(headers.get('location') ?? '')
  const path = /href="(\/t\/\w+\/photos\/[\w-]+)"/.exec(text)?.[1] ?? ''
  const picture = Buffer.from(await (await server.app.request(path)).arrayBuffer())

  expect((await sharp(picture).metadata()).exif).toBeUndefined()
})
