/** 我: which posts, how the app looks and speaks, what waits, and the way out. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import Switch from 'antd-mobile/es/components/switch'
import RightOutline from 'antd-mobile-icons/es/RightOutline'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { get } from '#web/client/api.ts'
import { countUnsent, useOutbox } from '#web/client/outbox.ts'
import { turnOff } from '#web/client/push.ts'
import { signOut, useMe } from '#web/client/session.ts'
import { Act } from '#web/ui/act.tsx'
import { LanguageSwitch } from '#web/ui/language-switch.tsx'
import { setPrint, usePrint } from '#web/ui/look.ts'
import { say } from '#web/ui/say.ts'
import { refusalOf } from '#web/ui/states.tsx'
import { tell } from '../notice.tsx'
import { PushRow } from '../notices/push-row.tsx'
import { WechatRow } from '../notices/wechat-row.tsx'
import { Page } from '../page.tsx'
import { Sheet } from '../sheet.tsx'

export function SelfPage() {
  const { t } = useTranslation(['field', 'people', 'notices'])
  const me = useMe()
  const isLarge = usePrint() === 'large'
  const waiting = useOutbox().length
  const given = useGiven()
  return (
    <Page title={t('me.title')}>
      <section className="card card-alone">
        <h2>{me.name}</h2>
        <p className="soft unbroken">{me.phone}</p>
        <ul className="plain">
          {me.posts.map((post) => (
            <li key={post.id}>
              {t('people:post', { place: post.departmentName ?? post.placeName, role: t(`people:roles.${post.role}`) })}
            </li>
          ))}
          {me.posts.length === 0 && <li>{t('me.noPosts')}</li>}
        </ul>
      </section>

      <ul className="rows">
        <li className="row">
          <span id="large-print">
            {t('me.largePrint')}
            <small className="soft">{t('me.largePrintWords')}</small>
          </span>
          <Switch checked={isLarge} onChange={(on) => setPrint(on ? 'large' : 'normal')} aria-labelledby="large-print" />
        </li>
        <li className="row">
          <span>{t('me.language')}</span>
          <LanguageSwitch />
        </li>
        <PushRow />
        <WechatRow />
        <li>
          <Link to="/notices" className="row">
            <span>{t('notices:inbox.title')}</span>
            <RightOutline aria-hidden="true" />
          </Link>
        </li>
        {given > 0 && (
          <li>
            <Link to="/beats/clues" className="row">
              <span>
                {t('me.clues')}
                <small className="soft">{t('me.cluesWords', { count: given })}</small>
              </span>
              <RightOutline aria-hidden="true" />
            </Link>
          </li>
        )}
        <li>
          <Link to="/me/outbox" className="row">
            <span>
              {t('outbox.title')}
              <small className="soft">{waiting > 0 ? t('me.outboxCount', { count: waiting }) : t('me.outboxNone')}</small>
            </span>
            <RightOutline aria-hidden="true" />
          </Link>
        </li>
        <li>
          <Link to="/me/password" className="row">
            <span>{t('password.title')}</span>
            <RightOutline aria-hidden="true" />
          </Link>
        </li>
        <li>
          <Link to="/me/sessions" className="row">
            <span>{t('sessions.title')}</span>
            <RightOutline aria-hidden="true" />
          </Link>
        </li>
      </ul>
      <SignOut />
    </Page>
  )
}

/** How many clues came to this person; what is in them is asked for on their own page, and that is recorded. */
const useGiven = (): number =>
  useQuery({
    queryKey: ['clues', 'given'],
    queryFn: ({ signal }) => get<{ count: number }>('/beats/clues/given', signal),
    staleTime: 60_000,
  }).data?.count ?? 0

/** Signing out with something unsent is warned of: it stays on this phone, for this person, until they sign in again. */
function SignOut() {
  const { t } = useTranslation('field')
  const [unsent, setUnsent] = useState(0)
  const [isBusy, setBusy] = useState(false)
  const leave = async () => {
    setBusy(true)
    try {
      // Whoever has the phone next must not be shown what is meant for this person.
      await turnOff()
      await signOut()
    } catch (error) {
      tell(refusalOf(error).refused === 'offline' ? t('me.signOutOffline') : say(refusalOf(error)))
    } finally {
      setBusy(false)
      setUnsent(0)
    }
  }
  const ask = async () => {
    const count = await countUnsent()
    if (count > 0) setUnsent(count)
    else await leave()
  }
  return (
    <div className="page-foot">
      <Act isBlock isBusy={isBusy} onAct={() => void ask()}>
        {t('me.signOut')}
      </Act>
      {unsent > 0 && (
        <Sheet title={t('me.unsentTitle', { count: unsent })} onClose={() => setUnsent(0)}>
          <p>{t('me.unsentWords')}</p>
          <Act kind="primary" isBlock onAct={() => setUnsent(0)}>
            {t('me.stay')}
          </Act>
          <Act kind="danger" isBlock isBusy={isBusy} onAct={() => void leave()}>
            {t('me.signOutAnyway')}
          </Act>
        </Sheet>
      )}
    </div>
  )
}
