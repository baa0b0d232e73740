/** A change is written, looked at, and only then decided: whatever is altered in between has to be looked at again. */
import { App, Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ChangeView, Preview } from '#modules/places/change-wire.ts'
import { mint, post } from '#web/client/api.ts'
import { useMay } from '#web/client/session.ts'
import { Link, useAsked, useGo } from '../../address.tsx'
import { useAttempt } from '../../attempt.ts'
import { NotYours } from '../../not-yours.tsx'
import { Page } from '../../page.tsx'
import { today } from '../../people/people.ts'
import { sayHere } from '../../trouble.tsx'
import { ChangeFields } from './change-fields.tsx'
import { confirmWords, lookAt, placesChanged } from './changes.ts'
import { blankDecision, DecisionFields } from './decision-fields.tsx'
import { blankDraft, kindsFor, planOf } from './draft.ts'
import { PreviewPanel } from './preview.tsx'

export function NewChangePage() {
  const { t } = useTranslation(['places', 'app'])
  const { place = '' } = useAsked('/changes/new')
  const go = useGo()
  const { modal, message } = App.useApp()
  const may = useMay('place.edit')
  const [id] = useState(() => mint<string>())
  const [draft, setDraft] = useState(() => ({ ...blankDraft(place), kind: kindsFor(place)[0] ?? ('rename' as const) }))
  const [decision, setDecision] = useState(blankDecision)
  const [preview, setPreview] = useState<Preview>()
  const [trouble, setTrouble] = useState<string>()
  const { isBusy, refusal, setRefusal, attempt } = useAttempt()
  if (!may) return <NotYours title={t('change.new')} />

  const made = planOf(draft)
  const isToday = decision.day === today()
  const changed = () => {
    setPreview(undefined)
    setTrouble(undefined)
    setRefusal(undefined)
  }
  const look = () => {
    const missing = 'missing' in made ? made.missing : decision.reason.trim() ? undefined : 'reason'
    setTrouble(missing && t('change.missing', { field: t(`change.${missing}`) }))
    if (missing || 'missing' in made) return
    void attempt(() => lookAt(made.plan, decision.day)).then(setPreview)
  }
  const confirm = () => {
    if (!preview || 'missing' in made) return
    void modal.confirm({
      title: t('change.confirmTitle', { kind: t(`change.kinds.${draft.kind}`) }),
      content: confirmWords(t, preview.sums, decision.day),
      okText: t('change.confirm'),
      cancelText: t('app:cancel'),
      onOk: async () => {
        const { fingerprint } = preview
        const done = await attempt(() => post<ChangeView>('/places/changes', { id, plan: made.plan, ...decision, fingerprint }))
        if (!done) return setPreview(undefined)
        placesChanged()
        const { state, sums, day } = done
        void message.success(
          state === 'done' ? t('change.done', { posts: sums?.posts ?? 0, matters: sums?.matters ?? 0 }) : t('change.planned', { day }),
        )
        go({ to: '/changes' })
      },
    })
  }
  return (
    <Page isWide title={t('change.new')} above={<Link to="/changes">{t('change.list')}</Link>}>
      <div className="panel narrow form">
        <ChangeFields
          draft={draft}
          onChange={(next) => {
            setDraft(next)
            changed()
          }}
        />
        <DecisionFields
          value={decision}
          onChange={(next) => {
            setDecision(next)
            if (next.day !== decision.day) changed()
          }}
        />
        <div aria-live="assertive">{(trouble || refusal) && <p className="warning">{trouble ?? (refusal && sayHere(refusal))}</p>}</div>
        <p>
          <Button type={preview ? 'default' : 'primary'} loading={isBusy} onClick={look}>
            {t(isBusy ? 'change.looking' : 'change.look')}
          </Button>
        </p>
      </div>
      {preview && (
        <>
          <PreviewPanel preview={preview} />
          <p>
            <Button type="primary" size="large" loading={isBusy} onClick={confirm}>
              {isToday ? t('change.confirm') : t('change.confirmLater', { day: decision.day })}
            </Button>
          </p>
        </>
      )}
    </Page>
  )
}
