/**
 * One secret, and the keys made from it (HKDF-SHA256). It is in the data folder, or in MAPLEBRIDGE_SECRET where several processes serve
 * one database. Whoever loses it can no longer open reporters' names and telephones, and all tracking codes stop working.
 */
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

export type Secrets = {
  /** Signs the session cookie. */
  readonly session: string
  /** Seals a text for storage: nonce, tag and AES-256-GCM ciphertext. */
  seal(text: string): Buffer
  /** Opens what seal made. Throws if it was altered. */
  open(sealed: Uint8Array): string
  /** A keyed hash for looking something up without keeping it. */
  hash(text: string): Buffer
}

const nonceBytes = 12
const tagBytes = 16

export function secretsFrom(master: string): Secrets {
  const key = (use: string) => Buffer.from(hkdfSync('sha256', master, 'maplebridge', use, 32))
  const [sealing, hashing] = [key('seal'), key('hash')]
  return {
    session: key('session').toString('base64url'),
    seal(text) {
      const nonce = randomBytes(nonceBytes)
      const cipher = createCipheriv('aes-256-gcm', sealing, nonce)
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([nonce, cipher.getAuthTag(), body])
    },
    open(sealed) {
      const all = Buffer.from(sealed)
      const cipher = createDecipheriv('aes-256-gcm', sealing, all.subarray(0, nonceBytes))
      cipher.setAuthTag(all.subarray(nonceBytes, nonceBytes + tagBytes))
      return Buffer.concat([cipher.update(all.subarray(nonceBytes + tagBytes)), cipher.final()]).toString('utf8')
    },
    hash: (text) => createHmac('sha256', hashing).update(text).digest(),
  }
}

/** The master secret: MAPLEBRIDGE_SECRET, else the file, made on the first start and readable by its owner only. */
export function masterSecret(file: string, env: NodeJS.ProcessEnv = process.env): string {
  const given = env['MAPLEBRIDGE_SECRET']
  if (given) {
    if (given.length < 32) throw new Error('MAPLEBRIDGE_SECRET is shorter than 32 characters. Make one with: openssl rand -base64 32')
    return given
  }
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, randomBytes(32).toString('base64'), { mode: 0o600, flag: 'wx' })
  }
  return readFileSync(file, 'utf8').trim()
}
