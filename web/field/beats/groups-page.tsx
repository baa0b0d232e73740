/** 联系群: the groups in which officer and residents talk. A name, a size, a link; nobody in them is kept. */
import './words.ts'
import '../styles/beats.css'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { groupKinds } from '#modules/beats/beat.ts'
import type { VillageFile } from '#modules/beats/reply.ts'
import { mint } from '#web/client/api.ts'
import { useDraft } from '#web/client/draft.ts'
import { useActor } from '#web/client/session.ts'
import { Act } from '#web/ui/act.tsx'
import { ErrorBox, Forbidden, Loading } from '#web/ui/states.tsx'
import { DayField, TextField } from '../disputes/fields/inputs.tsx'
import { Pending } from '../disputes/status.tsx'
import { Offers } from '../matters/choice.tsx'
import { Page } from '../page.tsx'
import { KeepForm } from './keep-form.tsx'
import { useWaiting } from './send.ts'
import { VillageChoice } from './village-choice.tsx'
import { inDays, today, useVillage, useVillageFile, type Village } from './village-work.ts'

const address = getRouteApi('/beats/groups')

type Group = VillageFile['groups'][number]
type Typed = {
  readonly id: string
  readonly kind: string
  readonly name: string
  readonly size: string
  readonly lastNoticeOn: string
  readonly link: string
}
/** A form belongs to its village: what is begun for one does not turn up in another. */
const draftOf = ({ code }: Village) => `beat/group/${code}`
const blank = (): Typed => ({ id: '', kind: 'wechat', name: '', size: '', lastNoticeOn: '', link: '' })
const typedOf = ({ id, kind, name, size, lastNoticeOn, link }: Group): Typed => ({
  ...{ id, kind, name, size: String(size), lastNoticeOn: lastNoticeOn ?? '', link: link ?? '' },
})

export function GroupsPage() {
  const { t } = useTranslation('beats')
  const village = useVillage(address.useSearch().village)
  const navigate = address.useNavigate()
  return (
    <Page title={t('field.groups.title')} hasBack>
      {!village ? (
        <Forbidden />
      ) : (
        <>
          <VillageChoice chosen={village.code} onChoose={(code) => void navigate({ search: { village: code }, replace: true })} />
          <Groups key={village.code} village={village} />
        </>
      )}
    </Page>
  )
}

function Groups({ village }: { village: Village }) {
  const { t } = useTranslation('beats')
  const { id } = useActor()
  const { data, error, refetch } = useVillageFile(village.code)
  const { value, change, clear, isReady } = useDraft<Typed>(draftOf(village), blank)
  const isWaiting = useWaiting()
  if (!isReady) return <Loading lines={4} />
  const edit = (group: Group) => {
    change(typedOf(group))
    document.getElementById('keep')?.scrollIntoView()
  }
  return (
    <>
      <p className="page-words soft">{t('field.groups.note')}</p>
      {!data && (error ? <ErrorBox error={error} onRetry={() => void refetch()} /> : <Loading />)}
      <ul className="cards">
        {data?.groups.map((group) => (
          <li key={group.id} className="card">
            <p className="card-top">
              <strong>{group.name}</strong>
              <span className="soft">{t(`groupKinds.${group.kind}`)}</span>
            </p>
            <p className="soft">
              {[
                t('field.groups.owner', { name: group.ownerName }),
                t('field.groups.size', { count: group.size }),
                group.lastNoticeOn && t('field.groups.lastNotice', { day: inDays(group.lastNoticeOn) }),
                t('field.groups.seen', { day: inDays(group.seenOn) }),
              ]
                .filter(Boolean)
                .join(t('field.semicolon'))}
            </p>
            {isWaiting(group.id) ? (
              <Pending />
            ) : (
              <div className="buttons">
                {group.link && (
                  <a className="button" href={group.link} target="_blank" rel="noreferrer">
                    {t('field.groups.open')}
                  </a>
                )}
                {(group.owner === id || !group.isOwnerHere) && (
                  <Act onAct={() => edit(group)}>{t(group.owner === id ? 'field.groups.edit' : 'field.groups.takeOver')}</Act>
                )}
              </div>
            )}
          </li>
        ))}
      </ul>
      <Keeping village={village} value={value} change={change} clear={clear} />
    </>
  )
}

const isLink = (typed: string) => typed === '' || (/^https?:\/\//.test(typed) && URL.canParse(typed))

type KeepingProps = { village: Village; value: Typed; change: (part: Partial<Typed>) => void; clear: () => Promise<void> }

function Keeping({ village, value, change, clear }: KeepingProps) {
  const { t } = useTranslation('beats')
  const read = () => {
    const size = /^\d{1,4}$/.test(value.size.trim()) ? Number(value.size) : 0
    const [name, link] = [value.name.trim(), value.link.trim()]
    if (!name) return 'groupName'
    if (size < 1 || size > 5000) return 'size'
    if (!isLink(link)) return 'link'
    const more = { ...(value.lastNoticeOn ? { lastNoticeOn: value.lastNoticeOn } : {}), ...(link ? { link } : {}) }
    return { id: value.id || mint<string>(), village: village.code, kind: value.kind, name, size, seenOn: today(), ...more }
  }
  return (
    <KeepForm
      {...{ village, value, clear, read }}
      paper="group"
      draft={draftOf(village)}
      endTitle={t('field.groups.endTitle', { name: value.name })}
      endWords={t('field.groups.endWords')}
    >
      <Offers
        options={groupKinds.map((key) => ({ key, words: t(`groupKinds.${key}`) }))}
        chosen={value.kind}
        onChoose={(kind) => change({ kind })}
      />
      <TextField name={t('field.fields.groupName')} value={value.name} onChange={(name) => change({ name })} most={60} />
      <TextField name={t('field.fields.size')} kind="numeric" value={value.size} onChange={(size) => change({ size })} most={4} />
      <DayField
        name={t('field.fields.lastNoticeOn')}
        value={value.lastNoticeOn}
        most={today()}
        isOptional
        onChange={(lastNoticeOn) => change({ lastNoticeOn })}
      />
      <TextField
        name={t('field.fields.link')}
        placeholder="https://"
        value={value.link}
        onChange={(link) => change({ link })}
        most={300}
        isOptional
      />
    </KeepForm>
  )
}
