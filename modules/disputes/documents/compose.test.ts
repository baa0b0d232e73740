import { expect, test } from 'vitest'
import { type Sheet, textsOf } from '#modules/documents/page.ts'
import { words } from '#server/words.ts'
import { bare, complete, declined, failed, li, spoken, withdrawn, zhao } from '#tests/dispute-file.ts'
import type { DisputeFile } from '../reply.ts'
import { type Item, items } from '../rules/dossier.ts'
import { contents, cover, document, parts } from './compose.ts'

const say = words('zh-CN')
const textOf = (sheets: readonly Sheet[]) =>
  sheets
    .flatMap(({ blocks }) => blocks)
    .flatMap(textsOf)
    .join('\n')
const printed = (file: DisputeFile, item: Item) => textOf(document(file, item, say))
const every = { complete, spoken, declined, failed, withdrawn, bare }

test.each(Object.entries(every))('%s: nothing is printed as null, undefined, or as the name of a word', (_, make) => {
  const file = make()
  const all = [cover(file, say), contents(file, parts(file, say), [], say), ...items.flatMap((item) => document(file, item, say))]

  expect(textOf(all)).not.toMatch(/null|undefined|NaN|\[object|disputes:|documents\.|\{\{/)
})

test.each(Object.entries(every))('%s: the dossier has the thirteen items in their order', (_, make) => {
  expect(parts(make(), say).map(({ item }) => item)).toEqual(items)
})

test('a file with everything has a document for each of the thirteen, and lacks none', () => {
  const all = parts(complete(), say)

  expect(all.filter(({ sheets }) => sheets.length === 0).map(({ item }) => item)).toEqual([])
  expect(all.filter(({ isMissing }) => isMissing)).toEqual([])
})

test('what the parties asked for is an application; what an office passed on is registered', () => {
  expect(parts(complete(), say)[0]?.name).toBe('人民调解申请书')
  expect(printed(complete(), 'application')).toContain('请把滴水管改到自家院里')
  expect(parts(spoken(), say)[0]?.name).toBe('人民调解受理登记表')
  expect(printed(spoken(), 'application')).toContain('☑委托移送\n公安机关委托移送：东镇派出所')
  expect(printed(declined(), 'application')).toContain('☑主动调解')
})

test('names drawn on a screen stand with the time and the device; what is on paper says so by itself', () => {
  expect(printed(spoken(), 'agreement')).not.toContain('屏幕手写')
  const text = printed(complete(), 'agreement')

  expect(text).toMatch(/屏幕手写签名：李大山，2026年6月\d+日 \d\d:\d\d，Android 9, Chrome；/)
  expect(text).toMatch(/；河湾村人民调解委员会，2026年6月\d+日 \d\d:\d\d，Android 9, Chrome。/)
})

test('each party is told the rights of art. 23 and the duties of art. 24, and what they answered is ticked', () => {
  const [first, second] = document(complete(), 'notice', say).map((sheet) => textOf([sheet]))

  expect(first).toContain('李大山：')
  expect(second).toContain('赵小河：')
  for (const right of [
    '选择或者接受人民调解员',
    '接受调解、拒绝调解或者要求终止调解',
    '要求调解公开进行或者不公开进行',
    '自主表达意愿、自愿达成调解协议',
  ])
    expect(first).toContain(right)
  for (const duty of ['如实陈述纠纷事实', '遵守调解现场秩序，尊重人民调解员', '尊重对方当事人行使权利']) expect(first).toContain(duty)
  expect(first).toContain('☑愿意接受调解')
  expect(first).toContain('2026年6月2日')
  expect(textOf(document(declined(), 'notice', say).slice(1))).toContain('☑不愿意接受调解')
})

test('the agreement has the items of art. 29, every name under it, and who signed for whom', () => {
  const text = printed(complete(), 'agreement')

  for (const item of ['李大山', '13800071002', '一、纠纷的主要事实', '二、争议事项', '三、各方当事人的责任', '四、经调解'])
    expect(text).toContain(item)
  expect(text).toContain(
    '2．赵小河一次付清泡坏的红薯和清理菜窖的工钱。金额：1,000元；履行方式：现金，当面点清；履行期限：2026年6月15日前。',
  )
  expect(text).toContain('当事人赵小河（代理人王桂枝代签）')
  expect(text).toContain('河湾村人民调解委员会（印章）')
  expect(text).toContain('本协议已于2026年6月5日生效。')
  const signing = document(complete(), 'agreement', say)[0]!.blocks.find(({ kind }) => kind === 'signing')
  expect(signing?.kind === 'signing' && signing.lines.every(({ picture }) => picture)).toBe(true)
})

test('an oral agreement is a form of its own and binds from its day', () => {
  expect(parts(spoken(), say)[7]?.name).toBe('人民调解口头协议登记表')
  expect(printed(spoken(), 'agreement')).toContain('第二十八条')
})

test.each([
  ['failed', failed, '第二十六条'],
  ['declined', declined, '因赵小河明确表示不愿接受调解，依照《中华人民共和国人民调解法》第十七条'],
  ['withdrawn', withdrawn, '因李大山要求终止调解'],
] as const)('%s: in place of an agreement stands a notice that it ended, with the other ways of art. 26', (_, make, why) => {
  const part = parts(make(), say)[7]!
  const text = textOf(part.sheets)

  expect(part.name).toBe('终止调解告知书')
  expect(text).toContain(why)
  for (const way of ['（一）仲裁', '（二）行政途径', '（三）诉讼']) expect(text).toContain(way)
})

test('the joint application to the court names every party, the agreement, the day and the last day', () => {
  const text = printed(complete(), 'confirmation')

  for (const fact of ['申请人李大山（签名）', '申请人赵小河（签名）', '(2026)河湾村人调字第3号', '至2026年7月6日', '测试县人民法院'])
    expect(text).toContain(fact)
  expect(text).toContain('（2026）晋0826民特12号')
})

test('no number of a paper is printed, and whoever looked at it is', () => {
  expect(printed(complete(), 'identity')).toContain('居民身份证\n华调解\n2026年6月2日')
})

test('what was done against worse stands in the remarks (art. 25)', () => {
  expect(printed(complete(), 'note')).toContain('采取措施：当晚到两家分别劝说')
  expect(printed(failed(), 'note')).toContain('应有的材料齐全。')
  expect(printed(withdrawn(), 'note')).not.toContain('待补')
})

test('the remarks name what the file lacks, and whose', () => {
  expect(printed(declined(), 'note')).toContain('应有的材料齐全。')
  const file = spoken()
  expect(printed(file, 'note')).toContain('回访记录')
  expect(file.identities[li]?.name && file.identities[zhao]?.name).toBeTruthy()
})

test('a document alone that the file has nothing of is a blank form', () => {
  for (const item of items) expect(document(bare(), item, say).length).toBeGreaterThan(0)
  expect(printed(bare(), 'agreement')).toContain('______年____月____日')
})
