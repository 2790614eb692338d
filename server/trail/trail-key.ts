import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  verify,
  type KeyObject,
} from 'node:crypto'
import { linkSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { rootStatement, type RootStatement } from '../../domain/trail/root-statement.ts'
import { defaultDataFolder } from '../database/embedded-postgres.ts'

export type TrailKey = {
  readonly privateKey: KeyObject
  /** SPKI in PEM: goes with every root, and to whoever wants to check one. */
  readonly publicKey: string
}

const PRIVATE = 'key.pem'
const PUBLIC = /^public.*\.pem$/

/** `trail` beside the embedded database's folder. */
export function trailFolder(env: NodeJS.ProcessEnv = process.env): string {
  return path.join(path.dirname(defaultDataFolder(env)), 'trail')
}

/** The Ed25519 key that signs daily roots; made at the first start, mode 0600, outside the database it vouches for. */
export function openTrailKey(folder: string): TrailKey {
  const file = path.join(folder, PRIVATE)
  const pem = readIfThere(file) ?? makeKey(folder, file)
  const key = keyFrom(createPrivateKey(pem))
  writeFileSync(path.join(folder, 'public.pem'), key.publicKey)
  return key
}

/**
 * The public keys that may have signed: that of `key.pem` and every `public*.pem` in the folder, where those of
 * other servers and of earlier keys are kept. Empty when the folder has none.
 */
export function trustedKeys(folder: string): readonly string[] {
  const own = readIfThere(path.join(folder, PRIVATE))
  const others = namesIn(folder)
    .filter((name) => PUBLIC.test(name))
    .map((name) => normalised(readFileSync(path.join(folder, name), 'utf8')))
  return [
    ...new Set([
      ...(own === undefined ? [] : [keyFrom(createPrivateKey(own)).publicKey]),
      ...others,
    ]),
  ]
}

export function signRoot(key: TrailKey, statement: RootStatement): string {
  return sign(null, Buffer.from(rootStatement(statement)), key.privateKey).toString('base64')
}

/** False also for a key or a signature that is none. */
export function isRootSigned(
  statement: RootStatement,
  signature: string,
  publicKey: string,
): boolean {
  try {
    const text = Buffer.from(rootStatement(statement))
    return verify(null, text, createPublicKey(publicKey), Buffer.from(signature, 'base64'))
  } catch {
    return false
  }
}

/** A key that is kept nowhere yet. */
export function newTrailKey(): TrailKey {
  return keyFrom(generateKeyPairSync('ed25519').privateKey)
}

/** Two servers that start at once on one folder end with the same key. */
function makeKey(folder: string, file: string): string {
  const { privateKey } = newTrailKey()
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 })
  try {
    linkSync(draft, file)
  } catch (error) {
    if (readIfThere(file) === undefined) throw error
  } finally {
    rmSync(draft, { force: true })
  }
  return readFileSync(file, 'utf8')
}

function keyFrom(privateKey: KeyObject): TrailKey {
  return { privateKey, publicKey: spki(createPublicKey(privateKey)) }
}

function normalised(pem: string): string {
  return spki(createPublicKey(pem))
}

function spki(key: KeyObject): string {
  return key.export({ type: 'spki', format: 'pem' }).toString()
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
