/** The thirteen items of the dossier: what must be there, what is, what is missing and the step that puts it there; and the papers to take. */
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { DisputeFile } from '#modules/disputes/reply.ts'
import { dossier, isPrinted, type Line, missingIn } from '#modules/disputes/rules/dossier.ts'
import { stepFor } from '#modules/disputes/rules/next-step.ts'
import { Sign, Tag } from '#web/ui/status.tsx'
import { Take } from '../../list/take.tsx'
import { type OnOpen, useWhyNot } from './file.ts'
import { useSpeech } from './speech.ts'

type Props = { readonly file: DisputeFile; readonly onOpen: OnOpen }

export function Dossier({ file, onOpen }: Props) {
  const { t } = useTranslation('disputes')
  const { dispute } = file
  const count = missingIn(dispute).length
  const lines = dossier(dispute).map((line, at) => ({ line, number: at + 1 }))
  const absent = lines.filter(({ line }) => isAbsent(line))
  return (
    <section className="panel">
      <header className="panel-head">
        <h2>{t('desk.dossier.title')}</h2>
        {count > 0 ? (
          <Tag tone="soon" shape="ring">
            {t('desk.dossier.lacks', { count })}
          </Tag>
        ) : (
          <Tag tone="good" shape="tick">
            {t('desk.dossier.whole')}
          </Tag>
        )}
      </header>
      <ol className="dossier">
        {lines
          .filter(({ line }) => !isAbsent(line))
          .map((each) => (
            <Row key={each.number} {...each} file={file} onOpen={onOpen} />
          ))}
      </ol>
      {absent.length > 0 && (
        <details className="written">
          <summary>{t('desk.dossier.absent', { count: absent.length })}</summary>
          <ol className="dossier">
            {absent.map((each) => (
              <Row key={each.number} {...each} file={file} onOpen={onOpen} />
            ))}
          </ol>
        </details>
      )}
      <Take
        path={`/disputes/${dispute.id}/dossier`}
        name={`${file.number}.pdf`}
        words={t('desk.dossier.take')}
        done={t('desk.dossier.taken')}
      />
    </section>
  )
}

/** Neither there nor asked for: nobody has to read over it. */
const isAbsent = ({ isThere, missing }: Line) => !isThere && missing.length === 0

function Row({ number, line, file, onOpen }: Props & { number: number; line: Line }) {
  const { t } = useTranslation('disputes')
  const why = useWhyNot(file)
  const { lacking } = useSpeech(file)
  const { item, need, isThere, missing } = line
  const state = missing.length > 0 ? 'missing' : isThere ? 'there' : 'absent'
  return (
    <li className={`dossier-line dossier-${state}`}>
      <span className="dossier-name">
        <Sign shape={state === 'there' ? 'tick' : state === 'missing' ? 'ring' : 'bar'} />
        <span>
          {number} {t(`items.${item}`)} {need === 'must' && <small className="soft">{t('desk.dossier.must')}</small>}
          <span className="unseen">{t(`desk.dossier.states.${state}`)}</span>
        </span>
        {isPrinted(file.dispute, line) && (
          <Take
            path={`/disputes/${file.dispute.id}/documents/${item}`}
            name={`${file.number} ${t(`items.${item}`)}.pdf`}
            words=""
            label={t('desk.dossier.takeOne', { item: t(`items.${item}`) })}
            done={t('desk.dossier.taken')}
            isQuiet
          />
        )}
      </span>
      {missing.map((each) => {
        const step = stepFor(each)
        return (
          <span key={`${each.code}${each.party ?? ''}`} className="dossier-missing">
            {t('desk.dossier.missing', { what: lacking(each) })}
            {step && !why(step.action) && (
              <Button size="small" onClick={() => onOpen(step)}>
                {t(`actions.${step.action}`)}
              </Button>
            )}
          </span>
        )
      })}
    </li>
  )
}
