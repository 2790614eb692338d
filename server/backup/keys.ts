import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { BackupRefused } from './backup-folder.ts'

const FOLDERS = ['seals', 'trail']
const COST = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 }
const SALT = 16
const NONCE = 12
const TAG = 16

/** Seals and trail keys of the data folder, by their path in it. */
export function readKeys(dataFolder: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    FOLDERS.filter((folder) => existsSync(path.join(dataFolder, folder))).flatMap((folder) =>
      readdirSync(path.join(dataFolder, folder), { withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map(({ name }) => [
          `${folder}/${name}`,
          readFileSync(path.join(dataFolder, folder, name)).toString('base64'),
        ]),
    ),
  )
}

/** AES-256-GCM under the passphrase (scrypt): salt, nonce, tag, text. */
export function sealKeys(keys: Readonly<Record<string, string>>, passphrase: string): Buffer {
  const salt = randomBytes(SALT)
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv('aes-256-gcm', scryptSync(passphrase, salt, 32, COST), nonce)
  const text = Buffer.concat([cipher.update(JSON.stringify(keys)), cipher.final()])
  return Buffer.concat([salt, nonce, cipher.getAuthTag(), text])
}

export function unsealKeys(sealed: Buffer, passphrase: string): Readonly<Record<string, string>> {
  const [salt, nonce, tag] = [
    sealed.subarray(0, SALT),
    sealed.subarray(SALT, SALT + NONCE),
    sealed.subarray(SALT + NONCE, SALT + NONCE + TAG),
  ]
  try {
    const key = scryptSync(passphrase, salt, 32, COST)
    const cipher = createDecipheriv('aes-256-gcm', key, nonce).setAuthTag(tag)
    const text = Buffer.concat([cipher.update(sealed.subarray(SALT + NONCE + TAG)), cipher.final()])
    return JSON.parse(text.toString()) as Record<string, string>
  } catch {
    throw new BackupRefused(
      '印章私钥的备份打不开：YICHUANG_SEAL_PASSPHRASE 不是备份时的口令。 / the passphrase is not the backup’s',
    )
  }
}

export function writeKeys(dataFolder: string, keys: Readonly<Record<string, string>>): void {
  for (const [name, content] of Object.entries(keys)) {
    const file = path.join(dataFolder, name)
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
    writeFileSync(file, Buffer.from(content, 'base64'), { mode: 0o600 })
  }
}
