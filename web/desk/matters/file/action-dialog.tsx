/**
 * The form of an action. Its command has one id from the moment it opens, so that sending again after a lost reply is harmless.
 * When somebody else was quicker, it says what has happened meanwhile, keeps what was typed, and lets the person decide again.
 */
import { App } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CommandId } from '#modules/kernel/ids.ts'
import { isRefusal, type Refusal } from '#modules/kernel/refusal.ts'
import { begun, commandOf, type Filled, missing } from '#modules/matters/form.ts'
import type { Action } from '#modules/matters/matter.ts'
import type { MatterFile, MatterRow } from '#modules/matters/reply.ts'
import { decide, whyNot } from '#modules/matters/rules/procedure.ts'
import { mint } from '#web/client/api.ts'
import { usePhotosComing } from '#web/client/photos-coming.ts'
import { useActor } from '#web/client/session.ts'
import { refusalOf } from '#web/ui/states.tsx'
import { Dialog } from '../../dialog.tsx'
import { useCatalogue } from '../catalogue.ts'
import { ActionFields } from './action-fields.tsx'
import { asStaff, surroundingsOf, useReload, useSend } from './file.ts'
import { Timeline } from './timeline.tsx'

type Props = { readonly action: Action; readonly file: MatterFile; readonly onClose: () => void }

const movedOn = ['matter.stale', 'conflict', 'matter.wrong_status', 'matter.not_holder', 'matter.no_application', 'matter.no_order']

export function ActionDialog({ action, file, onClose }: Props) {
  const { t } = useTranslation(['desk', 'matters'])
  const { message } = App.useApp()
  const actor = useActor()
  const send = useSend()
  const reload = useReload()
  const [commandId] = useState(() => mint<CommandId>())
  const [base, setBase] = useState(file)
  const [filled, setFilled] = useState<Filled>(() => begun(file.row.matter))
  const [main, setMain] = useState<MatterRow>()
  const { data: catalogue } = useCatalogue()
  const [trouble, setTrouble] = useState<string>()
  const [refusal, setRefusal] = useState<Refusal>()
  const [news, setNews] = useState<MatterFile['events']>([])
  const [isBusy, setBusy] = useState(false)
  const isComing = usePhotosComing()

  const change = (part: Partial<Filled> | ((now: Filled) => Partial<Filled>)) =>
    setFilled((now) => ({ ...now, ...(typeof part === 'function' ? part(now) : part) }))

  const act = async () => {
    setRefusal(undefined)
    const empty = missing(action, filled)
    setTrouble(empty && t('missingField', { field: t(`act.${action}.${empty}`) }))
    if (empty) return
    const command = commandOf(action, filled)
    if (!command) return
    const around = surroundingsOf(base, new Date().toISOString())
    const other = catalogue?.categories.find(({ code }) => code === base.row.matter.application?.category)
    const answer = decide(base.row.matter, command, asStaff(actor), {
      ...around,
      other,
      main: main && { id: main.matter.id, status: main.matter.status, number: main.number },
    })
    // A category that this computer does not know (yet) may well be known to the server: let it decide.
    if (isRefusal(answer) && answer.refused !== 'category.unknown') return setRefusal(answer)
    setBusy(true)
    try {
      await send(base, commandId, command)
      void message.success(t(`matters:done.${action}`))
      onClose()
    } catch (error) {
      const refused = refusalOf(error)
      setRefusal(refused)
      if (movedOn.includes(refused.refused)) await lookAgain()
    } finally {
      setBusy(false)
    }
  }

  // What happened meanwhile may leave nothing to send: then the reason stands there, and what was typed can still be copied.
  const at = new Date().toISOString()
  const why = news.length > 0 ? whyNot(base.row.matter, action, asStaff(actor), { at, reopenDays: base.around.reopenDays }) : undefined

  const lookAgain = async () => {
    try {
      const fresh = await reload(base.row.matter.id)
      setNews(fresh.events.filter(({ version }) => version > base.row.matter.version))
      setBase(fresh)
    } catch (error) {
      setRefusal(refusalOf(error))
    }
  }

  return (
    <Dialog
      title={t(`matters:actions.${action}`)}
      send={t(`act.${action}.send`)}
      onSend={() => void act()}
      onClose={onClose}
      isBusy={isBusy}
      isDanger={action === 'refuse' || action === 'decline'}
      isWide={action === 'link'}
      isBlocked={why !== undefined || isComing}
      refusal={why ?? refusal}
      known={{ holder: base.row.holderName }}
      trouble={trouble}
    >
      {news.length > 0 && (
        <section className="news" role="status">
          <h3>{t('file.news')}</h3>
          <Timeline events={news} />
        </section>
      )}
      <ActionFields
        action={action}
        file={base}
        filled={filled}
        onChange={change}
        main={main}
        onMain={(row) => {
          setMain(row)
          change({ main: row.matter.id })
        }}
      />
    </Dialog>
  )
}
