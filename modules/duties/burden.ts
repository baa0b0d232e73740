/**
 * 登记负担: what the product itself asks of people, measured from its own forms and not from a promise. Required fields are counted in the
 * very schemas that the server parses with; how often each was filled in comes from the record.
 *
 *   minutes a week  =  Σ over forms ( required fields × seconds a field × times sent )  ÷  60  ÷  weeks  ÷  people in the role
 *
 * An estimate: nobody's time is measured, and nothing about one person is shown (整治形式主义为基层减负若干规定, 2024, on forms that take the
 * place of work).
 */
import { z } from 'zod'
import { type Role, roleNames } from '#modules/people/role.ts'

export type Form = {
  readonly code: string
  /** Names of the fields without which it is not taken; a dot leads inward. */
  readonly required: readonly string[]
  /** What it leaves in the record: "matter accepted", "beat filed visit", "bulletin". */
  readonly leaves: string
  readonly roles: readonly Role[]
}

/** Seconds that one required field is taken to cost, choosing and typing together. */
export const secondsPerField = 15

/** Minted by the device or carried by the button that was pressed: nobody fills these in. */
const carried = ['commandId', 'id', 'madeAt', 'session', 'inquiry', 'piece', 'application', 'order']

type Schema = {
  readonly type?: string
  readonly const?: unknown
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly minItems?: number
  /** The field itself takes an empty text. */
  readonly mayBeBlank?: boolean
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
}

/** The fields of a JSON schema that cannot be left out or blank. Of several ways to fill something in, the shortest. */
export function requiredIn(schema: Schema, name = ''): string[] {
  const ways = schema.anyOf ?? schema.oneOf
  if (ways) return ways.map((way) => requiredIn(way, name)).reduce((least, way) => (way.length < least.length ? way : least))
  if (schema.const !== undefined || schema.type === 'null') return []
  if (schema.type === 'object' || schema.properties)
    return (schema.required ?? [])
      .filter((key) => !carried.includes(key))
      .flatMap((key) => requiredIn(schema.properties?.[key] ?? {}, name ? `${name}.${key}` : key))
  if (schema.type === 'array') return (schema.minItems ?? 0) > 0 ? requiredIn(schema.items ?? {}, name) : []
  return schema.mayBeBlank ? [] : [name]
}

export const formOf = (code: string, schema: z.ZodType, more: Pick<Form, 'leaves' | 'roles'>): Form => ({
  code,
  required: requiredIn(
    z.toJSONSchema(schema, {
      io: 'input',
      unrepresentable: 'any',
      // A pattern may be a function that a JSON schema cannot tell: the field is asked.
      override: ({ zodSchema, jsonSchema }) => {
        if (jsonSchema.type === 'string')
          Object.assign(jsonSchema, { mayBeBlank: (zodSchema as unknown as z.ZodType).safeParse('').success })
      },
    }) as Schema,
  ),
  ...more,
})

/** What was left in the record in some weeks, by whom and how often. */
export type Sent = { readonly leaves: string; readonly by: string; readonly times: number }
export type Post = { readonly person: string; readonly role: Role }

export type RoleBurden = {
  readonly role: Role
  /** Holding a post of it today. */
  readonly people: number
  /** Forms that the role may send, and the largest of them in fields. */
  readonly forms: number
  readonly largest: number
  /** What was sent, the most fields first. */
  readonly sent: readonly { readonly form: string; readonly times: number }[]
}

/**
 * What each role sent. Somebody with several posts (多员合一) fills a form in once: it counts for the first of their roles that may send it,
 * in the order of the table of roles.
 */
export function burdenOf(forms: readonly Form[], sent: readonly Sent[], posts: readonly Post[]): RoleBurden[] {
  const byTrace = new Map(forms.map((form) => [form.leaves, form]))
  const held = Map.groupBy(posts, ({ person }) => person)
  const times = new Map<string, number>()
  for (const each of sent) {
    const form = byTrace.get(each.leaves)
    const own = held.get(each.by) ?? []
    const role = form && roleNames.find((name) => form.roles.includes(name) && own.some((post) => post.role === name))
    if (form && role) times.set(`${role} ${form.code}`, (times.get(`${role} ${form.code}`) ?? 0) + each.times)
  }
  return roleNames.map((role) => {
    const may = forms.filter(({ roles }) => roles.includes(role))
    return {
      role,
      people: new Set(posts.filter((post) => post.role === role).map(({ person }) => person)).size,
      forms: may.length,
      largest: Math.max(0, ...may.map(({ required }) => required.length)),
      sent: may
        .map(({ code, required }) => ({ form: code, fields: required.length, times: times.get(`${role} ${code}`) ?? 0 }))
        .filter((line) => line.times > 0)
        .sort((one, other) => other.times * other.fields - one.times * one.fields || other.times - one.times)
        .map(({ form, times }) => ({ form, times })),
    }
  })
}

/** Required fields that somebody in the role fills in in a week, and the minutes that takes; null where nobody is in the role. */
export function weekly(
  { sent, people }: Pick<RoleBurden, 'sent' | 'people'>,
  fieldsOf: (form: string) => number,
  { weeks, seconds }: { readonly weeks: number; readonly seconds: number },
): { readonly fields: number; readonly minutes: number } | null {
  if (people === 0) return null
  const fields = sent.reduce((sum, { form, times }) => sum + fieldsOf(form) * times, 0) / weeks / people
  return { fields, minutes: (fields * seconds) / 60 }
}
