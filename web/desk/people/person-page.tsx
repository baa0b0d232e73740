/** A person: how to reach them, which posts they hold and held, and for an administrator what can be changed. */
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonView, PostView } from '#modules/people/wire.ts'
import { useMay, useMe } from '#web/client/session.ts'
import { Empty, Loading } from '#web/ui/states.tsx'
import { Link, useNamed } from '../address.tsx'
import { Page } from '../page.tsx'
import { Trouble } from '../trouble.tsx'
import { EndPost } from './end-post.tsx'
import { GrantPost } from './grant-post.tsx'
import { HandOverPost } from './hand-over-post.tsx'
import { isStanding, usePerson } from './people.ts'
import { ResetPassword } from './reset-password.tsx'

type Open = { readonly form: 'grant' | 'password' } | { readonly form: 'end' | 'handOver'; readonly post: PostView }

export function PersonPage() {
  const { t } = useTranslation(['desk', 'people'])
  const { data: person, error, refetch } = usePerson(useNamed())
  const [open, setOpen] = useState<Open>()
  const me = useMe()
  const mayGrant = useMay('post.grant') && person?.id !== me.id
  const close = () => setOpen(undefined)
  return (
    <Page
      title={person?.name ?? t('people.title')}
      above={<Link to="/people">{t('person.back')}</Link>}
      aside={
        mayGrant &&
        person && (
          <>
            <Button onClick={() => setOpen({ form: 'password' })}>{t('person.password')}</Button>
            <Button type="primary" onClick={() => setOpen({ form: 'grant' })}>
              {t('person.grant')}
            </Button>
          </>
        )
      }
    >
      {error && !person && <Trouble error={error} onRetry={() => void refetch()} />}
      {!person && !error && <Loading lines={4} />}
      {person && <Known person={person} mayGrant={mayGrant} onOpen={setOpen} />}
      {person && open?.form === 'grant' && <GrantPost person={person} onClose={close} />}
      {person && open?.form === 'password' && <ResetPassword person={person} onClose={close} />}
      {person && open?.form === 'end' && <EndPost person={person} post={open.post} onClose={close} />}
      {person && open?.form === 'handOver' && <HandOverPost person={person} post={open.post} onClose={close} />}
    </Page>
  )
}

function PostName({ post }: { post: PostView }) {
  const { t } = useTranslation('people')
  return t('post', { place: post.departmentName ?? post.placeName, role: t(`roles.${post.role}`) })
}

type Props = { readonly person: PersonView; readonly mayGrant: boolean; readonly onOpen: (open: Open) => void }

function Known({ person, mayGrant, onOpen }: Props) {
  const { t } = useTranslation(['desk', 'people'])
  const now = person.posts.filter(isStanding)
  const before = person.posts.filter((post) => !isStanding(post))
  const term = (post: PostView) =>
    post.until ? t('person.term', { since: post.since, until: post.until }) : t('people:since', { at: post.since })
  return (
    <>
      <section className="panel">
        <dl className="facts">
          <dt>{t('people.phone')}</dt>
          <dd className="unbroken">{person.phone.includes('*') ? person.phone : <a href={`tel:${person.phone}`}>{person.phone}</a>}</dd>
        </dl>
      </section>
      <section className="panel">
        <h2>{t('person.now')}</h2>
        {now.length === 0 && <Empty title={t('people.noPosts')}>{t('person.noPostsWords')}</Empty>}
        <ul className="lines">
          {now.map((post) => (
            <li key={post.id} className="line">
              <span>
                <Link to="/places" search={{ code: post.place }}>
                  <PostName post={post} />
                </Link>
                <small className="soft">{term(post)}</small>
              </span>
              {mayGrant && (
                <span className="inline">
                  <Button onClick={() => onOpen({ form: 'handOver', post })}>{t('person.handOver')}</Button>
                  <Button danger onClick={() => onOpen({ form: 'end', post })}>
                    {t('person.end')}
                  </Button>
                </span>
              )}
            </li>
          ))}
        </ul>
      </section>
      {before.length > 0 && (
        <section className="panel">
          <h2>{t('person.before')}</h2>
          <ul className="lines">
            {before.map((post) => (
              <li key={post.id} className="line">
                <span>
                  <PostName post={post} />
                  <small className="soft">{term(post)}</small>
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
