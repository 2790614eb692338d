import { z } from 'zod'
import type { OpenDriver } from '../device-driver.ts'
import { askService } from './ask-service.ts'
import { readingOf } from './card-fields.ts'

const Settings = z.strictObject({ address: z.url().default('http://127.0.0.1:8989') })

const Text = z.string().default('')
const Card = z.looseObject({
  /** `0x90 0x1`: read, and the photograph decoded. `0x41`: no card. `0x1`: no reader. */
  retcode: z.string(),
  name: Text,
  nation: Text,
  born: Text,
  address: Text,
  cardno: Text,
  police: Text,
  userlifeb: Text,
  userlifee: Text,
  photobase64: Text,
})

/** Readers whose service answers GET /api/ReadMsg on loopback, as JSON or wrapped for a script tag. */
export const openDriver: OpenDriver = (given, tools) => {
  const { address } = Settings.parse(given)
  const ask = async (signal: AbortSignal) =>
    await askService(`${address}/api/ReadMsg`, Card, tools, signal)
  return {
    device: 'id-reader',
    name: `读卡服务 ${address}`,
    operations: {
      read: async (_: object, { signal }) => {
        const card = await ask(signal)
        if (card.retcode === '0x1') throw tools.fault('device-absent')
        if (!card.retcode.startsWith('0x90'))
          throw tools.fault(card.cardno === '' ? 'no-card' : 'card-unreadable')
        return readingOf(
          {
            name: card.name,
            nation: card.nation,
            born: card.born,
            address: card.address,
            number: card.cardno,
            issuer: card.police,
            from: card.userlifeb,
            until: card.userlifee,
            photo: card.photobase64,
          },
          tools,
        )
      },
      'self-test': async (_: object, { signal }) => {
        const { retcode } = await ask(signal)
        const present = retcode !== '0x1'
        return {
          passed: present,
          sentence: present ? '读卡服务正常，读卡器已连接。' : '读卡服务正常，没有找到读卡器，请检查连线。',
        }
      },
    },
  }
}
