/**
 * What WeChat's server sends to an official account and what it is answered: signed, and in safe mode sealed.
 * https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Message_encryption_and_decryption_instructions.html
 *
 *     key = base64(EncodingAESKey + "=")    AES-256-CBC, IV = key[0..16)    PKCS#7 in blocks of 32
 *     plain = 16 random bytes + length of the message (4 bytes) + message + appid
 */
import { createCipheriv, createDecipheriv, createHash, timingSafeEqual } from 'node:crypto'

const blockBytes = 32
const saltBytes = 16
const headBytes = saltBytes + 4

/** SHA-1 over the parts in order of their signs, as WeChat signs. */
export const signatureOf = (...parts: readonly string[]): string =>
  createHash('sha1')
    .update([...parts].sort().join(''))
    .digest('hex')

export function isSigned(signature: string, ...parts: readonly string[]): boolean {
  const [given, expected] = [Buffer.from(signature), Buffer.from(signatureOf(...parts))]
  return given.length === expected.length && timingSafeEqual(given, expected)
}

const keyOf = (encodingAesKey: string) => Buffer.from(`${encodingAesKey}=`, 'base64')

/** The message; undefined if it was not sealed with this key for this account. */
export function opened(sealed: string, encodingAesKey: string, appId: string): string | undefined {
  const key = keyOf(encodingAesKey)
  const cipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
  try {
    const padded = Buffer.concat([cipher.update(sealed, 'base64'), cipher.final()])
    const pad = padded.at(-1) ?? 0
    if (pad < 1 || pad > blockBytes || pad > padded.length || padded.subarray(-pad).some((byte) => byte !== pad)) return undefined
    const plain = padded.subarray(0, -pad)
    if (plain.length < headBytes) return undefined
    const end = headBytes + plain.readUInt32BE(saltBytes)
    return end <= plain.length && plain.subarray(end).toString() === appId ? plain.subarray(headBytes, end).toString() : undefined
  } catch {
    return undefined // its length is none that this cipher makes
  }
}

/** `salt`: sixteen bytes, anew for each message. */
export function sealed(message: string, encodingAesKey: string, appId: string, salt: Uint8Array): string {
  const key = keyOf(encodingAesKey)
  const body = Buffer.from(message)
  const length = Buffer.alloc(4)
  length.writeUInt32BE(body.length)
  const plain = Buffer.concat([salt, length, body, Buffer.from(appId)])
  const pad = blockBytes - (plain.length % blockBytes)
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false)
  return Buffer.concat([cipher.update(Buffer.concat([plain, Buffer.alloc(pad, pad)])), cipher.final()]).toString('base64')
}

/** The elements right below the root of a message, which are flat; undefined if it is no such message. Nothing is looked up or expanded. */
export function fieldsOf(xml: string): Map<string, string> | undefined {
  const [, inner] = /^\s*<xml>([\s\S]*)<\/xml>\s*$/.exec(xml) ?? []
  if (inner === undefined) return undefined
  const found = new Map<string, string>()
  for (const [, name = '', data, text = ''] of inner.matchAll(/<(\w+)>(?:<!\[CDATA\[([\s\S]*?)\]\]>|([^<]*))<\/\1>/g))
    if (!found.has(name)) found.set(name, data ?? text)
  return found
}

/** A part of a text that can stand in CDATA. */
const data = (text: string) => `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`

export const textReply = (to: string, from: string, seconds: number, text: string): string =>
  `<xml><ToUserName>${data(to)}</ToUserName><FromUserName>${data(from)}</FromUserName><CreateTime>${seconds}</CreateTime><MsgType>${data('text')}</MsgType><Content>${data(text)}</Content></xml>`

export const sealedReply = (encrypted: string, signature: string, timestamp: string, nonce: string): string =>
  `<xml><Encrypt>${data(encrypted)}</Encrypt><MsgSignature>${data(signature)}</MsgSignature><TimeStamp>${timestamp}</TimeStamp><Nonce>${data(nonce)}</Nonce></xml>`
