/** When to connect again, and what to say about a count. Pure. */

/** Milliseconds between two questions while the stream cannot be had, and the longest rest before it is tried again. */
export const restAtMost = 60_000

/** Milliseconds a page may be out of sight before its stream is closed: a browser lends each server only a few connections. */
export const hiddenAtMost = 60_000

/** Milliseconds before the next try: a second, then twice as long each time, up to a minute; give or take a fifth, so that not all come at once. */
export const restBefore = (failures: number, chance: number): number =>
  Math.round(Math.min(restAtMost, 1000 * 2 ** (failures - 1)) * (0.8 + 0.4 * chance))

/** What stands beside the bell; nothing when there is nothing. The server counts to 100. */
export const shortCount = (unread: number): string => (unread <= 0 ? '' : unread > 99 ? '99+' : String(unread))

/** `{"unread": 3}` → 3; undefined for anything else. */
export function unreadIn(data: string): number | undefined {
  try {
    const { unread } = JSON.parse(data) as { unread?: unknown }
    return typeof unread === 'number' && unread >= 0 ? unread : undefined
  } catch {
    return undefined
  }
}
