/** What stands around every page: the rail of work at the left, and the sign-in in front of all of it. */
import ApartmentOutlined from '@ant-design/icons/ApartmentOutlined'
import AuditOutlined from '@ant-design/icons/AuditOutlined'
import FileProtectOutlined from '@ant-design/icons/FileProtectOutlined'
import HomeOutlined from '@ant-design/icons/HomeOutlined'
import InboxOutlined from '@ant-design/icons/InboxOutlined'
import SafetyOutlined from '@ant-design/icons/SafetyOutlined'
import SettingOutlined from '@ant-design/icons/SettingOutlined'
import TeamOutlined from '@ant-design/icons/TeamOutlined'
import UserOutlined from '@ant-design/icons/UserOutlined'
import { Outlet, useLocation } from '@tanstack/react-router'
import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe, useSession } from '#web/client/session.ts'
import { Mark } from '#web/ui/mark.tsx'
import { Loading } from '#web/ui/states.tsx'
import { Link, type Path } from './address.tsx'
import { sectionsOf as beatsOf } from './beats/sections.tsx'
import { sectionsOf } from './disputes/sections.tsx'
import { Bell } from './notices/bell.tsx'
import { Page } from './page.tsx'
import { FirstPassword } from './session/password-form.tsx'
import { SignIn } from './session/sign-in.tsx'

export function Shell() {
  const session = useSession()
  if (session.state === 'out') return <SignIn />
  if (session.state === 'in' && session.me.mustChangePassword) return <FirstPassword />
  const isEnded = session.state === 'ended'
  return (
    <>
      {/* The page stays as it was behind the sign-in, so that nothing typed is lost. */}
      <div className="desk" inert={isEnded || undefined}>
        <Rail />
        <main className="main" id="main">
          <Suspense fallback={<Loading />}>
            <Outlet />
          </Suspense>
        </main>
      </div>
      {isEnded && (
        <div className="cover">
          <SignIn me={session.me} />
        </div>
      )}
    </>
  )
}

type Entry = {
  readonly to: Path
  readonly name: string
  readonly Icon: typeof HomeOutlined
  readonly verb?: string
  /** Pages of this work with addresses of their own. */
  readonly also?: readonly Path[]
}

/** What each entry needs; whoever has none of these verbs does not see it. */
const first: readonly Entry[] = [
  { to: '/', name: 'today', Icon: HomeOutlined },
  { to: '/matters', name: 'matters', Icon: InboxOutlined, verb: 'matter.read' },
]
/** Between them stand 矛盾纠纷 and 一村一警, whose first page is the first of its sections that is for them. */
const others: readonly Entry[] = [
  { to: '/places', name: 'places', Icon: ApartmentOutlined, verb: 'place.read', also: ['/changes', '/editions', '/boards', '/import'] },
  { to: '/people', name: 'people', Icon: TeamOutlined, verb: 'person.read', also: ['/committees'] },
  { to: '/audit', name: 'audit', Icon: AuditOutlined, verb: 'audit.read' },
  { to: '/rules', name: 'settings', Icon: SettingOutlined, verb: 'settings.edit' },
  { to: '/settings', name: 'self', Icon: UserOutlined },
]

function Rail() {
  const { t } = useTranslation(['desk', 'app'])
  const me = useMe()
  const [post] = me.posts
  const here = useLocation({ select: ({ pathname }) => pathname })
  const isHere = (path: string) => here.startsWith(path)
  const [section] = sectionsOf(me)
  const disputes: readonly Entry[] = section ? [{ to: section.to, name: 'disputes', Icon: FileProtectOutlined, also: ['/disputes'] }] : []
  const [beat] = beatsOf(me)
  const beats: readonly Entry[] = beat ? [{ to: beat.to, name: 'beats', Icon: SafetyOutlined, also: ['/beats'] }] : []
  const entries = [...first, ...disputes, ...beats, ...others]
  return (
    <header className="rail">
      <a className="skip" href="#main">
        {t('rail.skip')}
      </a>
      <div className="rail-top">
        <Link to="/" className="rail-mark">
          <Mark size={36} />
          <span>
            <strong>{t('app:name')}</strong>
            <small>{me.county.name}</small>
          </span>
        </Link>
        <Bell />
      </div>
      <nav aria-label={t('rail.label')} className="rail-entries">
        {entries
          .filter(({ verb }) => !verb || me.verbs.includes(verb))
          .map(({ to, name, Icon, also = [] }) => (
            <Link
              key={to}
              to={to}
              className="rail-entry"
              activeExact={to === '/'}
              {...(also.some(isHere) ? { 'aria-current': 'page' } : {})}
            >
              <Icon aria-hidden="true" />
              <span>{t(`rail.${name}`)}</span>
            </Link>
          ))}
      </nav>
      <p className="rail-me">
        <strong>{me.name}</strong>
        {post && <small>{t('people:post', { place: post.departmentName ?? post.placeName, role: t(`people:roles.${post.role}`) })}</small>}
      </p>
    </header>
  )
}

export function Missing() {
  const { t } = useTranslation('desk')
  return (
    <Page title={t('missing.title')}>
      <p>{t('missing.words')}</p>
      <p>
        <Link to="/">{t('missing.back')}</Link>
      </p>
    </Page>
  )
}
