/** 治安设施: what stands in a village to keep it safe. Its officer and officials say how many, whether they work, and that they have seen them again. */
import './words.ts'
import '../styles/beats.css'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type FacilityRow, facilityKinds } from '#modules/beats/dossier/facility.ts'
import { isStale, limits } from '#modules/beats/dossier/freshness.ts'
import { mint } from '#web/client/api.ts'
import { useDraft } from '#web/client/draft.ts'
import { useMay } from '#web/client/session.ts'
import { Act } from '#web/ui/act.tsx'
import { ErrorBox, Forbidden, Loading } from '#web/ui/states.tsx'
import { Tag } from '#web/ui/status.tsx'
import { TextField, Toggle } from '../disputes/fields/inputs.tsx'
import { Pending } from '../disputes/status.tsx'
import { Offers } from '../matters/choice.tsx'
import { Page } from '../page.tsx'
import { KeepForm } from './keep-form.tsx'
import { useSendPaper, useWaiting } from './send.ts'
import { VillageChoice } from './village-choice.tsx'
import { inDays, today, useFacilities, useVillage, type Village } from './village-work.ts'

const address = getRouteApi('/beats/facilities')

type Typed = { readonly id: string; readonly kind: string; readonly spot: string; readonly count: string; readonly works: boolean }
/** A form belongs to its village: what is begun for one does not turn up in another. */
const draftOf = ({ code }: Village) => `beat/facility/${code}`
const blank = (): Typed => ({ id: '', kind: 'policeRoom', spot: '', count: '1', works: true })

export function FacilitiesPage() {
  const { t } = useTranslation('beats')
  const village = useVillage(address.useSearch().village, 'village.keep')
  const mayKeep = useMay('village.keep')
  const navigate = address.useNavigate()
  return (
    <Page title={t('field.facilities.title')} hasBack>
      {!mayKeep || !village ? (
        <Forbidden />
      ) : (
        <>
          <VillageChoice
            verb="village.keep"
            chosen={village.code}
            onChoose={(code) => void navigate({ search: { village: code }, replace: true })}
          />
          <Facilities key={village.code} village={village} />
        </>
      )}
    </Page>
  )
}

function Facilities({ village }: { village: Village }) {
  const { t } = useTranslation('beats')
  const { data, error, refetch } = useFacilities(village.code)
  const { value, change, clear, isReady } = useDraft<Typed>(draftOf(village), blank)
  if (!isReady) return <Loading lines={4} />
  const edit = ({ id, kind, spot, count, works }: FacilityRow) => {
    change({ id, kind, spot, count: String(count), works })
    document.getElementById('keep')?.scrollIntoView()
  }
  return (
    <>
      <p className="page-words soft">{t('field.facilities.note', { days: limits.facilities })}</p>
      {!data && (error ? <ErrorBox error={error} onRetry={() => void refetch()} /> : <Loading />)}
      {data?.length === 0 && <p className="page-words">{t('field.facilities.none')}</p>}
      <ul className="cards">
        {data?.map((facility) => (
          <One key={facility.id} of={facility} village={village} onEdit={() => edit(facility)} />
        ))}
      </ul>
      <Keeping village={village} value={value} change={change} clear={clear} />
    </>
  )
}

function One({ of, village, onEdit }: { of: FacilityRow; village: Village; onEdit: () => void }) {
  const { t } = useTranslation('beats')
  const send = useSendPaper('facility')
  const isWaiting = useWaiting()
  const [isBusy, setBusy] = useState(false)
  const { id, kind, spot, count, works, seenOn, byName } = of
  const seen = async () => {
    setBusy(true)
    await send({ id, ...{ village: village.code, kind, spot, count, works, seenOn: today() } }, village.name)
    setBusy(false)
  }
  return (
    <li className="card">
      <p className="card-top">
        <strong>{t(`dossier.lines.facility_${kind}`)}</strong>
        {!works && (
          <Tag tone="late" shape="cross">
            {t('field.facilities.broken')}
          </Tag>
        )}
      </p>
      <p>{t('field.facilities.where', { spot, count })}</p>
      <p className="soft">
        {t('field.facilities.seen', { day: inDays(seenOn), name: byName })}{' '}
        {isStale(seenOn, limits.facilities, today()) && (
          <Tag tone="soon" shape="clock">
            {t('field.facilities.old')}
          </Tag>
        )}
      </p>
      {isWaiting(id) ? (
        <Pending />
      ) : (
        <div className="buttons">
          {seenOn < today() && (
            <Act isBusy={isBusy} onAct={() => void seen()}>
              {t('field.facilities.same')}
            </Act>
          )}
          <Act onAct={onEdit}>{t('field.facilities.edit')}</Act>
        </div>
      )}
    </li>
  )
}

type KeepingProps = { village: Village; value: Typed; change: (part: Partial<Typed>) => void; clear: () => Promise<void> }

function Keeping({ village, value, change, clear }: KeepingProps) {
  const { t } = useTranslation('beats')
  const read = () => {
    const count = /^\d{1,4}$/.test(value.count.trim()) ? Number(value.count) : 0
    if (!value.spot.trim()) return 'spot'
    if (count < 1) return 'facilityCount'
    const said = { village: village.code, kind: value.kind, spot: value.spot.trim(), count, works: value.works, seenOn: today() }
    return { id: value.id || mint<string>(), ...said }
  }
  return (
    <KeepForm
      {...{ village, value, clear, read }}
      paper="facility"
      draft={draftOf(village)}
      endTitle={t('field.facilities.endTitle')}
      endWords={t('field.facilities.where', { spot: value.spot, count: Number(value.count) })}
    >
      <Offers
        options={facilityKinds.map((key) => ({ key, words: t(`dossier.lines.facility_${key}`) }))}
        chosen={value.kind}
        onChoose={(kind) => change({ kind })}
      />
      <TextField
        name={t('field.fields.spot')}
        placeholder={t('field.facilities.spotExample')}
        value={value.spot}
        onChange={(spot) => change({ spot })}
        most={60}
      />
      <TextField name={t('field.fields.count')} kind="numeric" value={value.count} onChange={(count) => change({ count })} most={4} />
      <Toggle name={t('field.fields.works')} is={value.works} onChange={(works) => change({ works })} />
    </KeepForm>
  )
}
