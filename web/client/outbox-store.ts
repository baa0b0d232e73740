/** What this device keeps: entries of the outbox, their photos, drafts, and the last answers for when there is no signal. */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import { type Entry, modern } from './outbox-rules.ts'

type KeptPhoto = { readonly id: string; readonly person: string; readonly picture: Blob; readonly keptAt: string }
type Draft = { readonly key: string; readonly person: string; readonly value: unknown }
type Answers = { readonly person: string; readonly value: unknown }

interface Kept extends DBSchema {
  entries: { key: string; value: Entry; indexes: { person: string } }
  photos: { key: string; value: KeptPhoto }
  drafts: { key: string; value: Draft }
  answers: { key: string; value: Answers }
}

let opened: Promise<IDBPDatabase<Kept>> | undefined

const open = () => {
  opened ??= openDB<Kept>('maplebridge', 2, {
    async upgrade(db, before, _after, write) {
      if (before < 1) {
        db.createObjectStore('entries', { keyPath: 'id' }).createIndex('person', 'person')
        db.createObjectStore('photos', { keyPath: 'id' })
        db.createObjectStore('drafts', { keyPath: 'key' })
        db.createObjectStore('answers', { keyPath: 'person' })
        return
      }
      const entries = write.objectStore('entries')
      for (const entry of await entries.getAll()) await entries.put(modern(entry))
    },
    // A newer tab waits for this one to let go; what is asked next opens it again.
    blocking: (_current, _blocked, event) => {
      ;(event.target as IDBDatabase).close()
      opened = undefined
    },
    terminated: () => {
      opened = undefined
    },
  })
  return opened
}

export const listEntries = async (person: string): Promise<Entry[]> => (await open()).getAllFromIndex('entries', 'person', person)

export const saveEntry = async (entry: Entry): Promise<void> => {
  await (await open()).put('entries', entry)
}

/** Changes an entry only if it is still there: discarded in another tab, it stays discarded. */
export async function changeEntry(id: string, change: (entry: Entry) => Entry): Promise<Entry | undefined> {
  const write = (await open()).transaction('entries', 'readwrite')
  const entry = await write.store.get(id)
  const next = entry && change(entry)
  if (next) await write.store.put(next)
  await write.done
  return next
}

/** The entry and its photos, together: sent, or let go. */
export async function dropEntry(id: string): Promise<void> {
  const write = (await open()).transaction(['entries', 'photos'], 'readwrite')
  const entry = await write.objectStore('entries').get(id)
  await Promise.all([
    write.objectStore('entries').delete(id),
    ...(entry?.photos ?? []).map((photo) => write.objectStore('photos').delete(photo)),
    write.done,
  ])
}

export const keepPhoto = async (photo: KeptPhoto): Promise<void> => {
  await (await open()).put('photos', photo)
}

export const findPhoto = async (id: string): Promise<Blob | undefined> => (await (await open()).get('photos', id))?.picture

export const dropPhoto = async (id: string): Promise<void> => (await open()).delete('photos', id)

const draftKey = (person: string, name: string) => `${person}/${name}`

export const findDraft = async <T>(person: string, name: string): Promise<T | undefined> =>
  (await (await open()).get('drafts', draftKey(person, name)))?.value as T | undefined

export const saveDraft = async (person: string, name: string, value: unknown): Promise<void> => {
  await (await open()).put('drafts', { key: draftKey(person, name), person, value })
}

export const dropDraft = async (person: string, name: string): Promise<void> => (await open()).delete('drafts', draftKey(person, name))

export const findAnswers = async (person: string): Promise<unknown> => (await (await open()).get('answers', person))?.value

export const saveAnswers = async (person: string, value: unknown): Promise<void> => {
  await (await open()).put('answers', { person, value })
}

/** What was read is forgotten at the sign-out; what waits to be sent and what was being written is not. */
export const dropAnswers = async (): Promise<void> => (await open()).clear('answers')

/** Photos that neither an entry nor a draft of this device names any more, from a form left long ago. */
export async function dropStrayPhotos(isOld: (keptAt: string) => boolean): Promise<void> {
  const db = await open()
  const [entries, drafts, photos] = await Promise.all([db.getAll('entries'), db.getAll('drafts'), db.getAll('photos')])
  const named = JSON.stringify([entries.map(({ photos }) => photos), drafts])
  for (const { id, keptAt } of photos) if (isOld(keptAt) && !named.includes(id)) await db.delete('photos', id)
}
