/** For whom: found oneself, or told on the telephone or face to face, and how that person can be reached. */
import { useTranslation } from 'react-i18next'
import type { ReportDraft } from './report-draft.ts'

const sources = ['staff', 'phone', 'inPerson'] as const

export function SourceField({ draft, onChange }: { draft: ReportDraft; onChange: (part: Partial<ReportDraft>) => void }) {
  const { t } = useTranslation(['field', 'app'])
  return (
    <fieldset className="field">
      <legend className="field-name">{t('report.source')}</legend>
      <div className="offers">
        {sources.map((source) => (
          <button
            key={source}
            type="button"
            className="choice-option"
            aria-pressed={draft.source === source}
            onClick={() => onChange({ source })}
          >
            {t(`report.sources.${source}`)}
          </button>
        ))}
      </div>
      {draft.source !== 'staff' && (
        <>
          <label className="field">
            <span className="field-name">
              {t('report.contactName')} <small className="soft">{t('app:optional')}</small>
            </span>
            <input
              className="input"
              value={draft.contactName}
              maxLength={30}
              autoComplete="off"
              onChange={(event) => onChange({ contactName: event.target.value })}
            />
          </label>
          <label className="field">
            <span className="field-name">
              {t('report.contactPhone')} <small className="soft">{t('app:optional')}</small>
            </span>
            <input
              className="input"
              type="tel"
              inputMode="numeric"
              value={draft.contactPhone}
              maxLength={16}
              autoComplete="off"
              onChange={(event) => onChange({ contactPhone: event.target.value })}
            />
          </label>
        </>
      )}
    </fieldset>
  )
}
