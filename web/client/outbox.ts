/**
 * The outbox: what was tapped here and the server does not have yet. It is in the phone's database before anything is
 * sent, so neither a reload nor a flat battery loses it; it is sent when the app starts, when signal comes back, when the
 * app is looked at again, and by a timer; and one tab at a time sends.
 */
import { useSyncExternalStore } from 'react'
import type { RecordRow } from '#modules/beats/reply.ts'
import type { DisputeFile, Registered } from '#modules/disputes/reply.ts'
import type { Command as DisputeCommand, Register } from '#modules/disputes/wire.ts'
import type { CommandId, DisputeId, MatterId } from '#modules/kernel/ids.ts'
import { type Refusal, refuse } from '#modules/kernel/refusal.ts'
import type { Filed, MatterFile } from '#modules/matters/reply.ts'
import type { Command, Report } from '#modules/matters/wire.ts'
import { mint, post, put, putPhoto, Refused, remove } from './api.ts'
import { cache } from './cache.ts'
import {
  afterFailure,
  type Entry,
  type Form,
  goesWith,
  heldBy,
  inOrder,
  isSame,
  lostPhoto,
  nextLook,
  nextToSend,
  rebased,
  retried,
  type Subject,
  stopsAll,
} from './outbox-rules.ts'
import { changeEntry, dropEntry, dropStrayPhotos, findPhoto, listEntries, saveEntry } from './outbox-store.ts'
import { onSession, sessionNow } from './session.ts'

/** To a report, a registration, or a command; of a bulletin, clue or group, its id. */
export type Reply = Filed | Registered | MatterFile | DisputeFile | RecordRow | { readonly id: string }

/** What became of it at the first try; `why` it waits, if something was answered. */
export type Sent<R extends Reply = Reply> =
  | { readonly state: 'sent'; readonly reply: R }
  | { readonly state: 'waiting'; readonly why: Refusal }
  | { readonly state: 'refused'; readonly refusal: Refusal; readonly id: string }

const fileKey = ({ of, id }: Subject) => [of, 'file', id]

let entries: readonly Entry[] = []
let timer: ReturnType<typeof setTimeout> | undefined
let round: Promise<void> | undefined
/** Another round is wanted after this one; true if it is not to wait for anything, as when the signal came back meanwhile. */
let wanted: boolean | undefined
const listeners = new Set<() => void>()
const awaited = new Map<string, (sent: Sent) => void>()
const otherTabs = 'BroadcastChannel' in globalThis ? new BroadcastChannel('maplebridge-outbox') : undefined

const person = () => sessionNow().me?.id

async function look() {
  const who = person()
  entries = who ? inOrder(await listEntries(who)) : []
  for (const listener of listeners) listener()
}

async function changed() {
  await look()
  otherTabs?.postMessage('changed')
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The signed-in person's entries, first tapped first. */
export const useOutbox = (): readonly Entry[] => useSyncExternalStore(subscribe, () => entries)

/** What waits, read from the device itself: asked before a sign-out. */
export const countUnsent = async (): Promise<number> => {
  const who = person()
  return who ? (await listEntries(who)).length : 0
}

const arrivals = new Set<(reply: Filed | Registered) => void>()

/** Called when a report or registration has arrived that nobody was waiting for any more: it had been kept for want of signal. */
export const onLateArrival = (listener: (reply: Filed | Registered) => void) => {
  arrivals.add(listener)
  return () => {
    arrivals.delete(listener)
  }
}

const answer = (id: string, sent: Sent) => {
  awaited.get(id)?.(sent)
  awaited.delete(id)
}

/** The pictures first, then the words: a report never names a photo that is not there. */
async function send(entry: Entry): Promise<Reply> {
  for (const id of entry.photos) {
    const picture = await findPhoto(id)
    if (!picture) throw new Refused(lostPhoto, 422)
    await putPhoto(id, picture)
  }
  const by = { PUT: put, DELETE: remove, POST: post }[entry.method ?? 'POST']
  return by<Reply>(entry.path, entry.body)
}

/** The version that later commands on it go on from; only a matter's commands name one. */
function versionIn({ of }: Subject, reply: Reply): number | undefined {
  if (of !== 'matters') return undefined
  return 'row' in reply ? reply.row.matter.version : (reply as Filed).matter.version
}

async function arrived(entry: Entry, reply: Reply) {
  const { subject } = entry
  const version = versionIn(subject, reply)
  for (const later of await listEntries(entry.person)) {
    if (isSame(later.subject, subject) && later.order > entry.order) await changeEntry(later.id, (each) => rebased(each, version))
  }
  await dropEntry(entry.id)
  const hasFile = entry.kind === 'command' && subject.of !== 'beats'
  if (hasFile) cache.setQueryData(fileKey(subject), reply)
  await changed()
  if (entry.kind === 'first' && subject.of !== 'beats' && !awaited.has(entry.id))
    for (const listener of arrivals) listener(reply as Filed | Registered)
  answer(entry.id, { state: 'sent', reply })
  // A matter and the dispute it has become follow each other, so both are asked for again; what was just answered is not.
  const isAnswered = (key: readonly unknown[]) => hasFile && key[1] === 'file' && key[2] === subject.id
  for (const of of ['matters', 'disputes', 'beats', 'clues', 'duties'])
    void cache.invalidateQueries({ queryKey: [of], predicate: ({ queryKey }) => !isAnswered(queryKey) })
}

/** Sends one; true if the next may be tried. */
async function sendNext(entry: Entry): Promise<boolean> {
  await changeEntry(entry.id, (each) => ({ ...each, state: 'sending' }))
  await changed()
  try {
    await arrived(entry, await send(entry))
    return true
  } catch (error) {
    const { refusal, status } = error instanceof Refused ? error : new Refused({ refused: 'internal', facts: {} }, 500)
    if (!(error instanceof Refused)) console.error(error)
    const after = await changeEntry(entry.id, (each) => afterFailure(each, refusal, status, new Date().toISOString(), Math.random()))
    await changed()
    if (after?.state === 'refused') {
      answer(entry.id, { state: 'refused', refusal, id: entry.id })
      void cache.invalidateQueries({ queryKey: fileKey(entry.subject) })
    } else answer(entry.id, { state: 'waiting', why: refusal })
    return !stopsAll(refusal, status)
  }
}

async function sendAll(isForced: boolean) {
  const who = person()
  if (!who || sessionNow().state !== 'in') return
  const tried = new Set<string>()
  for (;;) {
    const next = nextToSend(await listEntries(who), { now: new Date().toISOString(), isForced, tried })
    if (!next || person() !== who) return
    tried.add(next.id)
    if (!(await sendNext(next))) return
  }
}

const alone = (work: () => Promise<void>): Promise<void> => (navigator.locks ? navigator.locks.request('maplebridge-outbox', work) : work())

/** Sends what can go now. One round at a time; what comes in meanwhile gets a round of its own. */
export function flush(isForced = false): Promise<void> {
  if (round) {
    wanted = wanted || isForced
    return round
  }
  clearTimeout(timer)
  round = alone(() => sendAll(isForced))
    .catch((error: unknown) => console.error(error))
    .finally(async () => {
      round = undefined
      for (const id of [...awaited.keys()]) answer(id, { state: 'waiting', why: refuse('offline') })
      await look()
      const [again, force] = [wanted !== undefined, wanted]
      wanted = undefined
      if (again) void flush(force)
      else lookAgain()
    })
  return round
}

function lookAgain() {
  const at = nextLook(entries)
  if (at === undefined || sessionNow().state !== 'in') return
  timer = setTimeout(() => void flush(), Math.max(1000, Date.parse(at || new Date().toISOString()) - Date.now()))
}

type New = Pick<Entry, 'id' | 'kind' | 'subject' | 'after' | 'method' | 'path' | 'body' | 'photos' | 'about' | 'form'>

/** Keeps it on the phone, and sends it now or when there is signal. Resolves after the first try. */
export async function submit<R extends Reply>(given: New): Promise<Sent<R>> {
  const who = person()
  if (!who) throw new Error('nobody is signed in')
  const order = Math.max(Date.now(), (entries.at(-1)?.order ?? 0) + 1)
  const madeAt = new Date().toISOString()
  const entry: Entry = {
    ...given,
    ...{ person: who, madeAt, order, tries: 0, notBefore: null, state: 'waiting', refusal: null },
    body: { ...given.body, madeAt },
  }
  await saveEntry(entry)
  await changed()
  const isBehind = heldBy(entry, entries) !== undefined
  if (isBehind || sessionNow().state !== 'in') {
    void flush(true)
    return { state: 'waiting', why: refuse(isBehind ? 'offline' : 'not_signed_in') }
  }
  const sent = new Promise<Sent<R>>((resolve) => awaited.set(entry.id, resolve as (sent: Sent) => void))
  await (round ?? Promise.resolve())
  if (awaited.has(entry.id)) void flush(true)
  return sent
}

/** Sends a command, now or when there is signal. Resolves after the first try. */
export function sendCommand(matter: MatterId, version: number, command: Command, about: string): Promise<Sent<MatterFile>> {
  const id = mint<CommandId>()
  const photos = 'photos' in command ? (command.photos ?? []) : []
  return submit({
    id,
    kind: 'command',
    subject: { of: 'matters', id: matter },
    path: `/matters/${matter}/commands`,
    body: { commandId: id, command, version },
    photos,
    about,
  })
}

export function sendDisputeCommand(dispute: DisputeId, command: DisputeCommand, about: string, form: Form): Promise<Sent<DisputeFile>> {
  const id = mint<CommandId>()
  const photos = 'photos' in command ? command.photos : []
  const path = `/disputes/${dispute}/commands`
  const subject = { of: 'disputes', id: dispute } as const
  return submit({ id, kind: 'command', subject, path, body: { commandId: id, command }, photos, about, form })
}

export function sendRegistration(register: Register, about: string, form: Form): Promise<Sent<Registered>> {
  const { id, commandId } = register
  return submit({
    ...{ id: commandId, kind: 'first', subject: { of: 'disputes', id }, path: '/disputes', body: register, photos: [], about, form },
  })
}

export function sendReport(report: Report, about: string, form: Form): Promise<Sent<Filed>> {
  return submit({
    ...{ id: report.commandId, kind: 'first', subject: { of: 'matters', id: report.id }, path: '/matters' },
    ...{ body: report, photos: report.photos ?? [], about, form },
  })
}

/** Lets an entry go for good; what was made on top of it is freed to be tried, what only pointed at it goes too. */
export async function discard(id: string) {
  const gone = entries.find((each) => each.id === id)
  for (const each of gone ? goesWith(gone, entries) : []) await dropEntry(each.id)
  await dropEntry(id)
  await changed()
  void flush(true)
}

/** Lets a refused entry go whose form is still there with everything that was typed: its photos stay with the form. */
export async function takeBack(id: string) {
  await changeEntry(id, (each) => ({ ...each, photos: [] }))
  await discard(id)
}

export async function retry(id: string) {
  await changeEntry(id, retried)
  await changed()
  await flush(true)
}

const week = 7 * 24 * 3_600_000

/** Called once, at the start of the app. */
export function startOutbox() {
  addEventListener('online', () => void flush(true))
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void flush(true)
  })
  otherTabs?.addEventListener('message', () => void look())
  let before = person()
  let state = sessionNow().state
  onSession(() => {
    const isOther = person() !== before || sessionNow().state !== state
    before = person()
    state = sessionNow().state
    if (isOther) void look().then(() => flush(true))
  })
  void look().then(() => flush(true))
  void dropStrayPhotos((keptAt) => Date.now() - Date.parse(keptAt) > week)
}
