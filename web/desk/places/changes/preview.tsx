/** The tree now and afterwards, side by side, and how much has to move. */
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Preview, Sums, TreeLine } from '#modules/places/change-wire.ts'
import { Tag } from '#web/ui/status.tsx'

const sums = ['villages', 'grids', 'lanes', 'posts', 'matters', 'boards'] as const

export function PreviewPanel({ preview }: { preview: Preview }) {
  const { t } = useTranslation('places')
  const { before, after, doubles } = preview
  // New, and nothing came of another: nobody comes along.
  const empty = after.filter(({ mark, other }) => mark === 'new' && other === null).map(({ name }) => name)
  const panel = useRef<HTMLElement>(null)
  useEffect(() => {
    if (preview) panel.current?.scrollIntoView({ block: 'start' })
  }, [preview])
  return (
    <section className="panel" aria-live="polite" ref={panel}>
      <SumList of={preview.sums} />
      {preview.sums.postsEnding > 0 && <p className="warning">{t('change.ending', { count: preview.sums.postsEnding })}</p>}
      {doubles.length > 0 && (
        <p className="warning">
          {t('change.doubles', { names: [...new Set(doubles.map(({ name }) => name))].slice(0, 8).join(t('change.comma')) })}
        </p>
      )}
      {empty.length > 0 && <p className="soft">{t('change.vacant', { names: empty.slice(0, 8).join(t('change.comma')) })}</p>}
      <div className="trees">
        <Lines title={t('change.before')} lines={before} isBefore />
        <Lines title={t('change.after')} lines={after} />
      </div>
      <p className="soft">
        {t('change.keeps')} {t('change.codes')}
      </p>
    </section>
  )
}

export function SumList({ of }: { of: Sums }) {
  const { t } = useTranslation('places')
  return (
    <dl className="counts">
      {sums.map((name) => (
        <div key={name}>
          <dt>{t(`change.sums.${name}`)}</dt>
          <dd>{of[name]}</dd>
        </div>
      ))}
    </dl>
  )
}

function Lines({ title, lines, isBefore = false }: { title: string; lines: readonly TreeLine[]; isBefore?: boolean }) {
  const top = Math.min(...lines.map(({ code }) => code.length))
  return (
    <section className="tree-side" aria-label={title}>
      <h3>{title}</h3>
      <ol className="tree-lines">
        {lines.map((line) => (
          <Line key={line.code} line={line} inset={(line.code.length - top) / 3} isBefore={isBefore} />
        ))}
      </ol>
    </section>
  )
}

const looks = {
  ends: { tone: 'late', shape: 'cross' },
  moves: { tone: 'soon', shape: 'half' },
  new: { tone: 'good', shape: 'ring' },
  came: { tone: 'soon', shape: 'half' },
  renamed: { tone: 'soon', shape: 'ring' },
  wider: { tone: 'soon', shape: 'ring' },
} as const

function Line({ line, inset, isBefore }: { line: TreeLine; inset: number; isBefore: boolean }) {
  const { t } = useTranslation('places')
  const { name, code, other, posts, matters } = line
  // What goes on elsewhere under its own name does not end for anybody who lives there.
  const mark = line.mark === 'ends' && other === name ? 'moves' : line.mark
  const told = isBefore ? (mark === 'renamed' ? 'change.called' : 'change.becomes') : 'change.was'
  return (
    <li data-mark={mark} style={{ paddingInlineStart: `${inset * 1.25}rem` }}>
      <span className="tree-name">
        {name} <small className="soft unbroken">{code}</small>
      </span>
      {mark !== 'around' && mark !== 'stays' && <Tag {...looks[mark]}>{t(`change.marks.${mark}`)}</Tag>}
      {other && mark !== 'moves' && <small>{t(told, { name: other })}</small>}
      {posts + matters > 0 && <small className="soft">{t('change.carries', { posts, matters })}</small>}
    </li>
  )
}
