import { expect, test } from 'vitest'
import { fieldsOf, isSigned, opened, sealed, signatureOf, textReply } from './envelope.server.ts'

// The example in WeChat's documentation.
const token = 'AAAAA'
const key = 'A'.repeat(43)
const appId = 'wxba5fad812f8e6fb9'
const encrypted =
  '+qdx1OKCy+5JPCBFWw70tm0fJGb2Jmeia4FCB7kao+/Q5c/ohsOzQHi8khUOb05JCpj0JB4RvQMkUyus8TPxLKJGQqcvZqzDpVzazhZv6JsXUnnR8XGT740XgXZUXQ7vJVnAG+tE8NUd4yFyjPy7GgiaviNrlCTj+l5kdfMuFUPpRSrfMZuMcp3Fn2Pede2IuQrKEYwKSqFIZoNqJ4M8EajAsjLY2km32IIjdf8YL/P50F7mStwntrA2cPDrM1kb6mOcfBgRtWygb3VIYnSeOBrebufAlr7F9mFUPAJGj04='

test('a wrong signature, token, time or nonce is none', () => {
  const good = 'f464b24fc39322e44b38aa78f5edd27bd1441696'

  expect(isSigned(good.toUpperCase(), token, '1714036504', '1514711492')).toBe(false)
  expect(isSigned('', token, '1714036504', '1514711492')).toBe(false)
  expect(isSigned(good, 'AAAAB', '1714036504', '1514711492')).toBe(false)
  expect(isSigned(good, token, '1714036505', '1514711492')).toBe(false)
})

test('what was sealed with another key, for another account, or was altered, does not open', () => {
  expect(opened(encrypted, `B${key.slice(1)}`, appId)).toBeUndefined()
  expect(opened(encrypted, key, 'wx0000000000000000')).toBeUndefined()
  expect(opened(encrypted.slice(0, -8), key, appId)).toBeUndefined()
  expect(opened(`A${encrypted.slice(1)}`, `${key.slice(0, 42)}B`, appId)).toBeUndefined()
  for (const nothing of ['', 'AAAA', '%%%']) expect(opened(nothing, key, appId), nothing).toBeUndefined()
})

test('what is no flat message is none, and nothing in one is expanded', () => {
  expect(fieldsOf('{"a":1}')).toBeUndefined()
  expect(fieldsOf('<!DOCTYPE xml [<!ENTITY x SYSTEM "file:///etc/passwd">]><xml><Content>&x;</Content></xml>')).toBeUndefined()
  expect(fieldsOf('<xml><Content>&x;</Content></xml>')?.get('Content')).toBe('&x;')
  expect(fieldsOf('<xml><Content><![CDATA[1]]></Content><Content>2</Content></xml>')?.get('Content')).toBe('1')
})

test('the three signatures of the documentation', () => {
  expect(isSigned('f464b24fc39322e44b38aa78f5edd27bd1441696', token, '1714036504', '1514711492')).toBe(true)
  expect(isSigned('899cf89e464efb63f54ddac96b0a0a235f53aa78', token, '1714037059', '486452656')).toBe(true)
  expect(isSigned('046e02f8204d34f8ba5fa3b1db94908f3df2e9b3', token, '1714112445', '415670741', encrypted)).toBe(true)
})

test('the sealed message of the documentation opens', () => {
  const message = opened(encrypted, key, appId)

  expect(Buffer.byteLength(message ?? '')).toBe(167)
})

test('the sealed answer of the documentation is ours to the letter', () => {
  const answer = sealed('{"demo_resp":"good luck"}', key, appId, Buffer.from('707722b803182950'))

  expect(answer).toBe('ELGduP2YcVatjqIS+eZbp80MNLoAUWvzzyJxgGzxZO/5sAvd070Bs6qrLARC9nVHm48Y4hyRbtzve1L32tmxSQ==')
  expect(signatureOf(token, '1713424427', '415670741', answer)).toBe('1b9339964ed2e271e7c7b6ff2b0ef902fc94dea1')
  expect(opened(answer, key, appId)).toBe('{"demo_resp":"good luck"}')
})

test('an answer holds whatever it says, and can be read back', () => {
  const xml = textReply('o-1', 'gh_1', 1714112445, 'a ]]> <b> & 好')

  expect(xml).toContain('<CreateTime>1714112445</CreateTime>')
  expect(xml.replaceAll(']]]]><![CDATA[>', ']]>')).toContain('a ]]> <b> & 好')
})
