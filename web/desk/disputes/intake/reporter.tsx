/** The reporter's name and number from the matter, as its first party: looked at for this, and recorded as every look is. */
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { FilledParty } from '#modules/disputes/intake.ts'
import type { Contacts, MatterFile } from '#modules/matters/reply.ts'
import { post } from '#web/client/api.ts'
import { useMay } from '#web/client/session.ts'
import { useAttempt } from '../../attempt.ts'
import { sayHere } from '../../trouble.tsx'

type Parties = { readonly parties: readonly FilledParty[] }
type Props = {
  readonly file: MatterFile
  readonly value: Parties
  readonly onChange: (part: (now: Parties) => Parties) => void
}

export function Reporter({ file, value, onChange }: Props) {
  const { t } = useTranslation('disputes')
  const mayLook = useMay('matter.contact')
  const { isBusy, refusal, attempt } = useAttempt()
  const [first] = value.parties
  if (!mayLook || !file.contact || !first || first.name || first.phone) return null
  const take = () =>
    void attempt(async () => {
      const { name, phone } = await post<Contacts>(`/matters/${file.row.matter.id}/contact`, { reason: t('desk.intake.reason') })
      onChange(({ parties }) => ({
        parties: parties.map((party) => (party.id === first.id ? { ...party, name: name ?? '', phone: phone ?? '' } : party)),
      }))
    })
  return (
    <>
      <Button type="link" loading={isBusy} onClick={take}>
        {t('desk.intake.takeReporter')}
      </Button>
      {refusal && <span className="warning">{sayHere(refusal)}</span>}
    </>
  )
}
