/** A new file: on one page, what somebody at the counter says; from a matter, with everything that it says already. */
import { App, Button } from 'antd'
import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { beginIntake, fromMatter, type Intake, type IntakeField, missingInIntake, registrationOf } from '#modules/disputes/intake.ts'
import type { Registered } from '#modules/disputes/reply.ts'
import type { CommandId } from '#modules/kernel/ids.ts'
import { mint, post } from '#web/client/api.ts'
import { cache } from '#web/client/cache.ts'
import { useDraft } from '#web/client/draft.ts'
import { useMe } from '#web/client/session.ts'
import { Loading } from '#web/ui/states.tsx'
import { Link, useAsked, useGo } from '../../address.tsx'
import { useAttempt } from '../../attempt.ts'
import { useFile } from '../../matters/file/file.ts'
import { NotYours } from '../../not-yours.tsx'
import { Page } from '../../page.tsx'
import { pathWords } from '../../places/place-file.ts'
import { sayHere, Trouble } from '../../trouble.tsx'
import { AboutFields } from '../about-fields.tsx'
import { opensFiles, readsFiles, Sections } from '../sections.tsx'
import { CommitteeFields } from './committee-fields.tsx'
import { PartiesFields } from './parties-fields.tsx'
import { Reporter } from './reporter.tsx'

export function IntakePage() {
  const { t } = useTranslation('disputes')
  const { matter = '' } = useAsked('/disputes/new')
  return opensFiles(useMe()) ? <Begun key={matter} matter={matter} /> : <NotYours title={t('desk.new')} />
}

type Draft = Intake & { readonly commandId: string; readonly isFilled: boolean }

const blank = (): Draft => ({
  ...beginIntake(new Date().toISOString(), [mint(), mint(), mint()]),
  commandId: mint(),
  isFilled: false,
})

function Begun({ matter }: { matter: string }) {
  const { t } = useTranslation(['disputes', 'desk'])
  const me = useMe()
  const { value, change, clear, isReady, isKept } = useDraft<Draft>(`desk/dispute/${matter}`, blank)
  const { data: from, error, refetch } = useFile(matter, matter !== '')
  const [done, setDone] = useState<Registered>()

  useEffect(() => {
    if (!isReady || value.isFilled || !from) return
    change((now) => ({ ...fromMatter(now, from.row.matter, pathWords(from.path), undefined), isFilled: true }))
  }, [isReady, value.isFilled, from, change])

  const isHere = isReady && (matter === '' || from !== undefined)
  return (
    <Page title={t(matter ? 'desk.intake.fromMatter' : 'desk.new')} above={<Back matter={matter} />}>
      {!readsFiles(me) && <Sections />}
      {error && !from && <Trouble error={error} onRetry={() => void refetch()} />}
      {!isHere && !error && <Loading lines={8} />}
      {done && <Done done={done} onAnother={() => setDone(undefined)} />}
      {isHere && !done && (
        <div className="panel narrow form">
          {from && (
            <p className="kept">
              {t('desk.intake.taken', { number: from.row.number })}
              <Reporter file={from} value={value} onChange={change} />
            </p>
          )}
          {isKept && !from && (
            <p className="kept">
              {t('desk:report.kept')}
              <Button type="link" onClick={() => void clear()}>
                {t('desk:report.anew')}
              </Button>
            </p>
          )}
          <Form value={value} onChange={change} onDone={(registered) => void clear().then(() => setDone(registered))} />
        </div>
      )}
    </Page>
  )
}

const Back = ({ matter }: { matter: string }) => {
  const { t } = useTranslation(['disputes', 'desk'])
  const me = useMe()
  if (matter)
    return (
      <Link to="/matters/$id" params={{ id: matter }}>
        {t('desk.intake.backToMatter')}
      </Link>
    )
  return readsFiles(me) ? <Link to="/disputes">{t('desk.back')}</Link> : null
}

type FormProps = {
  readonly value: Draft
  readonly onChange: (part: Partial<Draft> | ((now: Draft) => Partial<Draft>)) => void
  readonly onDone: (registered: Registered) => void
}

function Form({ value, onChange, onDone }: FormProps) {
  const { t } = useTranslation(['disputes', 'desk'])
  const { message } = App.useApp()
  const go = useGo()
  const { isBusy, refusal, attempt } = useAttempt()
  const [trouble, setTrouble] = useState<IntakeField>()
  const labelOf = useCallback((field: IntakeField) => t([`desk.intake.fields.${field}`, `desk.fields.${field}`]), [t])

  const send = () => {
    const empty = missingInIntake(value)
    setTrouble(empty)
    const registration = registrationOf(value, value.commandId as CommandId)
    if (empty || !registration) return
    void attempt(async () => {
      const registered = await post<Registered>('/disputes', registration)
      void cache.invalidateQueries({ queryKey: ['disputes'] })
      void cache.invalidateQueries({ queryKey: ['matters'] })
      onDone(registered)
      if (!registered.isMine) return
      void message.success(t('desk.intake.done', { number: registered.number }))
      go({ to: '/disputes/$id', params: { id: registered.id } })
    })
  }
  const words = trouble ? t('desk:missingField', { field: labelOf(trouble) }) : refusal && sayHere(refusal)
  return (
    <>
      <CommitteeFields value={value} onChange={onChange} labelOf={labelOf} />
      <section className="form">
        <h2>{t('desk.intake.what')}</h2>
        <AboutFields value={value} summary={value.summary} onChange={onChange} onSummary={(summary) => onChange({ summary })} />
      </section>
      <PartiesFields value={value} onChange={onChange} />
      <p className="soft">{t('desk.intake.free')}</p>
      <div aria-live="assertive">{words && <p className="warning">{words}</p>}</div>
      <p>
        <Button type="primary" size="large" loading={isBusy} onClick={send}>
          {t('desk.intake.send')}
        </Button>
      </p>
    </>
  )
}

/** Registered for a committee one does not sit on: the number is all one sees of it from now on. */
function Done({ done, onAnother }: { done: Registered; onAnother: () => void }) {
  const { t } = useTranslation('disputes')
  if (done.isMine) return null
  return (
    <section className="panel narrow" role="status">
      <h2>{t('desk.intake.done', { number: done.number })}</h2>
      <p>{t('desk.intake.doneWords')}</p>
      <Button onClick={onAnother}>{t('desk.intake.another')}</Button>
    </section>
  )
}
