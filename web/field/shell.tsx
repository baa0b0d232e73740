/** What stands around every page: the bottom bar, the strip of what waits, and the sign-in in front of all of it. */
import { Link, Outlet, useRouter } from '@tanstack/react-router'
import CalendarOutline from 'antd-mobile-icons/es/CalendarOutline'
import EditSOutline from 'antd-mobile-icons/es/EditSOutline'
import EnvironmentOutline from 'antd-mobile-icons/es/EnvironmentOutline'
import TeamOutline from 'antd-mobile-icons/es/TeamOutline'
import UnorderedListOutline from 'antd-mobile-icons/es/UnorderedListOutline'
import UserOutline from 'antd-mobile-icons/es/UserOutline'
import { Suspense, useEffect, useLayoutEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { onLateArrival } from '#web/client/outbox.ts'
import { actorOf, useMay, useSession } from '#web/client/session.ts'
import { Loading } from '#web/ui/states.tsx'
import { givenOnWords, isInSight } from './matters/send.ts'
import { Notices, tell } from './notice.tsx'
import { OutboxStrip } from './outbox-strip.tsx'
import { FirstPassword } from './people/password-form.tsx'
import { SignIn } from './people/sign-in.tsx'
import { usePlaceWord } from './places/place-word.ts'

export function Shell() {
  const session = useSession()
  useLateReceipts()
  useTapped()
  if (session.state === 'out') return <SignIn />
  if (session.state === 'in' && session.me.mustChangePassword) return <FirstPassword />
  const isEnded = session.state === 'ended'
  return (
    <>
      {/* A page stays as it was behind the sign-in, so that nothing typed is lost. */}
      <div className="app" inert={isEnded || undefined}>
        <Suspense fallback={<Loading />}>
          <Outlet />
        </Suspense>
        <Foot />
        <Notices />
      </div>
      {isEnded && (
        <div className="app-cover">
          <SignIn me={session.me} />
        </div>
      )}
    </>
  )
}

/** A report or registration that went out later and that its author may not see: it is said where it went, because it is said nowhere else. */
function useLateReceipts() {
  const { t } = useTranslation('field')
  const session = useSession()
  useEffect(() => {
    const { me } = session
    if (!me) return
    return onLateArrival((reply) => {
      if ('isMine' in reply) {
        if (!reply.isMine) tell(t('mediate.given', { number: reply.number }), true)
      } else if (!isInSight(reply.matter, actorOf(me))) tell(givenOnWords(reply), true)
    })
  }, [session, t])
}

/** A notice of the phone was tapped while the app is open: the service worker says which page that means. */
function useTapped() {
  const router = useRouter()
  useEffect(() => {
    if (!('serviceWorker' in navigator)) return
    const go = ({ data }: MessageEvent<{ open?: unknown }>) => {
      if (typeof data?.open === 'string') router.history.push(data.open)
    }
    navigator.serviceWorker.addEventListener('message', go)
    return () => navigator.serviceWorker.removeEventListener('message', go)
  }, [router])
}

/** The strip and the bar; their height is told to the page, so that its own buttons stand above them in any print. */
function Foot() {
  const foot = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const measure = new ResizeObserver(([entry]) => {
      const height = entry?.borderBoxSize[0]?.blockSize
      if (height) document.documentElement.style.setProperty('--foot', `${height}px`)
    })
    if (foot.current) measure.observe(foot.current)
    return () => measure.disconnect()
  }, [])
  return (
    <div className="foot" ref={foot}>
      <OutboxStrip />
      <BottomBar />
    </div>
  )
}

function BottomBar() {
  const { t } = useTranslation('field')
  const place = usePlaceWord()
  const isOfLanes = useMay('matter.read')
  const mediates = useMay('dispute.mediate')
  const isOnBeat = useMay('beat.work')
  const work = [
    { to: '/', words: t('bar.work'), Icon: UnorderedListOutline },
    { to: '/report', words: t('bar.report'), Icon: EditSOutline },
    { to: '/place', words: t(place), Icon: EnvironmentOutline },
  ] as const
  const mediation = [
    { to: '/disputes', words: t('bar.disputes'), Icon: TeamOutline },
    ...(isOfLanes ? [] : ([{ to: '/disputes/new', words: t('bar.register'), Icon: EditSOutline }, work[2]] as const)),
  ] as const
  const entries = [
    ...(isOfLanes ? work.slice(0, 2) : []),
    ...(mediates ? mediation : []),
    ...(isOnBeat ? ([{ to: '/beats', words: t('bar.beat'), Icon: CalendarOutline }] as const) : []),
    ...(isOnBeat && !isOfLanes && !mediates ? work.slice(1) : []),
    ...(isOfLanes ? work.slice(2) : []),
    { to: '/me', words: t('bar.me'), Icon: UserOutline } as const,
  ]
  return (
    <nav className="bar" aria-label={t('bar.label')}>
      {entries.map(({ to, words, Icon }) => (
        <Link
          key={to}
          to={to}
          className="bar-entry"
          activeOptions={{ exact: to === '/' || to === '/disputes', includeSearch: false }}
          activeProps={{ 'aria-current': 'page' }}
        >
          <Icon aria-hidden="true" />
          <span>{words}</span>
        </Link>
      ))}
    </nav>
  )
}
