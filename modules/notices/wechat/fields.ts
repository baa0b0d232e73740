/**
 * The fields of a template at WeChat. Each is of a kind that takes so many characters of some sort; a field that does not fit, or is empty,
 * makes WeChat refuse the whole message (47003). So everything is made to fit here.
 *
 *     "{place} {category}"  ── thing1 ──▶  "东镇 河湾村委会 第一网格 槐树…"
 */
import { type Facts, fill, type Gap, gapsFor, gapsOf, type WechatField } from '../notice.ts'

/** The limits of "参数值限制" in WeChat's documentation of template messages. */
export const kinds = {
  thing: 20,
  character_string: 32,
  number: 32,
  phrase: 5,
  const: 20,
  time: 30,
  date: 30,
} as const
export type Kind = keyof typeof kinds

/** What a time may be: when it is due, or when this was told. */
export const timeGaps = ['due', 'told'] as const
export const fieldsAtMost = 8

export const kindOf = (name: string): Kind | undefined => {
  const [, kind] = /^([a-z_]+?)\d{1,3}$/.exec(name) ?? []
  return kind !== undefined && Object.hasOwn(kinds, kind) ? (kind as Kind) : undefined
}

const isTime = (kind: Kind) => kind === 'time' || kind === 'date'

/** What may stand in a field of this kind. A telephone, a plate, a sum and a name are of no kind here: nothing of ours goes into them. */
export const offeredFor = (name: string, code: string): readonly (Gap | 'told')[] => {
  const kind = kindOf(name)
  return kind && isTime(kind) ? timeGaps : gapsFor(code, false).filter((gap) => gap !== 'link')
}

/** What is wrong with a field: its name is of no kind, it says nothing, it has a gap that may not be there, or a time is more than a time. */
export function wrongField({ name, text }: WechatField, code: string): 'kind' | 'empty' | 'gap' | 'time' | undefined {
  const kind = kindOf(name)
  if (!kind) return 'kind'
  if (!text.trim()) return 'empty'
  const offered: readonly string[] = offeredFor(name, code)
  if (isTime(kind)) return timeGaps.some((gap) => text === `{${gap}}`) ? undefined : 'time'
  return gapsOf(text).every((gap) => offered.includes(gap)) ? undefined : 'gap'
}

/** Wrong fields by their place; a name that comes twice is wrong the second time. */
export const wrongFields = (fields: readonly WechatField[], code: string): readonly (readonly [index: number, wrong: string])[] =>
  fields.flatMap((field, index) => {
    const wrong = fields.findIndex(({ name }) => name === field.name) < index ? 'twice' : wrongField(field, code)
    return wrong ? [[index, wrong] as const] : []
  })

/** 2026年6月3日 12:00, in the county: UTC+8. */
const timeWords = (instant: string, withTime: boolean): string => {
  const there = new Date(Date.parse(instant) + 8 * 3_600_000)
  const day = `${there.getUTCFullYear()}年${there.getUTCMonth() + 1}月${there.getUTCDate()}日`
  return withTime ? `${day} ${there.toISOString().slice(11, 16)}` : day
}

/** At most so many characters; what is cut ends in a sign that says so, if there is room for one. */
const cut = (text: string, most: number): string => {
  const signs = [...text]
  return signs.length <= most ? text : most > 5 ? `${signs.slice(0, most - 1).join('')}…` : signs.slice(0, most).join('')
}

const fit: Readonly<Record<Exclude<Kind, 'time' | 'date'>, (text: string) => string>> = {
  thing: (text) => cut(text.replace(/\s+/g, ' ').trim(), kinds.thing) || '无',
  const: (text) => cut(text.trim(), kinds.const) || '无',
  // No Chinese goes into these: a number of ours is of figures, letters and a dash.
  character_string: (text) => text.replace(/[^\x21-\x7e]/g, '').slice(0, kinds.character_string) || '-',
  number: (text) => text.replace(/[^0-9.]/g, '').slice(0, kinds.number) || '0',
  phrase: (text) => cut(text.replace(/[^\p{Script=Han}]/gu, ''), kinds.phrase) || '无',
}

/** A place is a path, and its end says most: from the front goes what does not fit. */
function filled(text: string, facts: Facts, most: number): string {
  const parts = facts.place?.split(' ') ?? []
  const tries = parts.map((_, index) => fill(text, { ...facts, place: parts.slice(index).join(' ') }))
  return tries.find((each) => [...each].length <= most) ?? tries.at(-1) ?? fill(text, facts)
}

/** `told`: when it is sent, an instant. `facts.dueAt`: the instant behind `due`. */
export function wechatData(fields: readonly WechatField[], facts: Facts, told: string): Record<string, { value: string }> {
  return Object.fromEntries(
    fields.flatMap(({ name, text }) => {
      const kind = kindOf(name)
      if (!kind) return []
      if (kind === 'time' || kind === 'date')
        return [[name, { value: timeWords((text === '{due}' && facts.dueAt) || told, kind === 'time') }]]
      return [[name, { value: fit[kind](filled(text, facts, kinds[kind])) }]]
    }),
  )
}
