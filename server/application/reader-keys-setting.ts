import { readFileSync } from 'node:fs'
import { readerKeysOf, type ReaderKeys } from './identity-entry.ts'

/** `YICHUANG_READER_KEYS`: a file with the public keys of readers that sign, in PEM. */
export function readerKeysSettingOf(env: NodeJS.ProcessEnv): ReaderKeys | undefined {
  const file = env['YICHUANG_READER_KEYS'] ?? ''
  if (file === '') return undefined
  try {
    return readerKeysOf(readFileSync(file, 'utf8'))
  } catch {
    // Told by `readerKeysWeaknesses`: the server does not start.
    return undefined
  }
}

export function readerKeysWeaknesses(env: NodeJS.ProcessEnv): string[] {
  const isSet = (env['YICHUANG_READER_KEYS'] ?? '') !== ''
  return isSet && readerKeysSettingOf(env) === undefined
    ? ['YICHUANG_READER_KEYS：须为可读的文件，内有一个或者多个读卡器的 Ed25519 公钥（PEM）。']
    : []
}
