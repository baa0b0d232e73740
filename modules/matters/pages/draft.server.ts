/** A report as it stands in the form: everything as it was typed, whether or not it is right yet. */
import type { Context } from 'hono'
import type { z } from 'zod'
import { type CommandId, type County, id, type MatterId, type PhotoId, type PlaceCode, text } from '#modules/kernel/ids.ts'
import { countyOf, isPlaceCode } from '#modules/places/place.ts'
import type { Env } from '#server/context.ts'
import { photosAtMost } from '../matter.ts'
import { PublicJoin, PublicReport, trackingCode } from '../wire.ts'
import { mintTrackingCode } from './tracking-code.server.ts'

export type Draft = {
  /** Minted with the form: the same form sent twice is one report. */
  readonly commandId: CommandId
  readonly id: MatterId
  readonly tracking: string
  /** Known from the place, or from the board somebody came from. */
  readonly county: County | ''
  /** The county under which the pictures are kept meanwhile. */
  readonly shelf: County | ''
  readonly place: PlaceCode | ''
  /** What was typed to look for a place. */
  readonly find: string
  readonly category: string
  /** The category about whose danger the sender has been told whom to ring first. */
  readonly warned: string
  /** The kind whose choices are open at first. */
  readonly kind: string
  readonly words: string
  readonly photos: readonly PhotoId[]
  readonly name: string
  readonly phone: string
  readonly latitude: string
  readonly longitude: string
  /** The open matters that were shown as perhaps the same: whoever sends all the same has said that they are not. */
  readonly offered: readonly MatterId[]
}

/** However often the form comes back. */
const offeredAtMost = 50

export type Field = 'category' | 'place' | 'words' | 'photos' | 'name' | 'phone'
export const fields: readonly Field[] = ['category', 'place', 'words', 'photos', 'name', 'phone']

export const blankDraft = ({ var: { mint } }: Context<Env>, given: Partial<Draft> = {}): Draft => ({
  commandId: mint() as CommandId,
  id: mint() as MatterId,
  tracking: mintTrackingCode(),
  county: '',
  shelf: '',
  place: '',
  find: '',
  category: '',
  warned: '',
  kind: '',
  words: '',
  photos: [],
  name: '',
  phone: '',
  latitude: '',
  longitude: '',
  offered: [],
  ...given,
})

export type Sent = { readonly draft: Draft; readonly files: readonly File[]; readonly again: string; readonly join: MatterId | undefined }

/** A form's fields as they came: each once or many times. */
export type Body = Record<string, string | File | (string | File)[]>

export const textsOf = (body: Body, name: string): string[] =>
  [body[name] ?? []]
    .flat()
    .filter((value): value is string => typeof value === 'string')
    .map((text) => text.replace(/\r\n?/g, '\n'))

/** Browsers send an empty, nameless file where none was chosen. */
export const filesOf = (body: Body, name: string): File[] =>
  [body[name] ?? []].flat().filter((value): value is File => value instanceof File && value.size > 0)

const uuid = id<string>()
const uuids = (texts: readonly string[]): string[] => texts.flatMap((text) => uuid.safeParse(text).data ?? [])

/** What a form brought. Its hidden ids are believed if they are well formed; whoever alters them harms only their own report. */
export function readDraft(c: Context<Env>, body: Body): Sent {
  const first = (name: string) => textsOf(body, name)[0] ?? ''
  const [commandId] = uuids([first('commandId')])
  const [matterId] = uuids([first('id')])
  const tracking = trackingCode.safeParse(first('tracking')).data
  const place = first('place')
  const known = (text: string): County | '' => (/^\d{6}/.test(text) ? countyOf(text) : '')
  return {
    draft: {
      ...blankDraft(c, commandId && matterId && tracking ? { commandId: commandId as CommandId, id: matterId as MatterId, tracking } : {}),
      county: known(place) || known(first('county')),
      shelf: known(first('shelf')),
      place: isPlaceCode(place) ? place : '',
      find: text(50).safeParse(first('find').slice(0, 50)).data ?? '',
      category: first('category').slice(0, 4),
      warned: first('warned').slice(0, 4),
      words: first('words'),
      photos: [...new Set(uuids(textsOf(body, 'photo')))].slice(0, photosAtMost) as PhotoId[],
      name: first('name'),
      phone: first('phone'),
      latitude: first('latitude'),
      longitude: first('longitude'),
      offered: uuids(textsOf(body, 'offered')).slice(0, offeredAtMost) as MatterId[],
    },
    files: filesOf(body, 'photos'),
    again: first('again'),
    join: uuids([first('join')])[0] as MatterId | undefined,
  }
}

const degrees = (text: string): number | undefined => (text.trim() !== '' && Number.isFinite(Number(text)) ? Number(text) : undefined)

/** Where they stand, if they said so. */
export function pointOf({ latitude, longitude }: Draft): { latitude?: number; longitude?: number } {
  const [lat, lng] = [degrees(latitude), degrees(longitude)]
  const isPoint = lat !== undefined && lng !== undefined && Math.abs(lat) <= 90 && Math.abs(lng) <= 180
  return isPoint ? { latitude: lat, longitude: lng } : {}
}

/** The report that the draft is, or the fields that are not right yet: too much, wrong, or missing. Whoever joins another's need add no words. */
export function checkDraft(
  draft: Draft,
  isJoining = false,
): { report: PublicReport } | { wrong: Partial<Record<Field, 'missing' | 'long' | 'wrong'>> } {
  const { commandId, id: matterId, tracking, place, category, words, photos } = draft
  const [name, phone] = [draft.name.trim() || undefined, draft.phone.trim() || undefined]
  const checked = (isJoining ? PublicJoin : PublicReport).safeParse({
    ...{ commandId, id: matterId, tracking, place, category, words, photos },
    ...(name || phone ? { contact: { name, phone } } : {}),
    ...pointOf(draft),
  })
  if (checked.success) return { report: checked.data }
  return { wrong: Object.fromEntries(checked.error.issues.map((issue) => [fieldOf(issue), whatIsWrong(issue, draft)])) }
}

const fieldOf = ({ path }: z.core.$ZodIssue): Field =>
  fields.find((field) => field === path.at(-1)) ?? fields.find((field) => field === path[0]) ?? 'words'

function whatIsWrong(issue: z.core.$ZodIssue, draft: Draft): 'missing' | 'long' | 'wrong' {
  const typed = draft[fieldOf(issue)]
  if (typeof typed === 'string' && typed.trim() === '') return 'missing'
  return issue.code === 'too_big' ? 'long' : 'wrong'
}
