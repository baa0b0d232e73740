/** The small form of an action on a dispute: what it needs and no more. What is typed is kept as a draft until it is sent or let go. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Action, Dispute } from '#modules/disputes/dispute.ts'
import { begun, type Filled, missing } from '#modules/disputes/form.ts'
import { commandOf } from '#modules/disputes/form-command.ts'
import { decide } from '#modules/disputes/rules/decide.ts'
import { whyNot } from '#modules/disputes/rules/procedure.ts'
import { isRefusal, refuse } from '#modules/kernel/refusal.ts'
import { mint } from '#web/client/api.ts'
import { useDraft } from '#web/client/draft.ts'
import { usePhotosComing } from '#web/client/photos-coming.ts'
import { useActor } from '#web/client/session.ts'
import { Act } from '#web/ui/act.tsx'
import { Sheet } from '../sheet.tsx'
import { thisDevice } from './device.ts'
import { Fields } from './fields/fields.tsx'
import type { About, Seen } from './file-body.tsx'
import { sayOf } from './names.ts'
import { useSendDispute } from './send.ts'

type Props = Seen & { action: Action; about: About; onClose: () => void }

/** A signature is a party's, or without one the mediator's or the seal: the address says which. */
const signers = ['mediator', 'seal', 'all'] as const

function opened(
  action: Action,
  dispute: Dispute,
  { party, term }: About,
  identity: Seen['file']['identities'][string] | undefined,
): Filled {
  const signer = action === 'sign' ? signers.find((each) => each === party) : undefined
  const filled = begun(action, dispute, {
    ...{ at: new Date().toISOString(), id: mint<string>(), term, identity },
    party: signer ? undefined : party,
  })
  return action === 'sign' ? { ...filled, device: thisDevice(), ...(signer ? { signAs: signer } : {}) } : filled
}

export function ActionSheet({ action, about, file, seen, speech, around, onOpen, onClose }: Props) {
  const { t } = useTranslation(['disputes', 'field'])
  const { dispute, identities } = seen
  const actor = useActor()
  const draft = `dispute/${dispute.id}/${action}/${about.party ?? about.term ?? ''}`
  const { value, change, clear, isReady } = useDraft<Filled>(draft, () =>
    opened(action, dispute, about, about.party ? identities[about.party] : undefined),
  )
  const [trouble, setTrouble] = useState<string>()
  const [isBusy, setBusy] = useState(false)
  const isComing = usePhotosComing()
  const send = useSendDispute(file, speech)
  const why = whyNot(dispute, action, { as: 'staff', actor }, around)

  const act = async () => {
    const empty = missing(action, value)
    if (empty) return setTrouble(t('field.missing', { field: t([`field.act.${action}.${empty}`, `field.fields.${empty}`]) }))
    const command = commandOf(action, value)
    if (!command) return
    const answer = decide(dispute, command, { as: 'staff', actor }, { ...around, at: new Date().toISOString() })
    if (isRefusal(answer)) return setTrouble(sayOf(answer, speech))
    setBusy(true)
    setTrouble(undefined)
    const query = new URLSearchParams({
      act: action,
      ...(about.party ? { party: about.party } : {}),
      ...(about.term ? { term: about.term } : {}),
    })
    const refusal = await send(command, { draft, value, page: `/disputes/${dispute.id}?${query}` })
    if (refusal) {
      setBusy(false)
      return setTrouble(sayOf(refusal, speech))
    }
    await clear()
    onClose()
  }

  return (
    <Sheet title={t(`actions.${action}`)} onClose={onClose}>
      {/* Once it is on its way the file is past it: that is no reason to say that it cannot be done. */}
      {why && !isBusy ? (
        <>
          <p className="warning">{sayOf(why, speech)}</p>
          {value.words.trim() && (
            <div className="about">
              <p className="soft">{t('field.yourWords')}</p>
              <p className="written">{value.words}</p>
            </div>
          )}
        </>
      ) : (
        <div className="form">
          {isReady && (
            <Fields
              {...{ action, file, seen, speech, around, onOpen, filled: value, onChange: change }}
              isAbout={about.party !== undefined || about.term !== undefined}
            />
          )}
          <div aria-live="assertive">{trouble && <p className="warning">{trouble}</p>}</div>
          <Act kind="primary" isBlock isBusy={isBusy} why={isComing ? refuse('photo.coming') : undefined} onAct={() => void act()}>
            {isBusy ? t('field:act.sending') : t([`field.act.${action}.send`, `actions.${action}`])}
          </Act>
        </div>
      )}
    </Sheet>
  )
}
