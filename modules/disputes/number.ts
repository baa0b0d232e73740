/** A file's number: "(2026)河湾村人调字第3号" (司发通〔2010〕239号: (年)X人调字第N号). X is the committee's place, short. */
import type { Dispute } from './dispute.ts'

/** "河湾村委会" → "河湾村", "古绛镇" stays: what people call the place. */
export const shortName = (place: string): string =>
  place.replace(/(村)?(村民委员会|村委会)$/, '村').replace(/(社区)?(居民委员会|居委会)$/, '社区')

export const fileNumber = ({ year, serial }: Pick<Dispute, 'year' | 'serial'>, committeeName: string): string =>
  `(${year})${shortName(committeeName)}人调字第${serial}号`
