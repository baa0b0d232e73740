/** What an action's form holds, what is still missing in it, and the command it becomes. */
import type { Day, Instant, MatterId, PhotoId, PlaceCode } from '#modules/kernel/ids.ts'
import type { Role } from '#modules/people/role.ts'
import type { Action, ApplicationKind, Matter, Order } from './matter.ts'
import type { Command } from './wire.ts'

export type Filled = {
  readonly words: string
  readonly channel: string
  readonly photos: readonly string[]
  /** "lane_chief@140826100201001003" */
  readonly seat: string
  readonly department: string
  readonly isPublic: boolean
  /** An application: what for, and its measure. `days` as typed. */
  readonly wish: ApplicationKind | ''
  readonly days: string
  readonly until: Day | ''
  readonly category: string
  /** The application that is decided or withdrawn, the order that is answered, by their ids; null if there is none. */
  readonly application: number | null
  readonly answered: number | null
  /** An order: which kind, and by when it is to be answered. */
  readonly order: Order['kind']
  readonly dueBy: Instant | ''
  readonly station: string
  readonly toldAt: Instant | ''
  /** The matter that this one is linked to. */
  readonly main: MatterId | ''
}

export const blank: Filled = {
  words: '',
  channel: '',
  photos: [],
  seat: '',
  department: '',
  isPublic: false,
  wish: '',
  days: '',
  until: '',
  category: '',
  application: null,
  answered: null,
  order: 'supervise',
  dueBy: '',
  station: '',
  toldAt: '',
  main: '',
}

/** A form as it opens over a matter: about its application, and its oldest order. */
export const begun = ({ application, orders }: Pick<Matter, 'application' | 'orders'>): Filled => ({
  ...blank,
  application: application?.id ?? null,
  answered: orders[0]?.id ?? null,
})

/** Actions that need no words; some take them. */
const wordless: readonly Action[] = ['accept', 'verify', 'withdraw', 'cancel', 'grant', 'tellPolice', 'link', 'unlink']

const measureOf = { extension: 'days', suspension: 'until', reclassification: 'category' } as const satisfies Partial<
  Record<ApplicationKind, keyof Filled>
>

/** The first field that is still empty, by its name in the catalogue. */
export function missing(action: Action, filled: Filled): string | undefined {
  return firstEmpty(action, filled) ?? (wordless.includes(action) || filled.words.trim() ? lastEmpty(action, filled) : 'words')
}

/** Before the words. */
function firstEmpty(action: Action, filled: Filled): string | undefined {
  const empty = (field: keyof Filled) => (filled[field] ? undefined : field)
  switch (action) {
    case 'handDown':
      return empty('seat')
    case 'handOver':
      return empty('department')
    case 'apply': {
      const measure = filled.wish in measureOf ? measureOf[filled.wish as keyof typeof measureOf] : undefined
      return empty('wish') ?? (measure && empty(measure))
    }
    case 'cancel':
    case 'grant':
    case 'decline':
      return empty('application')
    case 'order':
      return empty('dueBy')
    case 'answer':
      return empty('answered')
    case 'tellPolice':
      return empty('toldAt') ?? (filled.station.trim() ? undefined : 'station')
    case 'link':
      return empty('main')
    default:
      return undefined
  }
}

const lastEmpty = (action: Action, { channel }: Filled) => (action === 'refuse' && !channel.trim() ? 'channel' : undefined)

/** Undefined for an action that has no form (a rating is the reporter's alone), and for one about an application or order that is not there. */
export function commandOf(action: Action, filled: Filled): Command | undefined {
  const words = filled.words.trim()
  const added = words ? { words } : {}
  const photos = filled.photos.length > 0 ? { photos: [...filled.photos] as PhotoId[] } : {}
  const [role = '', place = ''] = filled.seat.split('@')
  const { application, answered } = filled
  switch (action) {
    case 'accept':
    case 'verify':
      return { do: action }
    case 'settle':
      return { do: action, outcome: words, ...photos }
    case 'passUp':
    case 'reopen':
      return { do: action, reason: words, ...photos }
    case 'handDown':
      return { do: action, role: role as Role, place: place as PlaceCode, words }
    case 'handOver':
      return { do: action, department: filled.department, words }
    case 'refuse':
      return { do: action, reason: words, channel: filled.channel.trim() }
    case 'comment':
      return { do: action, words, isPublic: filled.isPublic, ...photos }
    case 'withdraw':
    case 'unlink':
      return { do: action, ...(words ? { reason: words } : {}) }
    case 'apply':
      return filled.wish ? { do: action, kind: filled.wish, reason: words, ...measured(filled.wish, filled) } : undefined
    case 'cancel':
      return application === null ? undefined : { do: action, application }
    case 'grant':
      return application === null ? undefined : { do: action, application, ...added }
    case 'decline':
      return application === null ? undefined : { do: action, application, reason: words }
    case 'order':
      return { do: action, kind: filled.order, words, dueBy: filled.dueBy }
    case 'answer':
      return answered === null ? undefined : { do: action, order: answered, words, ...photos }
    case 'resume':
      return { do: action, reason: words }
    case 'tellPolice':
      return { do: action, station: filled.station.trim(), toldAt: filled.toldAt, ...added }
    case 'link':
      return filled.main ? { do: action, to: filled.main, ...added } : undefined
    case 'rate':
    case 'close':
      return undefined
  }
}

function measured(kind: ApplicationKind, { days, until, category }: Filled) {
  switch (kind) {
    case 'extension':
      return { days: Number(days) }
    case 'suspension':
      return { until }
    case 'reclassification':
      return { category }
    case 'voiding':
    case 'notOurs':
      return {}
  }
}
