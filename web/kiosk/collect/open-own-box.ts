import type { z } from 'zod'
import type { DeviceFaultCode } from '../../../contract/device-faults.ts'
import type { askForBox, tellOfBox } from '../../../contract/lockers.ts'
import { asApiProblem, isUnanswered, type ApiProblem } from '../../api/api-problem.ts'
import type { DeviceAnswer } from '../../api/devices/open-requests.ts'

type Order = z.input<typeof askForBox.body>
type News = Omit<z.input<typeof tellOfBox.body>, 'commandId'>
type Proof = { readonly box: number; readonly openedAt: string; readonly reference: string }
export type Means = {
  readonly ask: (order: Order) => Promise<{ readonly box: number }>
  readonly open: (box: number, reference: string) => Promise<DeviceAnswer<Proof>>
  readonly tell: (collectionId: string, news: z.input<typeof tellOfBox.body>) => Promise<unknown>
  readonly newId: () => string
}
export type Opened =
  | { readonly is: 'open' | 'stuck'; readonly box: number }
  | { readonly is: 'refused'; readonly problem: ApiProblem }

const TRIES = 3

/** Asks whose box it is, opens its door, and tells the server what the door said. A door that stays shut is told too. */
export async function openOwnBox(means: Means, order: Order): Promise<Opened> {
  try {
    const { box } = await means.ask(order)
    const { collectionId } = order
    const answer = await means.open(box, collectionId)
    if (!answer.ok) return await stuck(means, collectionId, box, answer.code)
    // The proof belongs to this opening of this door, or it is none.
    const { box: opened, reference, openedAt } = answer.value
    if (opened !== box || reference !== collectionId)
      return await stuck(means, collectionId, box, 'device-garbage')
    await tellNews(means, collectionId, { news: 'opened', openedAt, fault: null })
    return { is: 'open', box }
  } catch (error) {
    return { is: 'refused', problem: asApiProblem(error) }
  }
}

async function stuck(means: Means, id: string, box: number, fault: DeviceFaultCode) {
  await tellNews(means, id, { news: 'stuck', openedAt: null, fault })
  return { is: 'stuck', box } as const
}

/** One piece of news, however often its answer is lost. Throws ApiProblem. */
export async function tellNews(
  { tell, newId }: Pick<Means, 'tell' | 'newId'>,
  collectionId: string,
  news: News,
): Promise<void> {
  const commandId = newId()
  for (let attempt = 1; ; attempt += 1) {
    try {
      await tell(collectionId, { commandId, ...news })
      return
    } catch (error) {
      if (attempt >= TRIES || !isUnanswered(asApiProblem(error))) throw error
    }
  }
}
