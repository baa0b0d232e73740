/** What becomes of a demo dispute, step by step: mostly an agreement that is kept, sometimes none, now and then a promise that is broken. */

import { type Asker, type Party, principals, routes } from '#modules/disputes/dispute.ts'
import type { Sign } from '#modules/disputes/rules/danger.ts'
import type { Command } from '#modules/disputes/wire.ts'
import { daysAfter } from '#modules/kernel/calendar.ts'
import type { PersonId } from '#modules/kernel/ids.ts'
import { afterwards } from './disputes-after.ts'
import type { DisputeLife } from './disputes-life.ts'
import { mediatorOf, on, photo, type Scene, type Step, staff } from './disputes-scene.ts'
import { idAt } from './life.ts'
import { personName } from './names.ts'
import { between, chance, pick, weighted } from './random.ts'
import { instant, minute } from './rhythm.ts'
import * as say from './texts/mediation.ts'

export function* course(scene: Scene): Generator<Step> {
  const { life, about, ending, members, heads } = scene
  const { random } = life
  const head = staff(heads[0]!)
  if (life.dispute.mediators.length === 0 || chance(random, 0.15)) {
    const others = members.filter(({ id }) => !life.dispute.mediators.includes(id))
    const chosen = [...life.dispute.mediators, ...(others.length > 0 ? [pick(random, others).id] : [])].slice(0, 2) as PersonId[]
    const chosenBy = chance(random, 0.2) ? 'parties' : 'committee'
    if (chosen.length > 0) yield { asker: head, after: [1, 20], command: () => ({ do: 'assign', mediators: chosen, chosenBy }) }
  }
  const mediator = staff(mediatorOf(scene))
  const does = (after: readonly [number, number], command: (time: number) => Command): Step => ({ asker: mediator, after, command })
  const parties = principals(life.dispute)
  const ids = parties.map(({ id }) => id)
  const respondent = parties.at(-1)!

  yield* admission(life, does, ending === 'declined' ? parties.slice(0, -1) : parties)
  if (ending === 'declined') {
    yield does([0, 0], (time) => ({ do: 'inform', party: respondent.id, on: on(time) }))
    const reason = pick(random, say.refusalReasons)
    yield does([0.1, 20], () => ({ do: 'decline', party: respondent.id, reason, routes: [...routes] }))
    yield* afterwards(scene, mediator)
    return
  }
  yield does([0, 4], () => ({ do: 'accept' }))
  yield* danger(scene, mediator)
  if (chance(random, 0.35))
    yield does([4, 40], (time) => ({
      ...{ do: 'inquire', inquiry: idAt<string>(random, time), on: on(time), where: pick(random, ['现场', '村委会', '邻居家']) },
      ...{ whom: pick(random, ['邻居', '在场的人', '村民小组长']), notes: pick(random, say.findings) },
    }))
  if (chance(random, 0.2))
    yield does([0, 3], (time) => ({
      do: 'attach',
      piece: idAt<string>(random, time),
      kind: 'evidence',
      title: '现场照片',
      photos: [photo(life)],
    }))
  if (chance(random, 0.1))
    yield does([1, 20], (time) => ({
      ...{ do: 'invite', guest: idAt<string>(random, time), kind: pick(random, ['relative', 'neighbour', 'expert'] as const) },
      ...{ identity: { name: personName(random) }, agreedBy: ids },
    }))
  const sessions = weighted(random, [
    [1, 64],
    [2, 27],
    [3, 9],
  ] as const)
  for (let n = 1; n <= sessions; n++) {
    if (ending === 'withdrawn' && n === sessions) break
    const isLast = n === sessions
    yield does([8, 90], (time) => sessionAt(scene, time, ids, n, isLast))
  }
  if (ending === 'withdrawn') {
    const reason = pick(random, say.withdrawalReasons)
    yield does([10, 60], () => ({ do: 'withdraw', party: ids[0]!, reason, routes: [...routes] }))
  } else if (ending === 'failed') {
    const reason = pick(random, say.failureReasons)
    yield does([0.2, 2], () => ({ do: 'fail', reason, routes: [...routes] }))
  } else yield* agreement(scene, does, about, ending)
  if (life.dispute.status === 'agreed') return
  yield* afterwards(scene, mediator)
}

type Does = (after: readonly [number, number], command: (time: number) => Command) => Step

/** Papers are looked at, rights and duties told, and each says whether they want it (arts. 17, 23, 24). */
function* admission(life: DisputeLife, does: Does, parties: readonly Party[]): Generator<Step> {
  const { random } = life
  for (const { id, kind } of parties) {
    yield does([0, 0.3], (time) => ({ do: 'inform', party: id, on: on(time) }))
    const paper = kind === 'organisation' ? 'licence' : pick(random, ['idCard', 'idCard', 'householdBook', 'knownInPerson'] as const)
    yield does([0, 0.2], () => ({ do: 'checkPaper', party: id, paper }))
  }
  for (const { id } of life.dispute.parties.filter(({ of }) => of !== null)) {
    yield does([0, 0.2], () => ({ do: 'checkPaper', party: id, paper: 'idCard' }))
    yield does([0, 0.2], (time) => ({
      ...{
        do: 'attach',
        piece: idAt<string>(random, time),
        kind: 'powerOfAttorney',
        title: '授权委托书',
        party: id,
        photos: [photo(life)],
      },
    }))
  }
  for (const { id } of parties) yield does([0, 16], () => ({ do: 'consent', party: id, wantsOpen: false }))
}

/** Signs of escalation; where they are an alarm, a measure within the day, unless nobody has got to it yet (art. 25). */
function* danger({ life, isAlarming }: Scene, asker: Asker): Generator<Step> {
  const { random } = life
  if (!isAlarming && !chance(random, 0.07)) return
  const signs: Sign[] = isAlarming
    ? ['threat', 'repeated']
    : weighted(random, [
        [['repeated'], 5],
        [['threat'], 2],
        [['gathering'], 1],
        [['threat', 'repeated'], 2],
        [['weapon'], 0.6],
      ] as const).map((sign) => sign)
  yield { asker, after: isAlarming ? [0.1, 0.5] : [1, 30], command: () => ({ do: 'noteSigns', signs }) }
  if (life.dispute.preventBy === null || isAlarming) return
  if (signs.includes('weapon'))
    yield { asker, after: [0.2, 1], command: (time) => ({ do: 'tellPolice', station: '辖区派出所', toldAt: instant(time - 5 * minute) }) }
  yield { asker, after: [1, 6], command: () => ({ do: 'prevent', words: pick(random, say.measures) }) }
}

function sessionAt(scene: Scene, time: number, parties: readonly string[], n: number, isLast: boolean): Command {
  const { life, about, ending } = scene
  const { random } = life
  const words = [
    n === 1 ? `申请人说：${about.summary}${about.wish}` : '接着上次谈。',
    pick(random, say.replies),
    `焦点是：${about.issue}。`,
    pick(random, say.persuasions),
    isLast && ending !== 'failed' ? pick(random, say.agreedWords) : pick(random, say.adjournments),
  ]
  return {
    ...{ do: 'hold', session: idAt<string>(random, time), parties: [...parties], guests: life.dispute.guests.map(({ id }) => id) },
    ...{ startedAt: instant(time - between(random, 50, 150) * minute), endedAt: instant(time - between(random, 1, 20) * minute) },
    ...{
      where: pick(random, ['村委会调解室', '村委会调解室', '现场', '申请人家里']),
      mediators: [...life.dispute.mediators],
      notes: words.join('\n'),
    },
  }
}

/** The items of art. 29, and the names under them; an oral one binds from the day (art. 30). */
function* agreement(scene: Scene, does: Does, about: say.Case, form: 'written' | 'oral'): Generator<Step> {
  const { life, heads, fen } = scene
  const { random } = life
  const parties = principals(life.dispute)
  const by = (about.by === 'applicant' ? parties[0]! : parties.at(-1)!).id
  const days = fen ? between(random, 0, 45) : between(random, 1, 20)
  const instalments = fen && fen > 500_000 && chance(random, 0.35) ? 2 : 1
  // One sum in one piece stands beside the term; of several, their whole is said.
  const what = fen && instalments > 1 ? `${about.term}，共 ${Math.round(fen / 100)} 元` : about.term
  yield does([0.2, 3], (time) => ({
    ...{ do: 'agree', form, on: on(time), facts: about.summary, issues: about.issue, responsibility: about.responsibility },
    terms: Array.from({ length: instalments }, (_, index) => ({
      ...{ id: idAt<string>(random, time + index), by, way: fen ? pick(random, ['现金', '转账', '当面付清']) : '自己动手' },
      ...{ what: instalments > 1 ? `${what}，第 ${index + 1} 期` : what, dueOn: daysAfter(on(time), days + index * 30) },
      ...(fen && { fen: Math.round(fen / instalments) }),
    })),
  }))
  if (form === 'oral' || scene.isUnsigned) return
  const device = pick(random, ['Android 12, WeChat', 'Android 9, WeChat', 'iPhone, Safari'])
  if (chance(random, 0.88)) {
    const scan = photo(life)
    yield does([0.5, 30], (time) => ({ do: 'sign', as: 'all', way: 'scan', photos: [scan], on: on(time) }))
    return
  }
  for (const { id } of parties) {
    const drawn = photo(life)
    yield does([0.02, 0.2], () => ({ do: 'sign', as: 'party', party: id, way: 'drawn', photos: [drawn], device }))
  }
  const own = photo(life)
  yield does([0.02, 0.2], () => ({ do: 'sign', as: 'mediator', way: 'drawn', photos: [own], device }))
  const seal = photo(life)
  yield {
    asker: staff(heads[0]!),
    after: [1, 30],
    command: (time) => ({ do: 'sign', as: 'seal', way: 'scan', photos: [seal], on: on(time) }),
  }
}
