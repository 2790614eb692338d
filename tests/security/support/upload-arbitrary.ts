import fc from 'fast-check'
import { jpeg, pdf, png } from '../../../server/uploads/testing/made-files.ts'
import { HOSTILE } from './hostile.ts'
import { multipart } from './multipart.ts'

const files = fc.oneof(
  fc.constantFrom(
    pdf(),
    pdf({ object: '<< /S /JavaScript >>' }),
    png(10, 10),
    png(0xffffffff, 0xffffffff),
    jpeg(10, 10),
    Buffer.alloc(0),
    Buffer.from('PK\u0003\u0004'),
    Buffer.from('<svg onload="alert(1)">'),
    Buffer.from('%PDF-'),
    Buffer.from([0xff, 0xd8, 0xff]),
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    Buffer.from('ID3\u0004\u0000\u0000\u007f\u007f\u007f\u007f'),
  ),
  fc.uint8Array({ maxLength: 400 }).map((bytes) => Buffer.from(bytes)),
  fc
    .tuple(fc.constantFrom(pdf(), png(3, 3), jpeg(3, 3)), fc.nat(600), fc.nat(255))
    .map(([file, at, byte]) => {
      const changed = Buffer.from(file)
      changed[at % changed.length] = byte
      return changed
    }),
  fc
    .tuple(fc.constantFrom(pdf(), png(3, 3), jpeg(3, 3)), fc.nat(600))
    .map(([file, length]) => file.subarray(0, length)),
)
const names = fc.oneof(
  fc.constantFrom('a.pdf', '扫描件.jpg', 'x.png', 'a', '.pdf', 'a.pdf.exe'),
  fc.constantFrom(
    ...HOSTILE.filter((value): value is string => typeof value === 'string').map((value) =>
      value.slice(0, 2_000),
    ),
  ),
)

/** One file in a form: good, broken, or not what it says; the form whole or cut off. */
export const uploads = fc
  .record({
    file: files,
    name: names,
    type: fc.constantFrom('', 'application/pdf', 'image/png', 'text/html', 'x/../y'),
    cut: fc.oneof({ weight: 8, arbitrary: fc.constant(0) }, fc.integer({ min: 1, max: 200 })),
  })
  .map(({ file, name, type, cut }) => {
    const { headers, payload } = multipart({ name, file, type })
    return {
      type: headers['content-type'],
      body: payload.subarray(0, Math.max(0, payload.length - cut)),
    }
  })
