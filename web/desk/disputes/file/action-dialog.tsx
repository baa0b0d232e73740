/**
 * The form of an action. Its command has one id from the moment it opens, so that sending again after a lost reply is harmless. The same
 * rules that the server asks say beforehand what stands in the way; what was typed is never lost.
 */
import { App } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { begun, type Field, type Filled, missing } from '#modules/disputes/form.ts'
import { commandOf } from '#modules/disputes/form-command.ts'
import type { DisputeFile } from '#modules/disputes/reply.ts'
import { decide } from '#modules/disputes/rules/decide.ts'
import { whyNot } from '#modules/disputes/rules/procedure.ts'
import type { CommandId } from '#modules/kernel/ids.ts'
import { isRefusal, type Refusal } from '#modules/kernel/refusal.ts'
import { mint } from '#web/client/api.ts'
import { usePhotosComing } from '#web/client/photos-coming.ts'
import { refusalOf } from '#web/ui/states.tsx'
import { Dialog } from '../../dialog.tsx'
import { ActionFields } from './action-fields.tsx'
import { aroundOf, type Opening, useAsker, useReload, useSend } from './file.ts'
import { useSpeech } from './speech.ts'
import { Timeline } from './timeline.tsx'

type Props = { readonly opening: Opening; readonly file: DisputeFile; readonly onClose: () => void }

const wide: readonly Opening['action'][] = ['agree', 'hold', 'amend', 'inquire']
const grave: readonly Opening['action'][] = ['decline', 'withdraw', 'fail', 'breach', 'removeParty']

/** `titleOf`: what a paper is called, until somebody calls it otherwise. */
function start({ action, party, term, piece }: Opening, file: DisputeFile, titleOf: (piece: string) => string): Filled {
  const filled = begun(action, file.dispute, {
    ...{ at: new Date().toISOString(), id: mint<string>(), party, term },
    identity: party ? file.identities[party] : undefined,
  })
  if (action === 'sign') return { ...filled, signAs: 'all', way: 'scan' }
  return piece ? { ...filled, pieceKind: piece, title: titleOf(piece) } : filled
}

export function ActionDialog({ opening, file, onClose }: Props) {
  const { t } = useTranslation(['disputes', 'desk'])
  const { action } = opening
  const { message } = App.useApp()
  const asker = useAsker()
  const send = useSend()
  const reload = useReload()
  const [commandId] = useState(() => mint<CommandId>())
  const [base, setBase] = useState(file)
  const [filled, setFilled] = useState<Filled>(() => start(opening, file, (piece) => t(`pieceKinds.${piece}`)))
  const [trouble, setTrouble] = useState<string>()
  const [refusal, setRefusal] = useState<Refusal>()
  const [news, setNews] = useState<DisputeFile['events']>([])
  const [isBusy, setBusy] = useState(false)
  const isComing = usePhotosComing()
  const { refused } = useSpeech(base)

  const change = (part: Partial<Filled> | ((now: Filled) => Partial<Filled>)) =>
    setFilled((now) => ({ ...now, ...(typeof part === 'function' ? part(now) : part) }))
  const labelOf = (field: Field) => t([`desk.act.${action}.${field}`, `desk.fields.${field}`])

  const act = async () => {
    setRefusal(undefined)
    const empty = missing(action, filled)
    setTrouble(empty && t('desk:missingField', { field: labelOf(empty) }))
    const command = commandOf(action, filled)
    if (empty || !command) return
    const answer = decide(base.dispute, command, asker, aroundOf(base, new Date().toISOString()))
    if (isRefusal(answer)) return setRefusal(answer)
    setBusy(true)
    try {
      await send(base, commandId, command)
      void message.success(t([`desk.done.${action}`, 'desk.done.other']))
      onClose()
    } catch (error) {
      setRefusal(refusalOf(error))
      await lookAgain()
    } finally {
      setBusy(false)
    }
  }

  /** Somebody else may have been quicker: what happened meanwhile is shown, and what was typed stays. */
  const lookAgain = async () => {
    const fresh = await reload(base.dispute.id).catch(() => undefined)
    if (!fresh) return
    setNews(fresh.events.filter(({ version }) => version > base.dispute.version))
    setBase(fresh)
  }
  const why = news.length > 0 ? whyNot(base.dispute, action, asker, { at: new Date().toISOString(), local: base.around.local }) : undefined
  const no = why ?? refusal

  return (
    <Dialog
      title={t(`actions.${action}`)}
      send={t([`desk.act.${action}.send`, `actions.${action}`])}
      onSend={() => void act()}
      onClose={onClose}
      isBusy={isBusy}
      isDanger={grave.includes(action)}
      isWide={wide.includes(action)}
      isBlocked={why !== undefined || isComing}
      trouble={trouble ?? (no && refused(no))}
    >
      {news.length > 0 && (
        <section className="news" role="status">
          <h3>{t('desk:file.news')}</h3>
          <Timeline file={base} events={news} />
        </section>
      )}
      <ActionFields opening={opening} file={base} filled={filled} onChange={change} labelOf={labelOf} />
    </Dialog>
  )
}
