import { z } from 'zod'
import type { DriverTools, OpenDriver } from '../device-driver.ts'
import { askService } from './ask-service.ts'
import { readingOf } from './card-fields.ts'

const Settings = z.strictObject({ address: z.url().default('http://127.0.0.1:19196') })

const Flag = z.coerce.number()
const Opened = z.looseObject({ resultFlag: Flag })
const Text = z.string().default('')
const Card = z.looseObject({
  resultFlag: Flag,
  partyName: Text,
  nation: Text,
  bornDay: Text,
  certAddress: Text,
  certNumber: Text,
  certOrg: Text,
  effDate: Text,
  expDate: Text,
  identityPic: Text,
})

/** Readers whose service answers GET /OpenDevice and GET /readcard on loopback. */
export const openDriver: OpenDriver = (given, tools) => {
  const { address } = Settings.parse(given)
  const opened = async (signal: AbortSignal) => {
    const { resultFlag } = await askService(`${address}/OpenDevice`, Opened, tools, signal)
    if (resultFlag !== 0) throw tools.fault('device-absent')
  }
  return {
    device: 'id-reader',
    name: `读卡服务 ${address}`,
    operations: {
      read: async (_: object, { signal }) => {
        await opened(signal)
        const card = await askService(`${address}/readcard`, Card, tools, signal)
        if (card.resultFlag !== 0) throw noCard(card.certNumber, tools)
        return readingOf(
          {
            name: card.partyName,
            nation: card.nation,
            born: card.bornDay,
            address: card.certAddress,
            number: card.certNumber,
            issuer: card.certOrg,
            from: card.effDate,
            until: card.expDate,
            photo: card.identityPic,
          },
          tools,
        )
      },
      'self-test': async (_: object, { signal }) => {
        await opened(signal)
        return { passed: true, sentence: '读卡服务正常，读卡器已连接。' }
      },
    },
  }
}

function noCard(number: string, tools: DriverTools): Error {
  return tools.fault(number === '' ? 'no-card' : 'card-unreadable')
}
