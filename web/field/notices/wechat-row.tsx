/** 微信通知: a code to send to the official account, and the way out. Nothing is shown where the county has no account and nobody is bound. */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { WechatBinding, WechatCode } from '#modules/notices/wire.ts'
import { get, post, remove } from '#web/client/api.ts'
import { cache } from '#web/client/cache.ts'
import { Act } from '#web/ui/act.tsx'
import { DateTime } from '#web/ui/deadline.tsx'
import { say } from '#web/ui/say.ts'
import { refusalOf } from '#web/ui/states.tsx'
import { tell } from '../notice.tsx'
import { Sheet } from '../sheet.tsx'

const key = ['notices', 'wechat']
const ask = () => get<WechatBinding>('/notices/wechat')

export function WechatRow() {
  const { t } = useTranslation('notices')
  const { data } = useQuery({ queryKey: key, queryFn: ask })
  const [code, setCode] = useState<WechatCode>()
  const [isLeaving, setLeaving] = useState(false)
  const [isBusy, setBusy] = useState(false)
  if (!data || (data.account === null && !data.boundAt)) return null
  const doing = (work: () => Promise<void>) => {
    setBusy(true)
    void work()
      .catch((error: unknown) => tell(say(refusalOf(error))))
      .finally(() => setBusy(false))
  }
  const bind = () => doing(async () => setCode(await post<WechatCode>('/notices/wechat/code')))
  const unbind = () =>
    doing(async () => {
      await remove('/notices/wechat')
      await cache.invalidateQueries({ queryKey: key })
      setLeaving(false)
      tell(t('wechat.unbindDone'))
    })
  return (
    <li className="row">
      <span>
        {t('wechat.title')}
        <small className="soft">{data.boundAt ? <Since at={data.boundAt} /> : t('wechat.off')}</small>
      </span>
      <Act isBusy={isBusy} onAct={data.boundAt ? () => setLeaving(true) : bind}>
        {t(data.boundAt ? 'wechat.unbind' : 'wechat.bind')}
      </Act>
      {code && <Code code={code} account={data.account ?? ''} onClose={() => setCode(undefined)} />}
      {isLeaving && (
        <Sheet title={t('wechat.unbindTitle')} onClose={() => setLeaving(false)}>
          <p>{t('wechat.unbindWords')}</p>
          <Act kind="primary" isBlock onAct={() => setLeaving(false)}>
            {t('wechat.keep')}
          </Act>
          <Act kind="danger" isBlock isBusy={isBusy} onAct={unbind}>
            {t('wechat.unbind')}
          </Act>
        </Sheet>
      )}
    </li>
  )
}

function Since({ at }: { at: string }) {
  const { t } = useTranslation('notices')
  return (
    <>
      {t('wechat.on')} <DateTime at={at} />
    </>
  )
}

type CodeProps = { readonly code: WechatCode; readonly account: string; readonly onClose: () => void }

function Code({ code: { code, expiresAt }, account, onClose }: CodeProps) {
  const { t } = useTranslation('notices')
  const [isBusy, setBusy] = useState(false)
  const copy = () =>
    void navigator.clipboard.writeText(code).then(
      () => tell(t('wechat.copied')),
      () => tell(t('wechat.copyFailed')),
    )
  /** Whoever comes back from WeChat wants to know whether it worked. */
  const look = async () => {
    setBusy(true)
    try {
      const now = await ask()
      cache.setQueryData(key, now)
      tell(t(now.boundAt ? 'wechat.bound' : 'wechat.notYet'))
      if (now.boundAt) onClose()
    } catch (error) {
      tell(say(refusalOf(error)))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Sheet title={t('wechat.sheet')} onClose={onClose}>
      <p>{account ? t('wechat.how', { account }) : t('wechat.howUnnamed')}</p>
      <p className="binding-code">
        <span>{code.slice(0, 4)}</span> <span>{code.slice(4)}</span>
      </p>
      <p className="soft">
        {t('wechat.until')} <DateTime at={expiresAt} />
      </p>
      {'clipboard' in navigator && (
        <Act isBlock onAct={copy}>
          {t('wechat.copy')}
        </Act>
      )}
      <Act kind="primary" isBlock isBusy={isBusy} onAct={() => void look()}>
        {t('wechat.done')}
      </Act>
    </Sheet>
  )
}
