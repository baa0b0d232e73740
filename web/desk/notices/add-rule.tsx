/** One more rule: an event, whom to tell, on which channel, in which words. */
import { App, Select } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Audience, audiences, type Channel } from '#modules/notices/notice.ts'
import type { RouteView, Routing } from '#modules/notices/wire.ts'
import { put } from '#web/client/api.ts'
import { cache } from '#web/client/cache.ts'
import { useAttempt } from '../attempt.ts'
import { Dialog } from '../dialog.tsx'
import { channelsFor, eventsOf, textsFor } from './routing.ts'
import { titleOf } from './rules-tab.tsx'

type Draft = { event?: string; audience?: Audience; channel?: Channel | undefined; template?: string | undefined }

export function AddRule({ routing, onClose }: { routing: Routing; onClose: () => void }) {
  const { t } = useTranslation('notices')
  const { message } = App.useApp()
  const [draft, setDraft] = useState<Draft>({})
  const [trouble, setTrouble] = useState<string>()
  const { isBusy, refusal, attempt } = useAttempt()
  const { event, audience, channel, template } = draft
  const save = () => {
    if (!event || !audience || !channel || !template) return setTrouble(t('rules.missing'))
    const isThere = (route: RouteView) => route.event === event && route.audience === audience && route.channel === channel
    if (routing.routes.some(isThere)) return setTrouble(t('rules.exists'))
    setTrouble(undefined)
    void attempt(async () => {
      await put('/notices/routing/routes', { event, audience, channel, template, isOn: true, onlyEmergency: false })
      await cache.invalidateQueries({ queryKey: ['notices', 'routing'] })
      void message.success(t('rules.saved'))
      onClose()
    })
  }
  return (
    <Dialog
      title={t('rules.addTitle')}
      send={t('rules.addSend')}
      onSend={save}
      onClose={onClose}
      isBusy={isBusy}
      refusal={refusal}
      trouble={trouble}
    >
      <Choose
        name={t('rules.event')}
        value={event}
        options={eventsOf(routing.routes).map((value) => ({ value, label: t(`events.${value}`) }))}
        onChange={(chosen) => setDraft({ ...draft, event: chosen })}
      />
      <Choose
        name={t('rules.audience')}
        value={audience}
        options={audiences.map((value) => ({ value, label: t(`audiences.${value}`) }))}
        onChange={(chosen) => setDraft({ ...draft, audience: chosen as Audience, channel: undefined, template: undefined })}
      />
      {audience && (
        <>
          <Choose
            name={t('rules.channel')}
            value={channel}
            options={channelsFor(audience).map((value) => ({ value, label: t(`channels.${value}`) }))}
            onChange={(chosen) => setDraft({ ...draft, channel: chosen as Channel })}
          />
          <Choose
            name={t('rules.text')}
            value={template}
            options={textsFor(audience, routing.templates).map((each) => ({ value: each.code, label: titleOf(each) }))}
            onChange={(chosen) => setDraft({ ...draft, template: chosen })}
          />
        </>
      )}
    </Dialog>
  )
}

type ChooseProps = {
  name: string
  value: string | undefined
  options: readonly { value: string; label: string }[]
  onChange: (value: string) => void
}

function Choose({ name, value, options, onChange }: ChooseProps) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{name}</label>
      <Select
        id={id}
        className="wide"
        showSearch={{ optionFilterProp: 'label' }}
        value={value ?? null}
        options={[...options]}
        onChange={(chosen: string | null) => chosen && onChange(chosen)}
      />
    </div>
  )
}
