/** Why a message was not sent, in words: what we say ourselves, what a provider answered and what can be done about it. */
import { useTranslation } from 'react-i18next'

/** What the server writes for itself; `wire` texts, so they are not translated there. */
const own: Readonly<Record<string, string>> = {
  'given up': 'givenUp',
  'too late': 'tooLate',
  'no telephone': 'noTelephone',
  'no robot': 'noRobot',
  'no wechat known': 'noWechat',
  'no phone subscribed': 'noPhone',
  internal: 'internal',
}

const said: Readonly<Record<string, string>> = {
  'no answer': 'noAnswer',
  'the text has no template code': 'noTemplate',
  'unusable subscription': 'phoneGone',
  'HTTP 404': 'phoneGone',
  'HTTP 410': 'phoneGone',
}

/** Codes of providers that an administrator meets, by what they ask for. */
const known: Readonly<Record<string, string>> = {
  'aliyun isv.AMOUNT_NOT_ENOUGH': 'money',
  'aliyun isv.BUSINESS_LIMIT_CONTROL': 'tooMany',
  'aliyun isv.MOBILE_NUMBER_ILLEGAL': 'number',
  'aliyun isv.SMS_TEMPLATE_ILLEGAL': 'template',
  'aliyun isv.SMS_SIGNATURE_ILLEGAL': 'keys',
  'aliyun isv.TEMPLATE_MISSING_PARAMETERS': 'fields',
  'aliyun SignatureDoesNotMatch': 'keys',
  'aliyun InvalidAccessKeyId.NotFound': 'keys',
  'wechat blocked': 'blocked',
  'wechat not delivered': 'notDelivered',
  'wechat 40001': 'keys',
  'wechat 40013': 'keys',
  'wechat 40125': 'keys',
  'wechat 40164': 'address',
  'wechat 40037': 'template',
  'wechat 43004': 'follower',
  'wechat 45009': 'tooMany',
  'wechat 47003': 'fields',
  'wecom 93000': 'robotGone',
  'wecom 45009': 'tooMany',
  'dingtalk 300001': 'robotGone',
  'dingtalk 310000': 'robotKeys',
  'dingtalk 130101': 'tooMany',
}

export type Reason = { readonly key: string; readonly provider?: string; readonly code?: string }

/** The key of a sentence, with the provider and its code where it was a provider's word. */
export function reasonOf(error: string): Reason {
  const mine = own[error]
  if (mine) return { key: mine }
  const [, provider = '', code = ''] = /^(\w+): (.+)$/.exec(error) ?? []
  if (!provider) return { key: 'other', code: error }
  const key = (code.startsWith('HTTP') && provider !== 'push' ? undefined : said[code]) ?? known[`${provider} ${code}`] ?? 'code'
  return { key, provider, code }
}

export function useReason() {
  const { t } = useTranslation('notices')
  return (error: string): string => {
    const { key, provider, code } = reasonOf(error)
    return t(`reasons.${key}`, { code, provider: provider && t(`providers.${provider}`, { defaultValue: provider }) })
  }
}
