/** What a reporter may know of their matter: every step, who took it, and the pictures of the steps they are told about. */
import type { Db } from '#db/db.ts'
import { categoriesOf, departmentNames } from '#modules/categories/store.server.ts'
import { dayOf } from '#modules/kernel/calendar.ts'
import type { Instant, PlaceCode } from '#modules/kernel/ids.ts'
import type { Seat } from '#modules/people/actor.ts'
import { boardRoles } from '#modules/people/pages/contact.server.ts'
import { seatsAt } from '#modules/people/store.server.ts'
import { placeNames } from '#modules/places/store.server.ts'
import type { Secrets } from '#server/secrets.ts'
import type { Language } from '#server/words.ts'
import { words } from '#server/words.ts'
import { fileOf } from '../file.server.ts'
import { holderOf, type Matter, reasonsTold } from '../matter.ts'
import { seatName } from '../names.server.ts'
import type { MatterFile } from '../reply.ts'
import type { Recorded } from '../rules/event.ts'
import { blank, evolve } from '../rules/evolve.ts'
import { isOwn, isTold, isWithheld } from '../rules/told.ts'
import * as store from '../store.server.ts'

export type Step = Recorded & {
  /** "陈守义(一巷 街巷长)", or null where the reporter or the clock did it. */
  readonly who: string | null
  readonly toWhom: string | null
  /** Why it was granted, where the reporter is told that. */
  readonly because: string | null
  /** Done by whoever the story is for. */
  readonly isOwn: boolean
  /** Somebody else's words, which are not for whoever the story is for. */
  readonly isWithheld: boolean
  /** What had been promised until this step, to settle. */
  readonly promised: Instant
  /** The category it was given by this step. */
  readonly categoryName: string | null
}

export type Story = {
  readonly file: MatterFile
  readonly steps: readonly Step[]
  readonly holder: string
  /** Whom to ring about it, if the holder's number hangs on the wall. */
  readonly ring: readonly { readonly name: string; readonly phone: string }[]
  /** The matter in which this one goes on, and how that stands. */
  readonly main: Story | null
}

/** The seat that a step leads to. */
function seatAfter(event: Recorded): Seat | undefined {
  if (event.type === 'granted') return 'to' in event.consequence ? event.consequence.to : undefined
  return 'to' in event && typeof event.to === 'object' ? event.to : undefined
}

/** What was promised before each step, by its version. */
function promisesOf(matter: Matter, events: readonly Recorded[]): ReadonlyMap<number, Instant> {
  const promises = new Map<number, Instant>()
  events.reduce(
    (now, event) => {
      promises.set(event.version, now.settleBy)
      return evolve(now, event)
    },
    blank(matter.county, matter.id),
  )
  return promises
}

/** The reason an application gave, if its consequence is one that the reporter is told the reason of. */
function becauseOf(event: Recorded, events: readonly Recorded[]): string | null {
  if (event.type !== 'granted' || !reasonsTold.includes(event.consequence.kind)) return null
  const wish = events.find(({ version }) => version === event.application)
  return wish?.type === 'applied' ? wish.reason : null
}

/** `listener`: who of several reporters it is told to, by the id of their row; without one, to who reported it first. */
export async function storyOf(
  db: Db,
  matter: Matter,
  secrets: Secrets,
  now: Instant,
  language: Language,
  listener?: string,
): Promise<Story> {
  const say = words(language)
  const english = language === 'en'
  const holder = holderOf(matter)
  const [file, departments, categories, main] = await Promise.all([
    fileOf(db, matter, secrets, now, english),
    departmentNames(db, matter.county, english),
    categoriesOf(db, matter.county),
    matter.duplicateOf ? store.findAny(db, matter.county, matter.duplicateOf) : undefined,
  ])
  const told = file.events.filter((event) => isTold(event, listener))
  const seats: Seat[] = [holder, ...told.flatMap((event) => [event.seat ?? [], seatAfter(event) ?? []].flat())]
  const [names, sitting] = await Promise.all([
    placeNames(
      db,
      matter.county,
      seats.map(({ place }) => place as PlaceCode),
    ),
    seatsAt(db, matter.county, [holder.place], dayOf(now)),
  ])
  const seatWords = (seat: Seat) =>
    seat.department || seat.role === 'centre_officer'
      ? seat.department
        ? seatName(seat, names, departments)
        : say('people:roles.centre_officer')
      : say('people:post', { place: seatName(seat, names, departments), role: say(`people:roles.${seat.role}`) })
  const categoryName = (code: string) => {
    const category = categories.find((each) => each.code === code)
    return category ? (english ? category.nameEn : category.name) : code
  }
  const promises = promisesOf(matter, file.events)
  const holders = sitting.filter((each) => each.role === holder.role && each.department === holder.department)
  return {
    file,
    steps: told.map((event) => {
      const to = seatAfter(event)
      return {
        ...event,
        who: event.seat
          ? event.byName
            ? say('public:progress.person', { name: event.byName, seat: seatWords(event.seat) })
            : seatWords(event.seat)
          : event.byName,
        toWhom: to ? seatWords(to) : null,
        isOwn: isOwn(event, listener),
        isWithheld: isWithheld(event, listener),
        because: becauseOf(event, file.events),
        promised: promises.get(event.version) ?? matter.settleBy,
        categoryName:
          event.type === 'granted' && event.consequence.kind === 'reclassification' ? categoryName(event.consequence.category) : null,
      }
    }),
    holder: seatWords(holder),
    ring: boardRoles.some((role) => role === holder.role) ? holders.map(({ name, phone }) => ({ name, phone })) : [],
    main: main ? await storyOf(db, main, secrets, now, language, matter.id) : null,
  }
}
