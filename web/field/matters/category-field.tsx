/** What it is about, as plain questions; then, of the one chosen, which. */
import { useTranslation } from 'react-i18next'
import { Loading } from '#web/ui/states.tsx'
import { askIn, nameIn } from './category-name.ts'
import { useCatalogue } from './queue.ts'
import type { ReportDraft } from './report-draft.ts'

type Props = { name?: string; kind: string; category: string; onChange: (part: Partial<ReportDraft>) => void }

export function CategoryField({ name = 'report.category', kind, category, onChange }: Props) {
  const { t } = useTranslation('field')
  const { data } = useCatalogue()
  if (!data) return <Loading lines={3} />
  const kinds = data.categories.filter(({ parent }) => parent === null)
  const chosen = kinds.find(({ code }) => code === kind)
  const finer = data.categories.filter(({ parent }) => parent === kind)

  const choose = (code: string) => {
    const below = data.categories.filter(({ parent }) => parent === code)
    onChange({ kind: code, category: below.length === 1 ? below[0]!.code : '' })
  }

  return (
    <fieldset className="field">
      <legend className="field-name">{t(name)}</legend>
      {chosen ? (
        <button type="button" className="chosen" onClick={() => onChange({ kind: '', category: '' })}>
          <span>
            <strong>{nameIn(chosen)}</strong>
            <small className="soft">{askIn(chosen)}</small>
          </span>
          <span className="chosen-change">{t('report.change')}</span>
        </button>
      ) : (
        <ul className="questions">
          {kinds.map((each) => (
            <li key={each.code}>
              <button type="button" className="question" onClick={() => choose(each.code)}>
                <strong>{nameIn(each)}</strong>
                <small className="soft">{askIn(each)}</small>
              </button>
            </li>
          ))}
        </ul>
      )}
      {chosen && finer.length > 0 && (
        <div className="offers">
          {finer.map((each) => (
            <button
              key={each.code}
              type="button"
              className="choice-option"
              aria-pressed={each.code === category}
              onClick={() => onChange({ category: each.code })}
            >
              {nameIn(each)}
            </button>
          ))}
        </div>
      )}
    </fieldset>
  )
}
