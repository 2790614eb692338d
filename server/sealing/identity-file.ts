import { createPrivateKey } from 'node:crypto'
import { link, mkdir, readFile, unlink, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Identity } from './certificate-authority.ts'

/**
 * Reads key and certificate from one file, or makes and keeps them (mode 0600, the key encrypted when
 * there is a passphrase). Two programs that make the same one at once end with the same one.
 */
export async function identityIn(
  file: string,
  passphrase: string | undefined,
  make: () => Promise<Identity>,
): Promise<Identity> {
  const known = await read(file, passphrase)
  if (known) return known
  const made = await make()
  const secret = passphrase === undefined ? {} : { cipher: 'aes-256-cbc', passphrase }
  const key = made.key.export({ type: 'pkcs8', format: 'pem', ...secret })
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  const draft = `${file}.${process.pid}-${performance.now()}`
  await writeFile(draft, `${key.toString()}${made.certificate}`, { mode: 0o600, flag: 'wx' })
  try {
    await link(draft, file)
    return made
  } catch (error) {
    const other = await read(file, passphrase)
    if (other) return other
    throw error
  } finally {
    await unlink(draft)
  }
}

async function read(file: string, passphrase: string | undefined): Promise<Identity | undefined> {
  let pem: string
  try {
    pem = await readFile(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
  const certificate = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----\n?/.exec(pem)?.[0]
  if (certificate === undefined) throw new Error('a seal file holds no certificate')
  const key = createPrivateKey({ key: pem, ...(passphrase === undefined ? {} : { passphrase }) })
  return { key, certificate }
}
