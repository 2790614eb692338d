import { expect, test } from 'vitest'
import { compileRow, runProgram, sizeOf, type SlotValues } from './byte-program.ts'

const values: SlotValues = {
  bytes: Buffer.from('张示例42'),
  starts: Int32Array.of(0, 9),
  lengths: Int32Array.of(9, 2),
}

test('a row has the length of each field before it, slots included, and -1 for null', () => {
  const program = compileRow([
    [Buffer.from('“'), 0, Buffer.from('”')],
    null,
    [1],
    [Buffer.from('x')],
  ])
  const out = Buffer.alloc(sizeOf(program, values))
  const end = runProgram(program, values, out, 0)
  const field = (text: string) => [int32(Buffer.byteLength(text)), Buffer.from(text)]
  expect(out.subarray(0, end)).toEqual(
    Buffer.concat([
      Buffer.of(0, 4),
      ...field('“张示例”'),
      int32(-1),
      ...field('42'),
      ...field('x'),
    ]),
  )
  expect(end).toBeLessThanOrEqual(out.length)
})

function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeInt32BE(value)
  return bytes
}
