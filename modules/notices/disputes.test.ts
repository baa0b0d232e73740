import { expect } from 'vitest'
import { remind } from '#modules/disputes/jobs.server.ts'
import { cast } from '#tests/cast.ts'
import { mediated, registered, secret, settled, zhao } from '#tests/dispute.ts'
import { noon, type Served, served } from '#tests/server.ts'
import { deliver } from './jobs.server.ts'
import { tell } from './tell.server.ts'

const { people, places } = cast
const address = 'http://localhost'

async function told(it: Served, at = noon) {
  await tell(it.opened.db, at, address)
  const names = new Map(Object.values(people).map(({ id, name }) => [id as string, name]))
  const rows = await it.opened.db.selectFrom('notices').select(['personId', 'title', 'body', 'disputeId']).orderBy('id').execute()
  return rows.map(({ personId, title, body, disputeId }) => ({ who: names.get(personId), title, body, opens: disputeId !== null }))
}

served('a file without a mediator is told to the head of the committee', async (it) => {
  await registered(it, 1, {}, 'official')

  expect(await told(it)).toEqual([
    {
      who: '严主任',
      title: '新纠纷待指定调解员',
      body: '河湾村委会人民调解委员会有新登记的纠纷 (2026)河湾村人调字第1号，请指定调解员。',
      opens: true,
    },
  ])
})

served('where the committee has no head, the judicial office and who fills seats are told', async (it) => {
  await it.opened.db.updateTable('posts').set({ until: '2026-06-01' }).where('personId', '=', people.mediationHead.id).execute()
  await registered(it, 1, {}, 'official')

  expect((await told(it)).map(({ who, opens }) => [who, opens])).toEqual([
    ['姜司法', false],
    ['吴管理', false],
  ])
})

served(
  'art. 25: signs together tell the police officer and the township at once, where and whom to ring, and nothing of what was said',
  async (it) => {
    const { id } = await registered(it, 1)
    await mediated(it, 'mediator', id, { do: 'noteSigns', signs: ['threat'] })
    expect(await told(it)).toEqual([])
    await mediated(it, 'mediator', id, { do: 'noteSigns', signs: ['threat', 'violenceBefore'] })
    const rows = await told(it)

    expect(rows.map(({ who, opens }) => [who, opens])).toEqual([
      ['严主任', true],
      ['张民警', false],
      ['赵乡镇', false],
    ])
    expect(rows[1]?.body).toBe(
      '河湾村委会一件纠纷有激化苗头，案卷 (2026)河湾村人调字第1号。请马上与河湾村委会人民调解委员会联系，一起做好防范。',
    )
    for (const word of [secret, '李大山', '赵小河']) expect(JSON.stringify(rows)).not.toContain(word)
    const outside = await it.opened.db.selectFrom('deliveries').select(['channel', 'isUrgent']).execute()
    expect(outside).toEqual([
      { channel: 'sms', isUrgent: true },
      { channel: 'sms', isUrgent: true },
    ])
  },
)

served('art. 25: a measure that nobody wrote down in a day and a night is told to the police officer and the township too', async (it) => {
  const { id } = await registered(it, 1)
  await mediated(it, 'mediator', id, { do: 'noteSigns', signs: ['weapon'] })
  await told(it)
  const before = await it.opened.db.selectFrom('notices').select('id').execute()
  const late = '2026-06-04T05:00:00.000Z'
  await remind(it.opened.db, late)
  const rows = (await told(it, late)).slice(before.length)

  expect(rows.map(({ who, title, opens }) => [who, title, opens])).toEqual(
    expect.arrayContaining([
      ['张民警', '案卷提醒：防范措施还没登记', false],
      ['赵乡镇', '案卷提醒：防范措施还没登记', false],
    ]),
  )
})

served('art. 25: a file that is late in another way is no business of the police', async (it) => {
  await registered(it, 1)
  const late = '2026-06-07T02:00:00.000Z'
  await remind(it.opened.db, late)

  expect((await told(it, late)).map(({ who }) => who)).toEqual(['严主任', '华调解'])
})

served('art. 25: where a village has no police officer, the police station of its town hears the alarm', async (it) => {
  await it.opened.db.updateTable('posts').set({ until: '2026-06-01' }).where('personId', '=', people.villagePolice.id).execute()
  const { id } = await registered(it, 1)
  await mediated(it, 'mediator', id, { do: 'noteSigns', signs: ['weapon'] })

  expect((await told(it)).map(({ who, opens }) => [who, opens])).toEqual([
    ['严主任', true],
    ['章所长', false],
    ['赵乡镇', false],
  ])
})

served(
  'who promised something is reminded by telephone three days before, and their mediator; the number is looked up when it is sent',
  async (it) => {
    await settled(it, 1)
    const day = '2026-06-17T02:00:00.000Z'
    await remind(it.opened.db, day)
    const rows = await told(it, day)
    await deliver(it.opened.db, it.opened.secrets, day, { chance: () => 0.5 })
    const sent = await it.opened.db.selectFrom('deliveries').selectAll().execute()

    expect(rows.map(({ who, body }) => [who, body])).toEqual([['华调解', '案卷 (2026)河湾村人调字第1号：协议履行日快到了（6月20日）。']])
    expect(sent.map(({ body, status, reporterId, address }) => [body, status, reporterId, address])).toEqual([
      ['您在河湾村委会人民调解委员会的调解协议：协议履行日快到了（6月20日）。有事请联系调解员。', 'logged', zhao.id, null],
    ])
  },
)

served('an administrator sees in the log that something was sent, and not about which file', async (it) => {
  const { id } = await registered(it, 1)
  await mediated(it, 'mediator', id, { do: 'noteSigns', signs: ['weapon'] })
  await told(it)
  const log = await (await it.as('administrator').get('/api/notices/deliveries')).text()

  expect(log).toContain('纠纷有激化苗头')
  expect(log).not.toContain('人调字第1号')
})

served('the office that a file is referred up to is told, and can open it', async (it) => {
  const { id } = await registered(it, 1)
  await mediated(it, 'mediator', id, { do: 'referUp', role: 'judicial_officer', place: places.eastTown, reason: '请指导' })

  expect((await told(it)).map(({ who, title, opens }) => [who, title, opens])).toEqual([['姜司法', '请您指导调解', true]])
})
