import { randomInt } from 'node:crypto'
import type { IdReading } from '../../contract/device-kinds.ts'

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECK_CHARACTERS = '10X98765432'
/** Plainly invented, as every name of the demonstration. */
const NAMES = ['张某某', '李某某', '王某某', '卓玛某某', '扎西某某', '央宗某某'] as const
const NATIONS = ['汉', '汉', '汉', '藏', '藏', '藏'] as const

export type InventedPerson = Omit<IdReading, 'photo' | 'proof'>

/** Somebody who does not exist, with a number that is right by its check digit (GB 11643). */
export function inventedPerson(pick: (below: number) => number = randomInt): InventedPerson {
  const who = pick(NAMES.length)
  const bornOn = `${1960 + pick(40)}-${two(1 + pick(12))}-${two(1 + pick(28))}`
  const seventeen = `513201${bornOn.replaceAll('-', '')}${String(pick(1000)).padStart(3, '0')}`
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(seventeen[at]), 0)
  return {
    name: NAMES[who] ?? NAMES[0],
    sex: Number(seventeen[16]) % 2 === 1 ? 'male' : 'female',
    nation: NATIONS[who] ?? NATIONS[0],
    bornOn,
    address: `四川省马尔康市示例路 ${1 + pick(99)} 号`,
    idNumber: `${seventeen}${CHECK_CHARACTERS[sum % 11] ?? ''}`,
    issuer: '马尔康市公安局（模拟）',
    validFrom: '2020-01-01',
    validUntil: pick(4) === 0 ? null : '2040-01-01',
  }
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}
