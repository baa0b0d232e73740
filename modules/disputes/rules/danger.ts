/**
 * Prevention (防民转刑): signs that a dispute may turn violent. They are facts about the dispute that a mediator ticks, never a score of a
 * person, and nothing is added up: certain signs together tell the village's police officer and the township at once, and ask for a
 * preventive measure within a day (人民调解法 art. 25).
 */
export const signs = ['threat', 'weapon', 'repeated', 'violenceBefore', 'gathering'] as const
export type Sign = (typeof signs)[number]

/** Any of these, whole, is an alarm: a weapon alone, or two things that make each other worse. */
export const alarms: readonly (readonly Sign[])[] = [
  ['weapon'],
  ['threat', 'violenceBefore'],
  ['threat', 'repeated'],
  ['threat', 'gathering'],
  ['violenceBefore', 'repeated'],
  ['violenceBefore', 'gathering'],
]

/** The combinations that are there; none, and nobody is alarmed. */
export const alarmsIn = (ticked: readonly Sign[]): readonly (readonly Sign[])[] =>
  alarms.filter((alarm) => alarm.every((sign) => ticked.includes(sign)))

/** Whether a combination is there that was not there before. */
export const isNewAlarm = (before: readonly Sign[], now: readonly Sign[]): boolean =>
  alarmsIn(now).some((alarm) => !alarmsIn(before).includes(alarm))

/** Hours, day and night, within which a preventive measure is to be recorded. */
export const hoursToPrevent = 24
