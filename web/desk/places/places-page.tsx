/** 区划: the tree at the left, the chosen place at the right; or the list of the chairs nobody sits in. */
import { useTranslation } from 'react-i18next'
import { useMay } from '#web/client/session.ts'
import { Loading } from '#web/ui/states.tsx'
import { Link, useAsked, useGo } from '../address.tsx'
import { Choice } from '../choice.tsx'
import { Page } from '../page.tsx'
import { Trouble } from '../trouble.tsx'
import { useMayPrint } from './boards.ts'
import { PlaceCard } from './place-card.tsx'
import { usePlaceFile, useRoots } from './place-file.ts'
import { PlaceSelect } from './place-select.tsx'
import { PlaceTree } from './place-tree.tsx'
import { Vacancies } from './vacancies.tsx'

export function PlacesPage() {
  const { t } = useTranslation(['desk', 'places'])
  const go = useGo()
  const roots = useRoots()
  const { code = roots[0] ?? '', tab = 'tree' } = useAsked('/places')
  const mayImport = useMay('place.edit')
  const mayPrint = useMayPrint()
  const open = (to: string) => go({ to: '/places', search: { code: to, ...(tab === 'tree' ? {} : { tab }) } })
  return (
    <Page
      isWide
      title={t('places.title')}
      aside={
        <>
          {mayPrint && (
            <Link to="/boards" className="button">
              {t('places:boards.title')}
            </Link>
          )}
          {mayImport && (
            <>
              <Link to="/changes" className="button">
                {t('places:change.title')}
              </Link>
              <Link to="/import" className="button">
                {t('import.title')}
              </Link>
            </>
          )}
        </>
      }
    >
      <div className="filters">
        <PlaceSelect
          className="filter filter-place"
          label={t('places.find')}
          placeholder={t('places.find')}
          value={undefined}
          onChange={(chosen) => chosen && open(chosen)}
        />
        <Choice
          label={t('places.title')}
          value={tab}
          onChange={(next) => go({ to: '/places', search: { code, ...(next === 'tree' ? {} : { tab: next }) } })}
          options={['tree', 'vacancies'].map((value) => ({ value, words: t(`places.tabs.${value}`) }))}
        />
      </div>
      {roots.length === 0 && <p className="soft">{t('settings.noPosts')}</p>}
      {tab === 'vacancies' ? (
        <Vacancies root={code} />
      ) : (
        <div className="places">
          <nav className="panel places-tree" aria-label={t('places.tree')}>
            <PlaceTree chosen={code} onChoose={open} />
          </nav>
          <Chosen code={code} />
        </div>
      )}
    </Page>
  )
}

function Chosen({ code }: { code: string }) {
  const { data, error, refetch } = usePlaceFile(code)
  if (error && !data) return <Trouble error={error} onRetry={() => void refetch()} />
  return data ? <PlaceCard file={data} /> : <Loading lines={6} />
}
