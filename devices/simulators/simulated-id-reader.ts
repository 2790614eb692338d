import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { ReadingProof, SignedPayload } from '../../contract/device-kinds.ts'
import type { DeviceDriver, DriverTools } from '../device-driver.ts'
import { inventedPerson } from './invented-people.ts'
import { silhouette } from './silhouette.ts'
import type { Simulation } from './simulation.ts'

const RAW_KEY_BYTES = 32

/**
 * Reads people who do not exist, and signs. Its key is made on this machine; a server trusts it only where its public
 * half was put into YICHUANG_READER_KEYS.
 */
export function simulatedIdReader(
  folder: string,
  simulation: Simulation,
  tools: DriverTools,
): DeviceDriver {
  const signed = signerOf(folder)
  let person = inventedPerson()
  return {
    device: 'id-reader',
    name: '模拟身份证阅读器',
    simulated: true,
    operations: {
      read: async ({ challenge }: { challenge: string | null }) => {
        if (!simulation.isCardIn()) throw tools.fault('no-card')
        const { name, idNumber } = person
        const readAt = new Date().toISOString()
        const proof =
          challenge === null ? null : signed({ name, idNumber, readAt, challenge })
        return { ...person, photo: { mediaType: 'image/png', data: silhouette() }, proof }
      },
      'self-test': async () => ({ passed: true, sentence: '模拟阅读器正常，读出的都是虚构的人。' }),
    },
    start: (tell) =>
      simulation.onCard((isIn) => {
        if (isIn) person = inventedPerson()
        tell(isIn ? 'card-inserted' : 'card-removed', {})
      }),
  }
}

function signerOf(folder: string): (payload: SignedPayload) => ReadingProof {
  const privateKey = createPrivateKey(keyIn(folder))
  const raw = createPublicKey(privateKey).export({ type: 'spki', format: 'der' })
  const keyId = createHash('sha256')
    .update(raw.subarray(-RAW_KEY_BYTES))
    .digest('hex')
    .slice(0, 16)
  return (content) => {
    const payload = JSON.stringify(content)
    const signature = sign(null, Buffer.from(payload), privateKey).toString('base64')
    return { algorithm: 'ed25519', keyId, payload, signature }
  }
}

function keyIn(folder: string): string {
  const file = path.join(folder, 'simulated-reader.key')
  if (existsSync(file)) return readFileSync(file, 'utf8')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  writeFileSync(file, pem, { mode: 0o600 })
  writeFileSync(
    path.join(folder, 'simulated-reader.pem'),
    publicKey.export({ type: 'spki', format: 'pem' }),
  )
  return pem
}
