/** A first password that can be read out over the telephone: "Fengqiao-4827-Yun". Changed at the first sign-in. */
const words = [
  'Feng',
  'Qiao',
  'Shan',
  'Shui',
  'Yun',
  'Tian',
  'Lin',
  'Hua',
  'Xing',
  'Ping',
  'He',
  'Chun',
  'Qiu',
  'Yue',
  'Song',
  'Zhu',
] as const

/** Evenly out of 0 to `below`, without the slant of a remainder. */
function pick(below: number): number {
  const room = Math.floor(0x1_0000_0000 / below) * below
  const [drawn] = crypto.getRandomValues(new Uint32Array(1))
  return drawn! < room ? drawn! % below : pick(below)
}

const word = () => words[pick(words.length)]!

/** About 32 bits behind the lock-out, and known only until it is changed. */
export const firstPassword = (): string =>
  `${word()}${word().toLowerCase()}-${String(pick(10_000)).padStart(4, '0')}-${word()}${String(pick(100)).padStart(2, '0')}`
