/** What an action's form holds, what is still missing in it, and the command it becomes. */
import type { PhotoId, PlaceCode } from '#modules/kernel/ids.ts'
import type { Role } from '#modules/people/role.ts'
import type { Action } from './matter.ts'
import type { Command } from './wire.ts'

export type Filled = {
  readonly words: string
  readonly channel: string
  readonly photos: readonly string[]
  /** "lane_chief@140826100201001003" */
  readonly seat: string
  readonly department: string
  readonly isPublic: boolean
}

export const blank: Filled = { words: '', channel: '', photos: [], seat: '', department: '', isPublic: false }

/** The first field that is still empty, by its name in the catalogue. */
export function missing(action: Action, { words, channel, seat, department }: Filled): string | undefined {
  if (action === 'accept' || action === 'verify' || action === 'withdraw') return undefined
  if (action === 'handDown' && !seat) return 'seat'
  if (action === 'handOver' && !department) return 'department'
  if (!words.trim()) return 'words'
  return action === 'refuse' && !channel.trim() ? 'channel' : undefined
}

/** Undefined for an action that has no form: a rating is the reporter's alone. */
export function commandOf(action: Action, filled: Filled): Command | undefined {
  const words = filled.words.trim()
  const photos = filled.photos.length > 0 ? { photos: [...filled.photos] as PhotoId[] } : {}
  const [role = '', place = ''] = filled.seat.split('@')
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
      return { do: action, ...(words ? { reason: words } : {}) }
    default:
      return undefined
  }
}
