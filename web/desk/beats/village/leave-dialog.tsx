/** 登记请假: who, from when to when, and who stands in for them: somebody of the same role in another village. */
import { App, Select } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { VillageFile, VillageRow } from '#modules/beats/reply.ts'
import { entersLeave } from '#modules/beats/rules/village.ts'
import { dayOf } from '#modules/kernel/calendar.ts'
import type { Day } from '#modules/kernel/ids.ts'
import type { Role } from '#modules/people/role.ts'
import { mint, post } from '#web/client/api.ts'
import { useActor } from '#web/client/session.ts'
import { useNow } from '#web/ui/deadline.tsx'
import { useAttempt } from '../../attempt.ts'
import { Dialog } from '../../dialog.tsx'
import { DayField, OneOf } from '../../fields.tsx'
import { useVillages, villageChanged } from '../villages.ts'

const others = (rows: readonly VillageRow[], role: 'officers' | 'advisers', not: string) =>
  [
    ...Map.groupBy(
      rows.flatMap((row) => row[role].map((worker) => ({ ...worker, village: row.name }))),
      ({ id }) => id,
    ).values(),
  ]
    .filter(([one]) => one!.id !== not)
    .map((all) => all.filter(({ insteadOf, awayUntil }) => insteadOf === null && awayUntil === null))
    .filter((all) => all.length > 0)
    .map((all) => ({ id: all[0]!.id, name: all[0]!.name, villages: all.map(({ village }) => village) }))

export function LeaveDialog({ file, onClose }: { file: VillageFile; onClose: () => void }) {
  const { t } = useTranslation(['beats', 'app'])
  const { message } = App.useApp()
  const field = useId()
  const [id] = useState(() => mint<string>())
  const today = dayOf(useNow())
  const actor = useActor()
  const mine = (role: Role) => entersLeave(actor, file.village, role)
  // Whoever only stands in is away from their own villages, not from this one.
  const workers = [
    ...file.officers.map((each) => ({ ...each, role: 'officer' as const })).filter(() => mine('police_officer')),
    ...file.advisers.map((each) => ({ ...each, role: 'adviser' as const })).filter(() => mine('legal_adviser')),
  ].filter(({ insteadOf }) => insteadOf === null)
  const [person, setPerson] = useState<string>(workers[0]?.id ?? '')
  const [from, setFrom] = useState<Day | ''>(today)
  const [to, setTo] = useState<Day | ''>('')
  const [substitute, setSubstitute] = useState<string>()
  const [trouble, setTrouble] = useState<string>()
  const { isBusy, refusal, attempt } = useAttempt()
  const { data } = useVillages()
  const role = workers.find((each) => each.id === person)?.role ?? 'officer'
  const candidates = others(data ?? [], role === 'officer' ? 'officers' : 'advisers', person)
  const isPast = from !== '' && from < today

  const send = () => {
    const missing = !person ? 'person' : !from || !to ? 'days' : undefined
    setTrouble(missing && t(`desk.leave.missing.${missing}`))
    if (missing) return
    void attempt(async () => {
      await post('/beats/leaves', { id, village: file.village, person, from, to, ...(substitute && !isPast ? { substitute } : {}) })
      villageChanged()
      void message.success(t('desk.leave.added'))
      onClose()
    })
  }
  return (
    <Dialog
      title={t('desk.leave.addTitle')}
      send={t('desk.leave.send')}
      onSend={send}
      onClose={onClose}
      isBusy={isBusy}
      refusal={refusal}
      trouble={trouble}
    >
      <OneOf
        name={t('desk.leave.person')}
        value={person}
        options={workers.map((each) => ({
          value: each.id as string,
          label: t('desk.leave.worker', { name: each.name, role: t(`roles.${each.role}`) }),
        }))}
        onChange={(chosen) => {
          setPerson(chosen)
          setSubstitute(undefined)
        }}
      />
      <div className="pair">
        <DayField name={t('desk.leave.from')} value={from} onChange={setFrom} />
        <DayField name={t('desk.leave.to')} value={to} from={from || undefined} onChange={setTo} />
      </div>
      <div className="field">
        <label htmlFor={field}>
          {t('desk.leave.substitute')} <small className="soft">{t('app:optional')}</small>
        </label>
        <Select
          id={field}
          className="wide"
          allowClear
          disabled={isPast}
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={t('desk.leave.nobody')}
          notFoundContent={t('desk.leave.noCandidates')}
          value={isPast ? null : (substitute ?? null)}
          options={candidates.map((each) => ({
            value: each.id,
            label: t('desk.leave.candidate', { name: each.name, villages: each.villages.join(t('app:comma')) }),
          }))}
          onChange={(chosen) => setSubstitute(chosen ?? undefined)}
        />
        <p className="soft">{t(isPast ? 'desk.leave.past' : 'desk.leave.substituteWords')}</p>
      </div>
    </Dialog>
  )
}
