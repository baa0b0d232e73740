/** After an agreement, or the end without one: what was promised, the court, the visit, closing, the shelf, the allowance. */
import { type Asker, endedWithout, principals, type Term } from '#modules/disputes/dispute.ts'
import { grades } from '#modules/disputes/rules/allowance.ts'
import { missingIn } from '#modules/disputes/rules/dossier.ts'
import type { Command } from '#modules/disputes/wire.ts'
import { mediatorOf, on, photo, type Scene, type Step, staff } from './disputes-scene.ts'
import { idAt } from './life.ts'
import { between, chance, pick, weighted } from './random.ts'
import { day, hour, midnight } from './rhythm.ts'
import * as say from './texts/mediation.ts'

type Planned = { readonly at: number; readonly command: (time: number) => Command }

export function* afterwards(scene: Scene, asker: Asker): Generator<Step> {
  const { life } = scene
  const { random } = life
  if (!endedWithout.includes(life.dispute.status)) {
    const planned = [...performance(scene), ...court(scene), ...visit(scene)].sort((one, other) => one.at - other.at)
    for (const { at, command } of planned) yield { asker, at, command }
  }
  if (life.dispute.status === 'performing' && life.dispute.agreement!.terms.some(({ state }) => state === 'due')) return
  if (life.dispute.preventBy !== null || missingIn(life.dispute).length > 0) return
  const isBroken = life.dispute.agreement?.terms.some(({ state }) => state === 'breached')
  const words = endedWithout.includes(life.dispute.status) ? say.closingsWithout : isBroken ? say.endedBroken : say.closings
  yield { asker, after: [20, 160], command: () => ({ do: 'close', note: pick(random, words) }) }
  if (life.dispute.sessions.length > 0 && chance(random, 0.6)) yield* allowance(scene)
  if (chance(random, 0.85))
    yield {
      asker: staff(scene.heads[0]!),
      after: [24, 500],
      command: () => ({
        do: 'archive',
        retention: weighted(random, [
          ['ten', 7],
          ['thirty', 2],
          ['permanent', 1],
        ] as const),
        shelf: `${between(random, 1, 3)} 柜 ${between(random, 1, 5)} 格`,
      }),
    }
}

const noonOf = (of: string) => midnight(of) + 10 * hour

/** Most is done by its day; some late, some not at all, and then the other way is told (art. 32). */
function* performance({ life }: Scene): Generator<Planned> {
  const { random } = life
  for (const { id, dueOn, fen } of life.dispute.agreement!.terms) {
    const due = noonOf(dueOn) + between(random, 0, 6) * hour
    const way = weighted(random, [
      ['kept', 86],
      ['late', 8],
      ['broken', 4],
      ['silent', 2],
    ] as const)
    if (way === 'silent') continue
    if (way === 'kept' || way === 'late') {
      const at = way === 'kept' ? Math.max(life.time + hour, due - between(random, 0, 4) * day) : due + between(random, 2, 9) * day
      yield { at, command: (time) => ({ do: 'perform', term: id, on: on(time), words: done(fen) }) }
      continue
    }
    const breached = due + between(random, 2, 6) * day
    const words = pick(random, say.breachWords)
    yield { at: breached, command: () => ({ do: 'breach', term: id, words, routes: ['court'] }) }
    if (chance(random, 0.5))
      yield {
        at: breached + between(random, 5, 20) * day,
        command: (time) => ({ do: 'perform', term: id, on: on(time), words: '催促后补上了' }),
      }
  }
}

const done = (fen: Term['fen']) => (fen ? '钱已付清，收条在卷' : '已办好，看过现场')

/** A joint application for judicial confirmation, within the thirty days (art. 33). */
function* court({ life }: Scene): Generator<Planned> {
  const { random, dispute } = life
  const { form, effectiveOn } = dispute.agreement!
  if (form === 'oral' || effectiveOn === null || !chance(random, 0.08)) return
  const asked = Math.max(life.time + 2 * hour, noonOf(effectiveOn) + between(random, 1, 15) * day)
  const agreedBy = principals(dispute).map(({ id }) => id)
  yield { at: asked, command: (time) => ({ do: 'askCourt', court: '绛县人民法院', on: on(time), agreedBy, concerns: 'rights' }) }
  const decided = asked + between(random, 4, 14) * day
  const result = chance(random, 0.9) ? 'confirmed' : 'rejected'
  const paperNumber = `(${on(decided).slice(0, 4)})晋0826民特${between(random, 1, 90)}号`
  yield { at: decided, command: (time) => ({ do: 'courtDecided', result, on: on(time), paperNumber }) }
  yield {
    at: decided + 2 * hour,
    command: (time) => ({
      do: 'attach',
      piece: idAt<string>(random, time),
      kind: 'confirmation',
      title: '司法确认裁定书',
      photos: [photo(life)],
    }),
  }
}

/** About a fortnight after it began to bind. */
function* visit({ life }: Scene): Generator<Planned> {
  const { random, dispute } = life
  const at = noonOf(dispute.agreement!.effectiveOn ?? on(life.time)) + between(random, 10, 22) * day
  const parties = principals(dispute).map(({ id }) => id)
  yield {
    at,
    command: (time) => {
      const isDone = life.dispute.agreement!.terms.every(({ state }) => state === 'performed')
      return {
        ...{ do: 'revisit', revisit: idAt<string>(random, time), on: on(time), parties, danger: false },
        ...{ performance: isDone ? 'done' : 'partly', satisfaction: chance(random, 0.8) ? 'satisfied' : 'fair' },
        notes: isDone ? pick(random, say.revisitWords.slice(0, 3)) : say.revisitWords[3]!,
      }
    },
  }
}

/** 以案定补: claimed by a mediator of the file, decided above, after a call where it was drawn for one. */
function* allowance(scene: Scene): Generator<Step> {
  const { life, deciders } = scene
  const { random, dispute } = life
  const mediator = mediatorOf(scene)
  const decider = deciders.find(({ id }) => !dispute.mediators.includes(id))
  if (!dispute.mediators.includes(mediator.id)) return
  const grade = dispute.isDifficult ? pick(random, grades.slice(2)) : pick(random, grades.slice(0, 2))
  yield { asker: staff(mediator), after: [2, 60], command: () => ({ do: 'claim', grade }) }
  if (!decider) return
  const result = chance(random, 0.96) ? 'confirmed' : 'doubted'
  if (life.dispute.allowance?.isSampled)
    yield {
      asker: staff(decider),
      after: [30, 200],
      command: () => ({
        do: 'callBack',
        result,
        words: result === 'confirmed' ? '当事人说调解员上门三次，事情办好了' : '当事人说不清楚有调解',
      }),
    }
  const isGranted = life.dispute.allowance?.calledBack !== 'doubted'
  yield {
    asker: staff(decider),
    after: [24, 600],
    command: () => ({ do: 'decideClaim', isGranted, reason: isGranted ? '' : '回访有疑问，核实后再报' }),
  }
}
