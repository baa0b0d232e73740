import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { PlaceCode } from '#modules/kernel/ids.ts'
import { likeliest, likeness, metresBetween, nearness, offersAtMost } from './near.ts'

const lane = '149901100201001001' as PlaceCode
const nextLane = '149901100201001002' as PlaceCode
const nextVillage = '149901100202001001' as PlaceCode

const at = (words: string, change: object = {}) => ({ place: lane, category: '0801', words, latitude: null, longitude: null, ...change })
const offered = (one: string, other: string, change: object = {}) => nearness(at(one), at(other, change), 100) > 0

/** As people write of one thing twice. */
const same: [string, string][] = [
  ['二巷口的路灯三天不亮了', '巷口路灯不亮，晚上看不见路'],
  ['路灯坏了', '巷子里路灯坏了好几天，老人晚上出门怕摔'],
  ['村东头井盖破了，怕小孩掉进去', '东头的井盖坏了半边，小孩容易掉进去'],
  ['垃圾桶满了没人收，臭得很', '垃圾好几天没人收了，垃圾桶都满出来了'],
  ['小广场旁边堆了好多垃圾', '广场边上一大堆垃圾没人管'],
  ['村口的路面塌了一个坑，车过不去', '进村的路塌了个大坑，车都绕着走'],
  ['下水道堵了，污水流到路上', '巷里下水道堵住，脏水都流到路上来了'],
  ['大槐树断了一根树枝挂在电线上', '槐树的树枝断了搭在电线上，很危险'],
  ['自来水停了两天了', '停水两天了，啥时候来水'],
  ['水渠堵了浇不上地', '渠道被堵，地里浇不上水'],
  ['健身器材坏了，转盘松动', '文化广场的健身器材坏了一个'],
  ['有几条流浪狗追小孩', '流浪狗老在巷口，追着小孩咬'],
]

/** Two things, though of one category. */
const apart: [string, string][] = [
  ['垃圾桶满了没人收，臭得很', '有人把旧沙发倒在水渠边'],
  ['巷口的垃圾桶轮子掉了', '集散了以后街上一地烂菜叶'],
  ['三巷中间的路灯不亮', '村委会门口的路灯灯杆歪了'],
  ['井盖破了，怕小孩掉进去', '井盖一过车就响，夜里吵得睡不着'],
  ['路面塌了一个坑', '路上有一堆沙子挡着'],
  ['健身器材坏了，转盘松动', '文化室的门锁坏了进不去'],
  ['树枝压在电线上', '电表箱的门开着，小孩够得着'],
  ['流浪狗追小孩', '有人在河边放羊，羊粪满地'],
  ['水渠堵了浇不上地', '机井的水泵烧了'],
]

/** Two things of two categories that sound alike: a trigram or bigram measure takes these for the same. */
const elsewhere: [string, string][] = [
  ['二巷口的路灯三天不亮了', '二巷口的垃圾三天没人收'],
  ['村东头井盖破了，怕小孩掉进去', '村东头水塘没有护栏，怕小孩掉进去'],
  ['村口的路面塌了一个坑，车过不去', '村口有人乱停车，车过不去'],
  ['希望在村里修一个公厕', '希望在村里装几个垃圾桶'],
  ['自来水停了两天了', '停电两天了，冰箱里的东西都坏了'],
]

test.each(same)('the same thing: %s / %s', (one, other) => {
  expect(offered(one, other)).toBe(true)
  expect(offered(other, one, { place: nextLane })).toBe(true)
})

test.each(apart)('two things: %s / %s', (one, other) => expect(offered(one, other)).toBe(false))

/** Where every measure we tried is wrong: offered, and turned down with one tap. */
test('of two troubles with the same water pipe one is offered for the other', () => {
  expect(offered('自来水停了两天了', '自来水发黄，有铁锈味')).toBe(true)
})

test.each(elsewhere)('not only because it sounds alike: %s / %s', (one, other) =>
  expect(offered(one, other, { category: '0401' })).toBe(false),
)

test('almost the same words are offered from another category too: people choose differently', () => {
  expect(offered('路灯坏了，晚上看不见', '路灯坏了看不见', { category: '0203' })).toBe(true)
})

test('words alone never reach into the next village', () => {
  expect(offered('二巷口的路灯不亮', '二巷口的路灯不亮', { place: nextVillage })).toBe(false)
})

test('near on the map it is offered whatever the words, in the next village too, but not of another category', () => {
  const here = at('一片漆黑', { latitude: 35.5, longitude: 111.5 })
  const there = { place: nextVillage, latitude: 35.5005, longitude: 111.5 }

  expect(nearness(here, at('灯坏了', there), 100)).toBeGreaterThan(1)
  expect(nearness(here, at('灯坏了', { ...there, latitude: 35.5012 }), 100)).toBe(0)
  expect(nearness(here, at('灯坏了', { ...there, category: '0401' }), 100)).toBe(0)
})

test('the nearest comes first, and no more than anybody reads', () => {
  const report = at('路灯不亮', { latitude: 35.5, longitude: 111.5 })
  const others = [0.0006, 0.0001, 0.0004, 0.0002].map((north, index) => ({
    ...at('', { latitude: 35.5 + north, longitude: 111.5 }),
    index,
  }))

  expect(likeliest(report, others, 100).map(({ index }) => index)).toEqual([1, 3, 2])
  expect(likeliest(report, [...others, ...others], 100)).toHaveLength(offersAtMost)
})

const anyWords = fc.string({ unit: fc.constantFrom(...'路灯垃圾井盖水坏了三天的,,。 lamp') })

test('likeness is a measure: between 0 and 1, the same both ways, and 1 only for what says the same', () => {
  fc.assert(
    fc.property(anyWords, anyWords, (one, other) => {
      expect(likeness(one, other)).toBe(likeness(other, one))
      expect(likeness(one, other)).toBeGreaterThanOrEqual(0)
      expect(likeness(one, other)).toBeLessThanOrEqual(1)
      expect([0, 1]).toContain(likeness(one, one))
    }),
  )
})

test('politeness, numbers and whereabouts make nothing alike', () => {
  fc.assert(
    fc.property(anyWords, (words) => {
      expect(likeness(`您好，请${words}谢谢`, words)).toBe(likeness(words, words))
    }),
  )
  expect(likeness('您好，村东头三天了，麻烦给看一下', '您好，村东头三天了，谢谢')).toBeLessThan(0.35)
})

test('metres on the ground: a hundredth of a degree north is 1,113, east at 35° a fifth less', () => {
  expect(metresBetween(35.5, 111.5, 35.51, 111.5)).toBeCloseTo(1113, 0)
  expect(metresBetween(35.5, 111.5, 35.5, 111.51)).toBeCloseTo(906, 0)
})
