/** The register of a committee: when it was elected, and who of its members is a woman. */
import { App, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CommitteeView } from '#modules/bodies/wire.ts'
import { dayOf } from '#modules/kernel/calendar.ts'
import { put } from '#web/client/api.ts'
import { cache } from '#web/client/cache.ts'
import { useNow } from '#web/ui/deadline.tsx'
import { useAttempt } from '../attempt.ts'
import { Choice } from '../choice.tsx'
import { Dialog } from '../dialog.tsx'
import { DayField } from '../fields.tsx'

type Typed = { readonly isWoman: boolean | null; readonly electedOn: string }

export function KeepDialog({ committee, onClose }: { committee: CommitteeView; onClose: () => void }) {
  const { t } = useTranslation(['disputes', 'desk', 'people'])
  const { message } = App.useApp()
  const today = dayOf(useNow())
  const { isBusy, refusal, attempt } = useAttempt()
  const [trouble, setTrouble] = useState<string>()
  const [electedOn, setElectedOn] = useState(committee.electedOn ?? '')
  const [typed, setTyped] = useState<Readonly<Record<string, Typed>>>(() =>
    Object.fromEntries(
      committee.members.map(({ id, isWoman, electedOn: on }) => [
        id,
        // Only who was elected later than the committee has a day of their own.
        { isWoman, electedOn: committee.electedOn && on > committee.electedOn ? on : '' },
      ]),
    ),
  )
  const change = (id: string, part: Partial<Typed>) =>
    setTyped((now) => ({ ...now, [id]: { isWoman: null, electedOn: '', ...now[id], ...part } }))
  const save = () => {
    if (!electedOn) return setTrouble(t('desk:missingField', { field: t('desk.committees.elected') }))
    setTrouble(undefined)
    void attempt(async () => {
      const members = Object.entries(typed).flatMap(([id, { isWoman, electedOn: on }]) =>
        isWoman === null ? [] : [{ id, isWoman, electedOn: on || null }],
      )
      await put(`/committees/${committee.place}`, { electedOn, members })
      await cache.invalidateQueries({ queryKey: ['committees'] })
      void message.success(t('desk.committees.saved'))
      onClose()
    })
  }
  return (
    <Dialog
      title={t('desk.committees.keepTitle', { name: committee.name })}
      send={t('desk.committees.save')}
      onSend={save}
      onClose={onClose}
      isBusy={isBusy}
      isWide
      refusal={refusal}
      trouble={trouble}
    >
      <p>{t('desk.committees.keepWords')}</p>
      <DayField name={t('desk.committees.elected')} value={electedOn} until={today} onChange={setElectedOn} />
      <ul className="lines">
        {committee.members.map(({ id, name, role }) => (
          <li key={id} className="line">
            <span>
              <strong>{name}</strong>
              <small className="soft">{t(`people:roles.${role}`)}</small>
            </span>
            <span className="inline">
              <Choice
                label={t('desk.committees.genderOf', { name })}
                value={typed[id]?.isWoman === null ? '' : typed[id]?.isWoman ? 'female' : 'male'}
                options={(['female', 'male'] as const).map((value) => ({ value, words: t(`desk.genders.${value}`) }))}
                onChange={(value) => change(id, { isWoman: value === 'female' })}
              />
              {/* biome-ignore lint/a11y/noLabelWithoutControl: antd's own field is in it */}
              <label className="by-election">
                <small>{t('desk.committees.byElection')}</small>
                <Input
                  type="date"
                  min={electedOn || undefined}
                  max={today}
                  value={typed[id]?.electedOn ?? ''}
                  onChange={(event) => change(id, { electedOn: event.target.value })}
                />
              </label>
            </span>
          </li>
        ))}
      </ul>
      <p className="soft">{t('desk.committees.byElectionWords')}</p>
    </Dialog>
  )
}
