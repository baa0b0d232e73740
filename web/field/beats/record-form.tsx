/** The form of a record, new or put right. From a visit it goes on next door with the lane kept; from most, into a report or a mediation file. */
import { useNavigate } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type BeatRecord, daysToFile, type RecordKind } from '#modules/beats/beat.ts'
import { blank, decideFile, evolve } from '#modules/beats/rules/decide.ts'
import type { Command, Facts } from '#modules/beats/wire.ts'
import { daysAfter } from '#modules/kernel/calendar.ts'
import type { PlaceCode } from '#modules/kernel/ids.ts'
import { isRefusal } from '#modules/kernel/refusal.ts'
import { mint } from '#web/client/api.ts'
import { useDraft } from '#web/client/draft.ts'
import { useActor } from '#web/client/session.ts'
import { Act } from '#web/ui/act.tsx'
import { say } from '#web/ui/say.ts'
import { ErrorBox, Loading } from '#web/ui/states.tsx'
import { DayChoice } from './day-choice.tsx'
import { startOf, usePassOn } from './follow.ts'
import { blankForm, type Filled, factsOf, formOf, missingIn, nextDoor, noCounts } from './form.ts'
import { OtherFields } from './other-fields.tsx'
import { Onward } from './pass-on.tsx'
import { useSendRecord } from './send.ts'
import { VillageChoice } from './village-choice.tsx'
import { today, useVillageFile, type Village } from './village-work.ts'
import { VisitFields } from './visit-fields.tsx'

type Props = {
  readonly kind: RecordKind
  readonly village: Village
  readonly record?: BeatRecord
  readonly onVillage?: (code: string) => void
}
/** Of several kinds of entries each is sent by itself, and goes back into the form by itself. */
const only = (facts: Facts, filled: Filled): Filled =>
  facts.kind === 'entries' ? { ...filled, counts: { ...noCounts, [facts.of]: String(facts.count) } } : filled

type Then = 'back' | 'next' | 'matter' | 'dispute'

export function RecordForm({ kind, village, record, onVillage }: Props) {
  const { t } = useTranslation(['beats', 'field'])
  const navigate = useNavigate()
  const actor = useActor()
  const send = useSendRecord()
  const passOn = usePassOn()
  const { data: file, error, refetch } = useVillageFile(village.code)
  const start = useRef<Filled>(undefined)
  start.current ??= record ? formOf(record) : blankForm(today())
  const draft = record ? `beat/record/${record.id}` : `beat/${kind}`
  const { value, change: keep, clear, isReady, isKept } = useDraft<Filled>(draft, () => start.current!)
  const [last, setLast] = useState<string>()
  const [trouble, setTrouble] = useState<string>()
  const [isBusy, setBusy] = useState(false)
  const change = (part: Partial<Filled>) => {
    setTrouble(undefined)
    keep(part)
  }
  const lanes = file?.lanes ?? []
  const lane = lanes.length === 1 ? lanes[0]!.lane : value.lane
  const filled: Filled = { ...value, lane }

  /** The records as they were sent, or undefined where something is missing or was not accepted. */
  const write = async (): Promise<BeatRecord[] | undefined> => {
    const missing = missingIn(
      kind,
      filled,
      lanes.map(({ lane }) => lane),
    )
    if (missing) {
      setTrouble(t(`field.missing.${missing}`))
      return undefined
    }
    const at = new Date().toISOString()
    const page = `/beats/new?kind=${kind}&village=${village.code}${record ? `&record=${record.id}` : ''}`
    const made: BeatRecord[] = []
    for (const facts of factsOf(kind, filled, today())) {
      const id = record?.id ?? mint<string>()
      const command: Command = record
        ? { do: 'amend', on: filled.on, facts }
        : { do: 'file', village: village.code as PlaceCode, on: filled.on, facts }
      const event = command.do === 'file' ? decideFile(command, actor, at) : undefined
      if (isRefusal(event)) {
        setTrouble(say(event))
        return undefined
      }
      const refusal = await send(id, command, { kind, village: village.name }, { draft, value: only(facts, filled), page })
      if (refusal) {
        setTrouble(say(refusal))
        return undefined
      }
      if (event) made.push(evolve(blank(actor.county, id), event))
    }
    return made
  }

  const go = async (then: Then) => {
    setBusy(true)
    setTrouble(undefined)
    const made = await write()
    setBusy(false)
    if (!made) return
    const laneName = lanes.find((each) => each.lane === lane)?.name ?? null
    // The house next door begins with the lane and the purpose; nothing of it is kept before something is typed.
    if (then === 'next') start.current = nextDoor(filled, today())
    await clear()
    const [first] = made
    if (then === 'next') {
      setLast(filled.house)
      scrollTo({ top: 0 })
    } else if (then === 'matter' && first) await passOn.toMatter(startOf(first, village.name, laneName))
    else if (then === 'dispute' && first) await passOn.toDispute(startOf(first, village.name, laneName))
    else if (record) history.back()
    else await navigate({ to: '/beats', search: { village: village.code } })
  }

  if (kind === 'visit' && !file && error) return <ErrorBox error={error} onRetry={() => void refetch()} />
  if (!isReady || (kind === 'visit' && !file)) return <Loading lines={8} />
  const isNew = record === undefined
  const day = (
    <DayChoice
      value={filled.on}
      onChange={(on) => change({ on })}
      least={kind === 'day' ? today() : daysAfter(today(), -daysToFile)}
      most={kind === 'day' ? undefined : today()}
      isAhead={kind === 'day'}
    />
  )
  return (
    <div className="form">
      {isKept && isNew && last === undefined && (
        <p className="kept-draft">
          <span>{t('field:report.draft')}</span>
          <Act kind="quiet" onAct={() => void clear()}>
            {t('field:report.clear')}
          </Act>
        </p>
      )}
      {onVillage && <VillageChoice chosen={village.code} onChoose={onVillage} />}
      {kind === 'day' && day}
      {kind === 'visit' ? (
        <VisitFields filled={filled} change={change} lanes={lanes} last={last} />
      ) : (
        <OtherFields kind={kind} filled={filled} change={change} only={record?.facts.kind === 'entries' ? record.facts.of : undefined} />
      )}
      {kind !== 'day' && day}
      <div aria-live="assertive">{trouble && <p className="warning">{trouble}</p>}</div>
      <div className="form-end form-ends">
        {kind === 'visit' && isNew ? (
          <>
            <Act kind="primary" isBlock isBusy={isBusy} onAct={() => void go('next')}>
              {t(isBusy ? 'field:act.sending' : 'field.saveNext')}
            </Act>
            <Act isBlock isBusy={isBusy} onAct={() => void go('back')}>
              {t('field.save')}
            </Act>
          </>
        ) : (
          <Act kind="primary" isBlock isBusy={isBusy} onAct={() => void go('back')}>
            {t(isBusy ? 'field:act.sending' : record ? 'field.saveAmended' : 'field.save')}
          </Act>
        )}
        {isNew && kind !== 'entries' && !(kind === 'day' && filled.isPlan) && (
          <div className="pass-on">
            <span className="soft">{t('field.passOn')}</span>
            <Onward isBusy={isBusy} onMatter={() => void go('matter')} onDispute={() => void go('dispute')} />
          </div>
        )}
      </div>
    </div>
  )
}
