/** The thirteen items of the dossier: what is there, what must still come, what may; each alone as a PDF, and the whole of it. */
import { useTranslation } from 'react-i18next'
import { dossier, isPrinted, type Line } from '#modules/disputes/rules/dossier.ts'
import { Sign } from '#web/ui/status.tsx'
import type { Seen } from './file-body.tsx'
import { list } from './names.ts'
import { Take } from './take.tsx'

export function Dossier({ file, seen: { dispute }, speech }: Seen) {
  const { t } = useTranslation('disputes')
  const lines = dossier(dispute)
  const missing = lines.filter((line) => line.missing.length > 0).length
  const stateOf = ({ isThere, missing, need }: Line) => {
    if (isThere) return t('field.dossier.there')
    const whose = list(missing.flatMap(({ party }) => (party ? [speech.party(party)] : [])))
    if (missing.length === 0) return t('needs.may')
    return whose ? t('field.dossier.lacksOf', { whose }) : t(need === 'must' ? 'field.dossier.lacks' : 'needs.may')
  }
  return (
    <section className="section">
      <details className="more">
        <summary>{missing > 0 ? t('field.dossier.missing', { count: missing }) : t('field.dossier.complete')}</summary>
        <ol className="dossier">
          {lines.map((line) => (
            <li key={line.item} className={line.isThere ? 'tone-good' : line.missing.length > 0 ? 'tone-late' : undefined}>
              <span className="dossier-line">
                <Sign shape={line.isThere ? 'tick' : line.missing.length > 0 ? 'alert' : 'ring'} />
                <span>{t(`items.${line.item}`)}</span>
                {/* What can be taken is there: the tick says so already. */}
                <small className={line.isThere && isPrinted(dispute, line) ? 'unseen' : undefined}>{stateOf(line)}</small>
                {isPrinted(dispute, line) && (
                  <Take
                    file={file}
                    path={`documents/${line.item}`}
                    words={t('field.dossier.take')}
                    label={t(`items.${line.item}`)}
                    kind="quiet"
                  />
                )}
              </span>
            </li>
          ))}
        </ol>
        <Take file={file} path="dossier" words={t('desk.dossier.take')} />
      </details>
    </section>
  )
}
