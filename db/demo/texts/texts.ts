/** Every category's words, by its four-digit code, and a whole report as somebody would type it. */
import { pick, type Random } from '../random.ts'
import { cleanliness } from './cleanliness.ts'
import { disputes } from './disputes.ts'
import { green } from './green.ts'
import { hazards } from './hazards.ts'
import { help } from './help.ts'
import { news } from './news.ts'
import { order } from './order.ts'
import { safety } from './safety.ts'
import { inSeason, type Texts } from './template.ts'
import { traffic } from './traffic.ts'
import { wishes } from './wishes.ts'
import { worded } from './wording.ts'
import { works } from './works.ts'

export const texts: Readonly<Record<string, Texts>> = {
  ...disputes,
  ...hazards,
  ...news,
  ...cleanliness,
  ...wishes,
  ...traffic,
  ...green,
  ...works,
  ...safety,
  ...order,
  ...help,
}

/** The words of a report of a category in a month (1 to 12) in which something of it is said. */
export function reportWords(random: Random, code: string, month: number): string {
  const own = texts[code]
  if (!own) throw new Error(`no texts for category ${code}`)
  return worded(random, code, pick(random, inSeason(own.reports, month)))
}
