/** Short messages by Aliyun: Dysmsapi 2017-05-25, SendSms, signed with ACS3-HMAC-SHA256. docs/decisions/0008-a-signature-of-our-own.md */
import { createHash, createHmac } from 'node:crypto'
import { v4 as uuidv4 } from 'uuid'
import { answerOf, codeOf, type Driver, request, Undelivered } from './driver.server.ts'

export type AliyunSettings = { accessKeyId: string; accessKeySecret: string; signName: string; endpoint?: string | undefined }

const hex = (text: string) => createHash('sha256').update(text).digest('hex')
/** RFC 3986, where encodeURIComponent leaves five signs alone. */
const encode = (text: string) => encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)

export const queryOf = (parameters: Readonly<Record<string, string>>): string =>
  Object.keys(parameters)
    .sort()
    .map((name) => `${encode(name)}=${encode(parameters[name]!)}`)
    .join('&')

/** The header Authorization of a POST to "/" without a body. `headers` in lower case; all of them are signed. */
export function authorization(
  query: string,
  headers: Readonly<Record<string, string>>,
  { accessKeyId, accessKeySecret }: Pick<AliyunSettings, 'accessKeyId' | 'accessKeySecret'>,
): string {
  const names = Object.keys(headers).sort()
  const signed = names.join(';')
  const lines = names.map((name) => `${name}:${headers[name]!.trim()}\n`).join('')
  const canonical = ['POST', '/', query, lines, signed, headers['x-acs-content-sha256']].join('\n')
  const signature = createHmac('sha256', accessKeySecret)
    .update(`ACS3-HMAC-SHA256\n${hex(canonical)}`)
    .digest('hex')
  return `ACS3-HMAC-SHA256 Credential=${accessKeyId},SignedHeaders=${signed},Signature=${signature}`
}

/** Too many for now, no money left, or the provider's own trouble. Every other code says that this message, or our settings, are wrong. */
const passes =
  /^(isv\.BUSINESS_LIMIT_CONTROL|isv\.AMOUNT_NOT_ENOUGH|isv\.OUT_OF_SERVICE|isp\..*|Throttling.*|ServiceUnavailable|InternalError)$/

export function aliyun({ signName, endpoint = 'https://dysmsapi.aliyuncs.com', ...keys }: AliyunSettings, now: () => string): Driver {
  return {
    outcome: 'sent',
    async send({ to, facts, outside }) {
      if (!outside) throw new Undelivered('aliyun: the text has no template code', { isFinal: true })
      const url = new URL(endpoint)
      const query = queryOf({ PhoneNumbers: to, SignName: signName, TemplateCode: outside, TemplateParam: JSON.stringify(facts) })
      const headers = {
        host: url.host,
        'x-acs-action': 'SendSms',
        'x-acs-content-sha256': hex(''),
        'x-acs-date': now().replace(/\.\d+Z$/, 'Z'),
        'x-acs-signature-nonce': uuidv4(),
        'x-acs-version': '2017-05-25',
      }
      const response = await request('aliyun', `${url.origin}/?${query}`, {
        method: 'POST',
        headers: { ...headers, authorization: authorization(query, headers, keys) },
      })
      const { Code } = await answerOf('aliyun', response)
      if (Code !== 'OK') throw new Undelivered(`aliyun: ${codeOf(Code)}`, { isFinal: response.status < 500 && !passes.test(String(Code)) })
    },
  }
}
