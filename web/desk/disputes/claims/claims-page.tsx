/** 以案定补: what mediators claim for closed files, for the judicial office. It sees what a claim says, and nothing of the file. */
import { useQuery } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Status } from '#modules/disputes/dispute.ts'
import { blank, missing } from '#modules/disputes/form.ts'
import { commandOf } from '#modules/disputes/form-command.ts'
import type { Claim } from '#modules/disputes/reply.ts'
import type { CommandId } from '#modules/kernel/ids.ts'
import { asked, get, mint, post } from '#web/client/api.ts'
import { cache } from '#web/client/cache.ts'
import { useMe } from '#web/client/session.ts'
import { DateTime } from '#web/ui/deadline.tsx'
import { Empty, Loading } from '#web/ui/states.tsx'
import { Tag } from '#web/ui/status.tsx'
import { useAttempt } from '../../attempt.ts'
import { Choice } from '../../choice.tsx'
import { Dialog } from '../../dialog.tsx'
import { Heads } from '../../heads.tsx'
import { NotYours } from '../../not-yours.tsx'
import { Page } from '../../page.tsx'
import { Trouble } from '../../trouble.tsx'
import { Yuan } from '../money.tsx'
import { FileNumber } from '../register/register-table.tsx'
import { decidesSomeClaims, Sections } from '../sections.tsx'
import { DisputeStatus } from '../status.tsx'
import { CallFields, DecideFields } from './claim-fields.tsx'

export function ClaimsPage() {
  const { t } = useTranslation('disputes')
  return decidesSomeClaims(useMe()) ? <Claims /> : <NotYours title={t('desk.claims.title')} />
}

type Step = 'callBack' | 'decideClaim'
type Open = { readonly claim: Claim; readonly step: Step }

function Claims() {
  const { t } = useTranslation('disputes')
  const [shown, setShown] = useState<'waiting' | 'decided'>('waiting')
  const [open, setOpen] = useState<Open>()
  const { data, error, refetch } = useQuery({
    queryKey: ['disputes', 'claims', shown],
    queryFn: ({ signal }) => get<Claim[]>(`/disputes/claims${asked({ state: shown })}`, signal),
    // Whom to ring is told with it, and each telling is recorded.
    refetchOnWindowFocus: false,
  })
  const rows = data ?? []
  return (
    <Page isWide title={t('desk.title')}>
      <Sections />
      <h2 className="unseen">{t('desk.claims.title')}</h2>
      <p className="soft">{t('desk.claims.words')}</p>
      <Choice
        label={t('desk.claims.which')}
        value={shown}
        options={(['waiting', 'decided'] as const).map((value) => ({ value, words: t(`desk.claims.${value}`) }))}
        onChange={setShown}
      />
      {error && !data && <Trouble error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading lines={8} />}
      {data && rows.length === 0 && <Empty title={t(`desk.claims.none.${shown}`)}>{t('desk.claims.noneWords')}</Empty>}
      {rows.length > 0 && (
        <div className="scrolled">
          <Table rows={rows} onOpen={setOpen} />
        </div>
      )}
      {open && <ClaimDialog key={`${open.claim.id}${open.step}`} {...open} onClose={() => setOpen(undefined)} />}
    </Page>
  )
}

const heads = ['number', 'result', 'grade', 'dossier', 'fen', 'claimed', 'check', 'step'] as const

function Table({ rows, onOpen }: { rows: readonly Claim[]; onOpen: (open: Open) => void }) {
  const { t } = useTranslation('disputes')
  const head = (name: string) => t(`desk.claims.heads.${name}`)
  return (
    <table className="table">
      <caption className="unseen">{t('desk.claims.title')}</caption>
      <thead>
        <tr>
          <Heads names={heads} say={head} />
        </tr>
      </thead>
      <tbody>
        {rows.map((claim) => (
          <tr key={claim.id}>
            <td data-name={head('number')}>
              <FileNumber number={claim.number} />
            </td>
            <td data-name={head('result')}>
              <DisputeStatus status={claim.status as Status} />
            </td>
            <td data-name={head('grade')}>{t(`grades.${claim.grade}`)}</td>
            <td data-name={head('dossier')}>{t(claim.isComplete ? 'desk.dossier.whole' : 'desk.claims.incomplete')}</td>
            <td data-name={head('fen')} className="number">
              <Yuan fen={claim.fen} />
            </td>
            <td data-name={head('claimed')}>
              <span>
                {claim.claimedByName}
                <small className="soft">
                  <DateTime at={claim.claimedAt} />
                </small>
              </span>
            </td>
            <td data-name={head('check')}>
              <Check claim={claim} />
            </td>
            <td data-name={head('step')}>
              <Next claim={claim} onOpen={onOpen} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Drawn or not, and what the parties said. */
function Check({ claim }: { claim: Claim }) {
  const { t } = useTranslation('disputes')
  if (!claim.isSampled) return <span className="soft">{t('desk.claims.undrawn')}</span>
  if (claim.calledBack)
    return (
      <Tag tone={claim.calledBack === 'confirmed' ? 'good' : 'late'} shape={claim.calledBack === 'confirmed' ? 'tick' : 'alert'}>
        {t(`desk.called.${claim.calledBack}`)}
      </Tag>
    )
  return (
    <>
      <Tag tone="soon" shape="ring">
        {t('desk.claims.drawn')}
      </Tag>
      {claim.parties.map(({ name, phone }) => (
        <small key={`${name}${phone}`}>
          {name}{' '}
          {phone && (
            <a className="unbroken" href={`tel:${phone}`}>
              {phone}
            </a>
          )}
        </small>
      ))}
    </>
  )
}

function Next({ claim, onOpen }: { claim: Claim; onOpen: (open: Open) => void }) {
  const { t } = useTranslation('disputes')
  if (claim.isGranted !== null)
    return (
      <Tag tone={claim.isGranted ? 'good' : 'calm'} shape={claim.isGranted ? 'tick' : 'cross'}>
        {t(claim.isGranted ? 'desk.granted.yes' : 'desk.granted.no')}
      </Tag>
    )
  const step: Step = claim.isSampled && !claim.calledBack ? 'callBack' : 'decideClaim'
  return <Button onClick={() => onOpen({ claim, step })}>{t(`actions.${step}`)}</Button>
}

function ClaimDialog({ claim, step, onClose }: Open & { onClose: () => void }) {
  const { t } = useTranslation(['disputes', 'desk'])
  const { message } = App.useApp()
  const [commandId] = useState(() => mint<CommandId>())
  const [filled, setFilled] = useState({ ...blank, isGranted: claim.calledBack !== 'doubted' })
  const [trouble, setTrouble] = useState<string>()
  const { isBusy, refusal, attempt } = useAttempt()
  const labelOf = (field: string) => t([`desk.act.${step}.${field}`, `desk.fields.${field}`])
  const send = () => {
    const empty = missing(step, filled)
    setTrouble(empty && t('desk:missingField', { field: labelOf(empty) }))
    const command = commandOf(step, filled)
    if (empty || !command) return
    void attempt(async () => {
      await post(`/disputes/${claim.id}/claim`, { commandId, command })
      await cache.invalidateQueries({ queryKey: ['disputes'], predicate: ({ queryKey }) => queryKey[1] !== 'file' })
      void message.success(t([`desk.done.${step}`, 'desk.done.other']))
      onClose()
    })
  }
  const change = (part: Partial<typeof filled>) => setFilled((now) => ({ ...now, ...part }))
  const Fields = step === 'callBack' ? CallFields : DecideFields
  return (
    <Dialog
      title={`${t(`actions.${step}`)} · ${claim.number}`}
      send={t([`desk.act.${step}.send`, `actions.${step}`])}
      onSend={send}
      onClose={onClose}
      isBusy={isBusy}
      refusal={refusal}
      trouble={trouble}
    >
      <p>
        {claim.claimedByName} · {t(`grades.${claim.grade}`)} · <Yuan fen={claim.fen} />
      </p>
      {step === 'callBack' &&
        claim.parties.map(({ name, phone }) => (
          <p key={`${name}${phone}`}>
            {name} {phone && <a href={`tel:${phone}`}>{phone}</a>}
          </p>
        ))}
      <Fields filled={filled} onChange={change} labelOf={labelOf} />
    </Dialog>
  )
}
