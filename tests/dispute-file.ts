/** Whole files for the documents' tests, made by the rules themselves and without a server: one with everything, one of each ending. */
import { typeOf } from '#modules/disputes/codes/types.ts'
import type { Dispute } from '#modules/disputes/dispute.ts'
import { fileNumber } from '#modules/disputes/number.ts'
import type { DisputeFile } from '#modules/disputes/reply.ts'
import { firstTable } from '#modules/disputes/rules/allowance.ts'
import { decide } from '#modules/disputes/rules/decide.ts'
import type { Event } from '#modules/disputes/rules/event.ts'
import { blank, evolve } from '#modules/disputes/rules/evolve.ts'
import { decideRegister } from '#modules/disputes/rules/register.ts'
import { Command, type Identity, Register } from '#modules/disputes/wire.ts'
import type { CommandId, County, DisputeId, PhotoId, PostId } from '#modules/kernel/ids.ts'
import { isRefusal } from '#modules/kernel/refusal.ts'
import type { Actor } from '#modules/people/actor.ts'
import { cast } from './cast.ts'
import { uuid } from './matter.ts'

const { people, places } = cast
export const photo = (number: number) => uuid(7000 + number) as PhotoId

const actorOf = ({ id, name, county, seat }: (typeof people)['mediator']): Actor => ({
  id,
  name,
  county,
  posts: seat ? [{ ...seat, id: uuid(1) as PostId }] : [],
})
const mediator = actorOf(people.mediator)
const head = actorOf(people.mediationHead)

export const [li, zhao, wang] = [uuid(901), uuid(902), uuid(903)]
const guest = uuid(904)
const identities: Record<string, Identity> = {
  [li]: { name: '李大山', phone: '13800071001', address: '河湾村槐树巷 3 号', gender: 'male', birthYear: 1968, job: '务农' },
  [zhao]: { name: '赵小河', phone: '13800071002', address: '河湾村槐树巷 4 号', gender: 'female', birthYear: 1975 },
  [wang]: { name: '王桂枝', phone: '13800071003' },
  [guest]: { name: '孙长贵' },
}
const [one, two] = ['applicant', 'respondent'] as const
export const registration = {
  commandId: uuid(1),
  id: uuid(2),
  committee: places.village,
  place: places.lane,
  source: 'application',
  type: '0201',
  scale: '01',
  occurredOn: '2026-05-28',
  involved: 2,
  fen: 120_000,
  summary:
    '李大山与赵小河两家院墙相邻。赵小河家去年翻修厨房，把屋檐的滴水管接过了院墙，下雨时水直接流进李大山家的菜窖。两家为此吵过三回，5月28日大雨后菜窖进水，存的红薯泡坏了三百多斤。',
  wish: '请把滴水管改到自家院里；赔偿泡坏的红薯和清理菜窖的工钱，共1200元。',
  parties: [
    { id: li, kind: 'person', side: one, identity: identities[li] },
    { id: zhao, kind: 'person', side: two, identity: identities[zhao] },
  ],
}

export type Step = readonly [at: string, command: object, by?: Actor]
const day = (date: number, hour = 4) => `2026-06-${String(date).padStart(2, '0')}T${String(hour).padStart(2, '0')}:00:00.000Z`

/** The file after these steps, each of which the rules must allow. */
export function fileAfter(steps: readonly Step[], change: object = {}): DisputeFile {
  const events: DisputeFile['events'][number][] = []
  const keep = (event: Event) => {
    const byName = event.by ? (Object.values(people).find(({ id }) => id === event.by)?.name ?? null) : null
    events.push({ ...event, version: events.length + 1, commandId: uuid(500 + events.length) as CommandId, byName })
  }
  const first = decideRegister(Register.parse({ ...registration, ...change }), mediator, {
    ...{ at: day(1), nationalType: 'neighbours', year: 2026, serial: 3, matter: undefined },
  })
  if (isRefusal(first)) throw new Error(JSON.stringify(first))
  keep(first)
  let dispute: Dispute = evolve(blank('149901' as County, uuid(2) as DisputeId), first)
  const around = { local: {}, members: [mediator.id, head.id], table: firstTable }
  for (const [at, command, by = mediator] of steps) {
    const event = decide(dispute, Command.parse(command), { as: 'staff', actor: by }, { at, ...around })
    if (isRefusal(event)) throw new Error(`${JSON.stringify(command)}: ${JSON.stringify(event)}`)
    keep(event)
    dispute = evolve(dispute, event)
  }
  return {
    ...{ dispute, number: fileNumber(dispute, '河湾村委会'), title: '李大山、赵小河 邻里纠纷', typeName: typeOf(dispute.type)!.name },
    ...{ placeName: '槐树巷', committeeName: '河湾村委会', mediatorNames: ['华调解'], next: null, missing: 0, nationalName: '邻里纠纷' },
    ...{ identities, events, openings: null, matter: null, offices: [], coded: [] },
    people: Object.fromEntries(Object.values(people).map(({ id, name }) => [id, name])),
    around: { at: day(30), ...around },
  }
}

const both = [li, zhao]
const everyRoute = ['arbitration', 'administrative', 'court']

export const began: readonly Step[] = [
  [day(2), { do: 'addParty', party: { id: wang, kind: 'person', side: two, of: zhao, identity: identities[wang] } }],
  [day(2), { do: 'attach', piece: uuid(20), kind: 'powerOfAttorney', title: '授权委托书', party: wang, photos: [photo(1)] }],
  ...[...both, wang].map((party): Step => [day(2), { do: 'checkPaper', party, paper: 'idCard' }]),
  ...both.map((party): Step => [day(2), { do: 'inform', party, on: '2026-06-02' }]),
  ...both.map((party): Step => [day(2), { do: 'consent', party }]),
  [day(2), { do: 'assign', mediators: [mediator.id, head.id], chosenBy: 'parties' }, head],
  [day(2), { do: 'accept' }],
  [day(3), { do: 'noteSigns', signs: ['threat', 'repeated'] }],
  [day(3), { do: 'prevent', words: '当晚到两家分别劝说，把工具收到村委会，请两家的长辈陪着。' }],
]

const notes = [
  '华调解（人民调解员）：今天请你们两家来，是为院墙滴水的事。前面已经分别听过你们的意见，也去现场看过。先请李大山说。',
  '李大山：她家的管子从墙上伸过来有二十多公分，雨水全流进我家菜窖。我说过三回，她说管子是泥瓦匠接的，不归她管。这回红薯泡坏三百多斤，窖里还要清淤。',
  '赵小河：管子是翻修厨房时接的，我当时不在家。我承认水是流过去了，但菜窖口本来就低，他家自己也没有垒沿子，不能全算我的。',
  '华调解：现场量过，管子伸过墙二十三公分。按照民法典第二百九十条，不动产权利人应当为相邻权利人用水、排水提供必要的便利；但是排水不能往别人家的院里排。菜窖口低是实情，垒一道沿子对大家都好。',
  '孙长贵（邻居）：两家住了三十年，老人在的时候从没红过脸。我看管子改过来，红薯按市价各让一步，就过去了。',
  '李大山：管子改了，钱的事我可以让。赵小河：管子我这个星期就改。红薯按一千块算，我出。',
].join('\n')

const held = (id: number, at: number, text = notes): Step => [
  day(at, 10),
  {
    ...{ do: 'hold', session: uuid(id), startedAt: day(at, 1), endedAt: day(at, 3), where: '河湾村委会调解室' },
    ...{ parties: [...both, wang], mediators: [mediator.id, head.id], guests: [guest], notes: text },
  },
]

const terms = [
  {
    id: uuid(41),
    by: zhao,
    what: '把伸过院墙的滴水管改到自家院里，改好后请调解员到场看过',
    way: '自己找人改，费用自己出',
    dueOn: '2026-06-12',
  },
  { id: uuid(42), by: zhao, what: '一次付清泡坏的红薯和清理菜窖的工钱', way: '现金，当面点清', dueOn: '2026-06-15', fen: 100_000 },
  { id: uuid(43), by: li, what: '在菜窖口垒一道高二十公分的砖沿', way: '自己动手，砖由赵小河家出', dueOn: '2026-06-20' },
]
export const agreement = {
  ...{ do: 'agree', form: 'written', on: '2026-06-05', terms },
  facts: registration.summary,
  issues: '一是滴水管怎么改、谁来改；二是泡坏的红薯和清淤的工钱由谁出、出多少。',
  responsibility: '赵小河家的滴水管伸过院墙，造成菜窖进水，承担主要责任；李大山家菜窖口低于院面、没有垒沿，自己承担次要部分。',
}

export const worked: readonly Step[] = [
  ...began,
  [
    day(3),
    {
      do: 'inquire',
      inquiry: uuid(30),
      on: '2026-06-03',
      where: '槐树巷 3 号院内',
      whom: '孙长贵（东邻）',
      notes:
        '问：滴水管是什么时候接的？\n答：去年秋天翻修厨房时接的，伸过墙头有一拃多。\n问：5月28日菜窖进水您看见了吗？\n答：看见了，下午雨停以后我还帮着舀过水，红薯泡了小半窖。',
    },
  ],
  [day(3), { do: 'attach', piece: uuid(21), kind: 'evidence', title: '滴水管和菜窖口现场照片', photos: [photo(2), photo(3)] }],
  [day(3), { do: 'attach', piece: uuid(22), kind: 'evidence', title: '购买红薯的收据', party: li, photos: [photo(4)] }],
  [day(3), { do: 'attach', piece: uuid(23), kind: 'identity', title: '居民身份证', party: li, photos: [photo(2)] }],
  [day(3), { do: 'invite', guest, kind: 'neighbour', identity: identities[guest], agreedBy: both }],
  held(31, 4),
  held(32, 5, '调解员宣读了协议内容，双方核对后没有意见，同意签字。'),
]

const drawn = (at: string, as: string, picture: number, more: object = {}, by?: Actor): Step =>
  [
    at,
    { do: 'sign', as, way: 'drawn', photos: [photo(picture)], device: 'Android 9, Chrome', ...more },
    ...(by ? [by] : []),
  ] as unknown as Step

/** Everything that can be in a dossier. */
export const complete = (): DisputeFile =>
  fileAfter([
    ...worked,
    [day(5), agreement],
    drawn(day(5), 'party', 10, { party: li }),
    drawn(day(5), 'party', 11, { party: zhao, through: wang }),
    drawn(day(5), 'mediator', 12),
    drawn(day(5), 'mediator', 13, {}, head),
    drawn(day(5), 'seal', 14, {}, head),
    [day(12), { do: 'perform', term: terms[0]!.id, on: '2026-06-12', words: '管子已改，到现场看过。' }],
    [day(15), { do: 'perform', term: terms[1]!.id, on: '2026-06-15', words: '' }],
    [day(15), { do: 'attach', piece: uuid(24), kind: 'performance', title: '李大山写的收条', photos: [photo(4)] }],
    [day(16), { do: 'askCourt', court: '测试县人民法院', on: '2026-06-16', agreedBy: both, concerns: 'rights' }],
    [day(22), { do: 'courtDecided', result: 'confirmed', on: '2026-06-22', paperNumber: '（2026）晋0826民特12号' }],
    [day(22), { do: 'attach', piece: uuid(25), kind: 'confirmation', title: '民事裁定书', photos: [photo(1)] }],
    [day(20, 5), { do: 'perform', term: terms[2]!.id, on: '2026-06-20', words: '' }],
    [
      day(23),
      {
        do: 'revisit',
        revisit: uuid(50),
        on: '2026-06-23',
        parties: both,
        performance: 'done',
        satisfaction: 'satisfied',
        danger: false,
        notes: '两家都说好。雨后看过，菜窖没有再进水，两家已经恢复来往。',
      },
    ],
    [day(24), { do: 'close', note: '本案由当事人申请，经两次调解达成书面协议，三项约定都已履行，法院已裁定确认协议有效。' }],
    [day(25), { do: 'archive', retention: 'thirty', shelf: '村档案室 2 号柜第 3 层' }, head],
  ])

export const spoken = (): DisputeFile =>
  fileAfter(
    [
      ...began,
      held(31, 4).map((part) => (typeof part === 'object' ? { ...part, guests: [] } : part)) as unknown as Step,
      [day(5), { ...agreement, form: 'oral' }],
    ],
    { source: 'police', referredBy: '东镇派出所' },
  )

export const declined = (): DisputeFile =>
  fileAfter(
    [
      [day(2), { do: 'inform', party: li, on: '2026-06-02' }],
      [day(2), { do: 'decline', party: zhao, reason: '要求直接到法院解决', routes: everyRoute }],
    ],
    { source: 'initiative' },
  )

export const failed = (): DisputeFile =>
  fileAfter([...worked, [day(6), { do: 'fail', reason: '赔偿数额差距大，两次调解没有谈拢。', routes: everyRoute }]])

export const withdrawn = (): DisputeFile => fileAfter([...began, [day(6), { do: 'withdraw', party: li, reason: '', routes: everyRoute }]])

/** Registered, and nothing more: everything else is blank. */
export const bare = (): DisputeFile => fileAfter([], { parties: [], fen: undefined, wish: '' })
