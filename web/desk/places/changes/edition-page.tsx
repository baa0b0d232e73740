/** 导入新版代码: a later edition of the national codes, compared with what stands; each difference is confirmed, or left. */
import { type ChangeEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Edition } from '#modules/places/change-wire.ts'
import { asked } from '#web/client/api.ts'
import { useMay } from '#web/client/session.ts'
import { Link } from '../../address.tsx'
import { useAttempt } from '../../attempt.ts'
import { NotYours } from '../../not-yours.tsx'
import { Page } from '../../page.tsx'
import { upload } from '../../raw.ts'
import { sayHere } from '../../trouble.tsx'
import { ConfirmEdition } from './confirm-edition.tsx'
import { type Choices, Proposals } from './proposals.tsx'

export function EditionPage() {
  const { t } = useTranslation(['places', 'app'])
  const may = useMay('place.edit')
  const [file, setFile] = useState<File>()
  const [edition, setEdition] = useState<Edition>()
  const [choices, setChoices] = useState<Choices>({ taken: [], heirs: {} })
  const { isBusy, refusal, attempt } = useAttempt()
  if (!may) return <NotYours title={t('edition.title')} />

  const look = (event: ChangeEvent<HTMLInputElement>) => {
    const chosen = event.target.files?.[0]
    event.target.value = ''
    if (!chosen) return
    setFile(chosen)
    setEdition(undefined)
    setChoices({ taken: [], heirs: {} })
    void attempt(() => upload<Edition>(`/places/editions${asked({ name: chosen.name })}`, chosen)).then(setEdition)
  }
  return (
    <Page isWide title={t('edition.title')} above={<Link to="/changes">{t('change.list')}</Link>}>
      <section className="panel">
        <p>{t('edition.words')}</p>
        <p className="soft">{t('edition.file')}</p>
        <p className="inline">
          <label className="button">
            {t(file ? 'edition.other' : 'edition.choose')}
            <input className="unseen" type="file" accept=".csv,.json,text/csv,application/json" onChange={look} />
          </label>
          {file && <strong className="broken">{file.name}</strong>}
          {isBusy && !edition && <span role="status">{t('edition.reading')}</span>}
        </p>
        {refusal && (
          <p className="warning" role="alert">
            {sayHere(refusal)}
          </p>
        )}
      </section>
      {edition && (
        <section className="panel">
          <h2>{edition.proposals.length === 0 ? t('edition.same') : t('edition.found', { count: edition.proposals.length })}</h2>
          <dl className="counts">
            {(
              [
                ['kept', edition.kept],
                ['changes', edition.proposals.length],
                ['open', edition.proposals.filter(({ plan }) => plan === null).length],
              ] as const
            ).map(([name, number]) => (
              <div key={name}>
                <dt>{t(`edition.${name}`)}</dt>
                <dd>{number}</dd>
              </div>
            ))}
          </dl>
          {edition.proposals.length > 0 && <Proposals proposals={edition.proposals} choices={choices} onChange={setChoices} />}
        </section>
      )}
      {edition && edition.proposals.length > 0 && <ConfirmEdition edition={edition} choices={choices} />}
    </Page>
  )
}
