import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { SealName } from '../../domain/notice/notice.ts'
import type { SealProvider } from './seal-provider.ts'
import { createTestSealProvider } from './test-seal-provider.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'yichuang-seals-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('the test seals', () => {
  it('make no key before a seal is used', async () => {
    await provider().describe('approval-seal')
    expect(readdirSync(folder)).toEqual([])
  })

  it('keep each key where only its owner reads it', async () => {
    await provider().certificateOf('approval-seal')
    expect(readdirSync(folder).toSorted()).toEqual(['approval-seal.pem', 'test-authority.pem'])
    for (const file of readdirSync(folder))
      expect(statSync(join(folder, file)).mode & 0o777).toBe(0o600)
  })

  it('stay the same seal at the next start', async () => {
    const first = await provider().certificateOf('department:agriculture')
    expect(await provider().certificateOf('department:agriculture')).toBe(first)
  })

  it('become one seal when two programs make it at once', async () => {
    const [one, two] = [provider(), provider()]
    const made = await Promise.all([one.trustedAuthorities(), two.trustedAuthorities()])
    expect(made[0]).toEqual(made[1])
  })

  it('encrypt the keys with a passphrase and open them only with it', async () => {
    const certificate = await provider('correct horse').certificateOf('acceptance-seal')
    expect(readFileSync(join(folder, 'acceptance-seal.pem'), 'utf8')).toContain('ENCRYPTED')
    expect(await provider('correct horse').certificateOf('acceptance-seal')).toBe(certificate)
    await expect(provider('wrong').certificateOf('acceptance-seal')).rejects.toThrow()
  })

  it('say in their name that they are for testing', async () => {
    const described = await provider().describe('approval-seal')
    expect(described).toEqual({
      seal: 'approval-seal',
      inscription: '阿坝州行政审批局行政审批专用章',
      signer: '阿坝州行政审批局行政审批专用章（测试）',
      test: true,
    })
  })

  it('take no name that leads out of their folder', async () => {
    const name: SealName = 'department:../../outside'
    await expect(provider().certificateOf(name)).rejects.toThrow('not the name of a seal')
  })
})

function provider(passphrase?: string): SealProvider {
  return createTestSealProvider({
    folder,
    ...(passphrase === undefined ? {} : { passphrase }),
    departmentName: (organisation) => `阿坝州${organisation}`,
    draw: () => Promise.reject(new Error('nothing is drawn here')),
  })
}
