/** Where: one's own lane to begin with; else any place under one's posts, by going down the tree or by name. */
import RightOutline from 'antd-mobile-icons/es/RightOutline'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PlaceCode } from '#modules/kernel/ids.ts'
import { covers, levelOf } from '#modules/places/place.ts'
import { useMe } from '#web/client/session.ts'
import { Act } from '#web/ui/act.tsx'
import { ErrorBox, Loading } from '#web/ui/states.tsx'
import { usePlace, usePlaceSearch } from '../places/place-file.ts'
import { Sheet } from '../sheet.tsx'

type Props = { place: string; placeName: string; onChange: (chosen: { place: string; placeName: string }) => void }

export function PlaceField({ place, placeName, onChange }: Props) {
  const { t } = useTranslation('field')
  const { posts } = useMe()
  const [isOpen, setOpen] = useState(false)
  const own = [...posts].sort((one, other) => other.place.length - one.place.length)[0]

  useEffect(() => {
    if (!place && own) onChange({ place: own.place, placeName: own.placeName })
  }, [place, own, onChange])

  return (
    <fieldset className="field">
      <legend className="field-name">{t('report.place')}</legend>
      <button type="button" className="chosen" onClick={() => setOpen(true)}>
        <strong>{placeName || t('report.choosePlace')}</strong>
        <span className="chosen-change">{t('report.change')}</span>
      </button>
      {isOpen && (
        <Sheet title={t('report.choosePlace')} onClose={() => setOpen(false)}>
          <PlaceChoice
            from={place || own?.place || ''}
            onChoose={(code, name) => {
              onChange({ place: code, placeName: name })
              setOpen(false)
            }}
          />
        </Sheet>
      )}
    </fieldset>
  )
}

function PlaceChoice({ from, onChoose }: { from: string; onChoose: (code: string, name: string) => void }) {
  const { t } = useTranslation(['field', 'places'])
  const { posts } = useMe()
  const [code, setCode] = useState(from)
  const [search, setSearch] = useState('')
  const { data, error, refetch } = usePlace(code)
  const { data: hits } = usePlaceSearch(search)
  const isMine = (each: string) => posts.some((post) => covers(post.place, each as PlaceCode))
  const pathName = (names: readonly { readonly name: string; readonly code: string }[]) =>
    names
      .filter(({ code }) => code.length > 6)
      .map(({ name }) => name)
      .join(' ')

  return (
    <div className="form">
      <input
        className="input"
        type="search"
        value={search}
        placeholder={t('report.searchPlace')}
        aria-label={t('report.searchPlace')}
        onChange={(event) => setSearch(event.target.value)}
      />
      {search.trim() ? (
        <ul className="rows">
          {hits
            ?.filter((hit) => isMine(hit.code))
            .map((hit) => (
              <li key={hit.code}>
                <button type="button" className="row" onClick={() => onChoose(hit.code, hit.path)}>
                  <span>{hit.path}</span>
                </button>
              </li>
            ))}
        </ul>
      ) : !data ? (
        error ? (
          <ErrorBox error={error} onRetry={() => void refetch()} />
        ) : (
          <Loading />
        )
      ) : (
        <>
          <div className="offers">
            {data.path
              .filter((each) => isMine(each.code))
              .map((each) => (
                <button
                  key={each.code}
                  type="button"
                  className="choice-option"
                  aria-pressed={each.code === code}
                  onClick={() => setCode(each.code)}
                >
                  {each.name}
                </button>
              ))}
          </div>
          <Act kind="primary" isBlock onAct={() => onChoose(code, pathName(data.path))}>
            {t('report.here', { name: data.place.name })}
          </Act>
          <ul className="rows">
            {data.below.map((each) => (
              <li key={each.code}>
                <button type="button" className="row" onClick={() => setCode(each.code)}>
                  <span>
                    {each.name}
                    <small className="soft">{t(`places:levels.${levelOf(each.code)}`)}</small>
                  </span>
                  <RightOutline aria-hidden="true" />
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
