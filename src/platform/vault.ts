import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { secretInFolder } from './secret-in-folder.ts'

/** Keeps what the database must hold and may not tell. Its key stands outside the database. */
export type Vault = {
  /** @param about what it belongs to: sealed for one thing, it opens for no other */
  seal(plain: Buffer, about: string): Buffer
  /** @throws when it was sealed with another key, about something else, or was changed */
  open(sealed: Buffer, about: string): Buffer
  /** A keyed hash: without the key nobody finds the words by trying. */
  mac(purpose: string, words: string): Buffer
}

const ivBytes = 12
const tagBytes = 16

/** @param secret at least 256 bits; the same secret opens what it sealed before */
export const vaultOf = (secret: string): Vault => {
  const key = (purpose: string): Buffer => Buffer.from(hkdfSync('sha256', secret, '', `samenspraak ${purpose}`, 32))
  const sealing = key('seal')
  return {
    seal: (plain, about) => {
      const iv = randomBytes(ivBytes)
      const cipher = createCipheriv('aes-256-gcm', sealing, iv, { authTagLength: tagBytes }).setAAD(Buffer.from(about))
      return Buffer.concat([iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
    },
    open: (sealed, about) => {
      try {
        const iv = sealed.subarray(0, ivBytes)
        const decipher = createDecipheriv('aes-256-gcm', sealing, iv, { authTagLength: tagBytes })
        decipher.setAAD(Buffer.from(about)).setAuthTag(sealed.subarray(-tagBytes))
        return Buffer.concat([decipher.update(sealed.subarray(ivBytes, -tagBytes)), decipher.final()])
      } catch {
        throw new Error('sealed with another key, or about something else, or changed since')
      }
    },
    mac: (purpose, words) =>
      createHmac('sha256', key(`mac ${purpose}`))
        .update(words)
        .digest(),
  }
}

/** The vault of an installation: its secret is a file in the data folder. */
export const openVault = (dataDir: string): Vault => vaultOf(secretInFolder(dataDir, 'account.secret'))
