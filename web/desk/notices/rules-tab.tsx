/** 通知规则: what is told to whom, on which channel, in which words. */
import { useQuery } from '@tanstack/react-query'
import { App, Button, Checkbox, Select, Switch } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Audience, type Channel, channels, isForRules } from '#modules/notices/notice.ts'
import type { RouteView, Routing, TemplateView } from '#modules/notices/wire.ts'
import { get, put } from '#web/client/api.ts'
import { cache } from '#web/client/cache.ts'
import { Empty, Loading, refusalOf } from '#web/ui/states.tsx'
import { nameIn } from '../matters/catalogue.ts'
import { sayHere, Trouble } from '../trouble.tsx'
import { AddRule } from './add-rule.tsx'
import { Gapped } from './gapped.tsx'
import { channelsFor, headOf, inOrder, isForGroups, type Line, linesOf, switched, textsFor } from './routing.ts'
import { TextDialog } from './text-dialog.tsx'

const key = ['notices', 'routing']

/** A text for many is called by "many" where its number will be. */
export const titleOf = ({ title, titleEn }: TemplateView) =>
  nameIn({ name: title.replace(/\{count\} ?/, '多'), nameEn: titleEn.replace('{count}', 'Many') })

export function RulesTab() {
  const { t } = useTranslation('notices')
  const { data, error, refetch } = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => get<Routing>('/notices/routing', signal),
    staleTime: 0,
  })
  if (error && !data) return <Trouble error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading lines={10} />
  return (
    <>
      <p className="kept">{t('rules.words')}</p>
      <Table routing={data} />
      <Texts routing={data} />
    </>
  )
}

/** Sends routes one after the other, and shows the table as it is then. */
function useChange() {
  const { t } = useTranslation('notices')
  const { message } = App.useApp()
  const [busy, setBusy] = useState<string>()
  const change = async (name: string, routes: readonly RouteView[]) => {
    setBusy(name)
    try {
      for (const route of routes) await put('/notices/routing/routes', route)
      void message.success(t('rules.saved'))
    } catch (error) {
      void message.error(sayHere(refusalOf(error)))
    }
    await cache.invalidateQueries({ queryKey: key })
    setBusy(undefined)
  }
  return { busy, change }
}

function Table({ routing }: { routing: Routing }) {
  const { t } = useTranslation('notices')
  const [isAdding, setAdding] = useState(false)
  const changing = useChange()
  const lines = linesOf(routing.routes)
  return (
    <section className="kind">
      {lines.length === 0 && <Empty title={t('rules.none')} />}
      {lines.length > 0 && (
        <table className="table table-small notice-rules">
          <thead>
            <tr>
              <th scope="col">{t('rules.event')}</th>
              <th scope="col">{t('rules.audience')}</th>
              {channels.map((channel) => (
                <th key={channel} scope="col">
                  {t(`channels.${channel}`)}
                </th>
              ))}
              <th scope="col">{t('rules.text')}</th>
              <th scope="col">{t('rules.only')}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line, index) => (
              <Row
                key={`${line.event} ${line.audience}`}
                line={line}
                isFirst={lines[index - 1]?.event !== line.event}
                templates={routing.templates}
                {...changing}
              />
            ))}
          </tbody>
        </table>
      )}
      <p>
        <Button onClick={() => setAdding(true)}>{t('rules.add')}</Button>
      </p>
      {isAdding && <AddRule routing={routing} onClose={() => setAdding(false)} />}
    </section>
  )
}

type RowProps = { line: Line; isFirst: boolean; templates: readonly TemplateView[] } & ReturnType<typeof useChange>

function Row({ line, isFirst, templates, busy, change }: RowProps) {
  const { t } = useTranslation('notices')
  const { template, onlyEmergency } = headOf(line)
  const words = { event: t(`events.${line.event}`, { defaultValue: line.event }), audience: t(`audiences.${line.audience}`) }
  const name = `${line.event} ${line.audience}`
  const ofAll = (part: Partial<RouteView>) =>
    change(
      name,
      line.routes.map((route) => ({ ...route, ...part })),
    )
  return (
    <tr className={isFirst ? 'rule-first' : undefined}>
      <td data-name={t('rules.event')}>{isFirst ? <strong>{words.event}</strong> : <span className="repeated">{words.event}</span>}</td>
      <td data-name={t('rules.audience')}>{words.audience}</td>
      {channels.map((channel) => (
        <td key={channel} data-name={t(`channels.${channel}`)} className="rule-channel">
          <ChannelSwitch line={line} channel={channel} words={words} busy={busy} change={change} />
        </td>
      ))}
      <td data-name={t('rules.text')}>
        <Select
          className="rule-text"
          aria-label={t('rules.textOf', words)}
          value={template}
          disabled={busy === name}
          options={textsFor(line.audience, templates).map((each) => ({ value: each.code, label: titleOf(each) }))}
          onChange={(code) => void ofAll({ template: code })}
        />
      </td>
      <td data-name={t('rules.only')} className="rule-channel">
        <Checkbox
          aria-label={t('rules.onlyOf', words)}
          checked={onlyEmergency}
          disabled={busy === name}
          onChange={({ target }) => void ofAll({ onlyEmergency: target.checked })}
        />
      </td>
    </tr>
  )
}

type SwitchProps = { line: Line; channel: Channel; words: { event: string; audience: string } } & ReturnType<typeof useChange>

function ChannelSwitch({ line, channel, words, busy, change }: SwitchProps) {
  const { t } = useTranslation('notices')
  if (!channelsFor(line.audience as Audience).includes(channel)) return <span className="soft">—</span>
  const name = `${line.event} ${line.audience} ${channel}`
  return (
    <Switch
      aria-label={t('rules.switch', { ...words, channel: t(`channels.${channel}`) })}
      checked={line.routes.some((route) => route.channel === channel && route.isOn)}
      loading={busy === name}
      onChange={(isOn) => void change(name, [switched(line, channel, isOn)])}
    />
  )
}

/** Some rule would tell it by WeChat, if it had a template there. */
const isWithoutWechat = ({ code, wechat }: TemplateView, routes: readonly RouteView[]) =>
  !wechat && routes.some(({ template, channel, isOn }) => template === code && channel === 'wechat' && isOn)

function Texts({ routing: { routes, templates } }: { routing: Routing }) {
  const { t } = useTranslation('notices')
  const [open, setOpen] = useState<TemplateView>()
  const isUsed = templates.some(({ wechat }) => wechat)
  return (
    <section className="panel">
      <h2>{t('rules.texts')}</h2>
      <p className="soft">{t('rules.textsWords')}</p>
      <ul className="lines">
        {inOrder(templates).map((each) => {
          const count = routes.filter(({ template }) => template === each.code).length
          return (
            <li key={each.code} className="line">
              <span className="text-line">
                <strong>{titleOf(each)}</strong>
                <small className="broken">
                  <Gapped text={nameIn({ name: each.body, nameEn: each.bodyEn })} />
                </small>
                <small className="soft">
                  {isForRules(each.code)
                    ? count > 0
                      ? t('rules.usedIn', { count })
                      : t('rules.unused')
                    : each.code !== 'code' && t('rules.many')}
                  {isForGroups(each.code, routes) && ` · ${t('rules.forGroup')}`}
                  {isUsed && isWithoutWechat(each, routes) && ` · ${t('rules.noWechat')}`}
                </small>
              </span>
              <Button onClick={() => setOpen(each)} aria-label={t('rules.changeOf', { name: titleOf(each) })}>
                {t('rules.change')}
              </Button>
            </li>
          )
        })}
      </ul>
      {open && (
        <TextDialog
          key={open.code}
          name={titleOf(open)}
          template={open}
          forGroup={isForGroups(open.code, routes)}
          onClose={() => setOpen(undefined)}
        />
      )}
    </section>
  )
}
