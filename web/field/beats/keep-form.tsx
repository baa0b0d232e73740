/** The frame of a form in which something is kept as it is today, a group or a facility: save it, let it be, or say that it is no more. */
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Act } from '#web/ui/act.tsx'
import { say } from '#web/ui/say.ts'
import { Sheet } from '../sheet.tsx'
import { useSendEnd, useSendPaper } from './send.ts'
import type { Village } from './village-work.ts'

type Props = {
  readonly paper: 'group' | 'facility'
  readonly village: Village
  /** As it was typed; its id is empty until it is kept for the first time. */
  readonly value: { readonly id: string }
  readonly draft: string
  /** What is wrong with it, by its key in the catalogue; or what is to be kept. */
  readonly read: () => string | { readonly id: string }
  readonly clear: () => Promise<void>
  readonly endTitle: string
  readonly endWords: string
  readonly children: ReactNode
}

export function KeepForm({ paper, village, value, draft, read, clear, endTitle, endWords, children }: Props) {
  const { t } = useTranslation(['beats', 'field'])
  const send = useSendPaper(paper)
  const end = useSendEnd(paper)
  const [isEnding, setEnding] = useState(false)
  const [trouble, setTrouble] = useState<string>()
  const [isBusy, setBusy] = useState(false)
  const part = paper === 'group' ? 'groups' : 'facilities'
  const keep = async () => {
    const body = read()
    if (typeof body === 'string') return setTrouble(t(`field.missing.${body}`))
    setBusy(true)
    setTrouble(undefined)
    const page = `/beats/${part}?village=${village.code}`
    const refusal = await send(body, village.name, { draft, value: { ...value, id: body.id }, page })
    setBusy(false)
    if (refusal) return setTrouble(say(refusal))
    await clear()
  }
  const gone = async () => {
    setBusy(true)
    const refusal = await end(value.id, village.name)
    setBusy(false)
    setEnding(false)
    if (refusal) return setTrouble(say(refusal))
    await clear()
  }
  return (
    <section className="section" aria-labelledby="keep">
      <h2 id="keep">{t(value.id ? `field.${part}.editTitle` : `field.${part}.add`)}</h2>
      <div className="keep-form">
        {children}
        <div aria-live="assertive">{trouble && <p className="warning">{trouble}</p>}</div>
        <Act kind="primary" isBlock isBusy={isBusy} onAct={() => void keep()}>
          {t(isBusy ? 'field:act.sending' : `field.${part}.keep`)}
        </Act>
        {value.id && (
          <>
            <Act isBlock onAct={() => void clear()}>
              {t('field.groups.cancel')}
            </Act>
            <Act kind="quiet" isBlock onAct={() => setEnding(true)}>
              {t(`field.${part}.end`)}
            </Act>
          </>
        )}
      </div>
      {isEnding && (
        <Sheet title={endTitle} onClose={() => setEnding(false)}>
          <div className="form">
            <p>{endWords}</p>
            <Act kind="danger" isBlock isBusy={isBusy} onAct={() => void gone()}>
              {t(`field.${part}.end`)}
            </Act>
          </div>
        </Sheet>
      )}
    </section>
  )
}
