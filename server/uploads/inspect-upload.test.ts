import { deflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { inspectLarge, inspectUpload } from './inspect-upload.ts'
import { jpeg, pdf, png } from './testing/made-files.ts'

async function inspected(fileName: string, bytes: Buffer, declaredType = '') {
  const answer = await inspectUpload({ bytes, fileName, declaredType })
  return answer.ok
    ? { mediaType: answer.mediaType, saveOnly: answer.saveOnly }
    : answer.violation.code
}
const shown = (mediaType: string) => ({ mediaType, saveOnly: false })
const saved = { mediaType: 'application/pdf', saveOnly: true }

test.each<[string, string, Buffer, string]>([
  ['a scan', '身份证.pdf', pdf(), 'application/pdf'],
  ['a photograph', 'IMG_0001.JPG', jpeg(4_000, 3_000), 'image/jpeg'],
  ['a drawing', '平面图.png', png(800, 600), 'image/png'],
  ['a file without an ending', '扫描件', pdf(), 'application/octet-stream'],
  ['an A3 scan of 600 dpi', 'a3.png', png(7_016, 9_921), 'image/png'],
])('%s is taken and shown', async (_, name, bytes, declared) => {
  const answer = await inspectUpload({ bytes, fileName: name, declaredType: declared })
  expect(answer).toMatchObject({ ok: true, name, saveOnly: false })
})

test.each<[string, string, Buffer, string, string]>([
  ['an empty file', 'a.pdf', Buffer.alloc(0), '', 'file-empty'],
  ['a web page called PDF', 'a.pdf', Buffer.from('<html>'), '', 'file-not-a-pdf'],
  ['a web page called picture', 'a.png', Buffer.from('<html>'), '', 'file-type-not-allowed'],
  [
    'a drawing with script (SVG)',
    'a.svg',
    Buffer.from('<svg onload="x()"/>'),
    'image/svg+xml',
    'file-type-not-allowed',
  ],
  [
    'a Word file',
    'a.docx',
    Buffer.from('PK\u0003\u0004[Content_Types].xml word/vbaProject.bin'),
    '',
    'file-type-not-allowed',
  ],
  ['a program', 'a.exe', Buffer.from('MZ\u0090\u0000'), '', 'file-type-not-allowed'],
  ['a picture called PDF', 'a.pdf', png(1, 1), 'application/pdf', 'file-not-a-pdf'],
  ['a PDF called picture', 'a.jpg', pdf(), 'image/jpeg', 'file-type-mismatch'],
  ['a PDF with a second ending', 'a.pdf.html', pdf(), 'application/pdf', 'file-type-mismatch'],
  ['a PDF declared a web page', 'a.pdf', pdf(), 'text/html', 'file-type-mismatch'],
  [
    'a PDF that is a web page too',
    'a.pdf',
    pdf({ head: '<script>alert(1)</script>' }),
    '',
    'file-unsafe',
  ],
  ['a picture that is a PDF too', 'a.jpg', jpeg(1, 1, '%PDF-1.7'), '', 'file-unsafe'],
  [
    'a picture that is an archive too',
    'a.png',
    Buffer.concat([png(1, 1), Buffer.from('PK\u0005\u0006'), Buffer.alloc(18)]),
    '',
    'file-unsafe',
  ],
  ['a picture of 50,000 by 50,000', 'a.png', png(50_000, 50_000), '', 'picture-too-large'],
  ['a picture of one absurd side', 'a.png', png(40_000, 2), '', 'picture-too-large'],
  ['a picture of no size', 'a.png', png(0, 10), '', 'file-type-not-allowed'],
  [
    'a picture whose head is broken',
    'a.jpg',
    Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0, 0, 0, 0, 0, 0]),
    '',
    'file-type-not-allowed',
  ],
])('%s is refused', async (_, name, bytes, declared, code) => {
  expect(await inspected(name, bytes, declared)).toBe(code)
})

const OPENS_SCRIPT = '<< /S /JavaScript /JS (app.alert(1)) >>'
test.each<[string, string]>([
  ['a script', OPENS_SCRIPT],
  ['a script whose name is escaped', '<< /S /J#61vaScript /JS (app.alert(1)) >>'],
  [
    'a script whose name is escaped all through',
    '<< /S /#4a#61#76#61#53#63#72#69#70#74 /JS (1) >>',
  ],
  ['a program to start', '<< /S /Launch /F (cmd.exe) >>'],
  ['a form that sends itself', '<< /S/SubmitForm/F(http://invalid.example) >>'],
])('a PDF with %s is refused, in the open or packed', async (_, object) => {
  expect(await inspected('a.pdf', pdf({ object }))).toBe('file-unsafe')
  expect(await inspected('a.pdf', pdf({ packed: object }))).toBe('file-unsafe')
})

test.each<[string, Buffer]>([
  ['other files inside', pdf({ object: '<< /Type /Filespec /EF << /F 9 0 R >> >>' })],
  ['other files by name', pdf({ packed: '<< /Names << /EmbeddedFiles 9 0 R >> >>' })],
  ['a password', pdf({ object: '<< /Encrypt 9 0 R >>' })],
  ['an interactive form of the old kind', pdf({ object: '<< /XFA 9 0 R >>' })],
  ['objects that cannot be unpacked', pdf({ stream: Buffer.from('no zlib at all') })],
])('a PDF with %s is taken and only ever saved', async (_, bytes) => {
  expect(await inspected('a.pdf', bytes)).toEqual(saved)
})

test('a PDF that unpacks without end is refused before it is unpacked', async () => {
  const bomb = deflateSync(Buffer.alloc(20 * 1024 * 1024))
  expect(bomb.length).toBeLessThan(50_000)
  expect(await inspected('a.pdf', pdf({ stream: bomb }))).toBe('file-unsafe')
})

test('a word in the text of a PDF, and data that begins like a name, are no hazard', async () => {
  const object = '<< /Title (Launch of the JavaScript course) /XFAB 1 /EncryptMetadata false >>'
  expect(await inspected('a.pdf', pdf({ object }))).toEqual(shown('application/pdf'))
})

test('a picture appended to by a telephone is a picture', async () => {
  const moving = Buffer.concat([
    jpeg(100, 100),
    Buffer.from('ftypmp42 PK\u0005\u0006 and so on'),
    Buffer.alloc(90),
  ])
  expect(await inspected('a.jpg', moving)).toEqual(shown('image/jpeg'))
})

test('the name of a file keeps what people write and loses folders, controls and turned writing', async () => {
  const names = [
    '..\\..\\etc/身份证\u0000\u202egnp.pdf',
    '',
    `${'长'.repeat(400)}.pdf`,
    '𠮷\ud800.pdf',
    'བོད་ཡིག.pdf',
  ]
  const kept = await Promise.all(
    names.map(async (fileName) => {
      const answer = await inspectUpload({ bytes: pdf(), fileName, declaredType: '' })
      return answer.ok ? answer.name : answer.violation.code
    }),
  )
  expect(kept).toEqual([
    '身份证gnp.pdf',
    '未命名',
    `${'长'.repeat(196)}.pdf`,
    '𠮷.pdf',
    'བོད་ཡིག.pdf',
  ])
})

/** A large file as its chunks come, here of so few bytes that a test can hold it. */
async function inspectedInPieces(
  fileName: string,
  bytes: Buffer,
  piece: number,
  declaredType = '',
) {
  async function* content() {
    for (let at = 0; at < bytes.length; at += piece)
      yield await Promise.resolve(bytes.subarray(at, at + piece))
  }
  const answer = await inspectLarge({ content: content(), fileName, declaredType })
  return answer.ok
    ? { mediaType: answer.mediaType, saveOnly: answer.saveOnly }
    : answer.violation.code
}
const filler = (size: number) => Buffer.from(`\n% ${'A'.repeat(size)}\n`)

test('a large PDF is taken piece by piece and only ever saved', async () => {
  expect(await inspectedInPieces('a.pdf', Buffer.concat([pdf(), filler(9_000)]), 4_096)).toEqual(
    saved,
  )
  expect(
    await inspectedInPieces('a.jpg', Buffer.concat([jpeg(40, 30), filler(9_000)]), 4_096),
  ).toEqual(shown('image/jpeg'))
})

test.each([0, 1, 2_000, 4_090, 8_185, 12_000])(
  'a script in a large PDF is found wherever it lies, also across two pieces (%i bytes in)',
  async (before) => {
    const file = Buffer.concat([
      Buffer.from('%PDF-1.7\n'),
      filler(before),
      pdf({ object: OPENS_SCRIPT }),
      filler(9_000),
    ])
    expect(await inspectedInPieces('a.pdf', file, 4_096)).toBe('file-unsafe')
  },
)

test('a large file of two natures, of another type, of absurd size, or of nothing is refused', async () => {
  const archive = Buffer.concat([
    pdf(),
    filler(9_000),
    Buffer.from('PK\u0005\u0006'),
    Buffer.alloc(18),
  ])
  expect(await inspectedInPieces('a.pdf', archive, 4_096)).toBe('file-unsafe')
  // The archive's end lies across the last two pieces.
  expect(await inspectedInPieces('a.pdf', archive, archive.length - 10)).toBe('file-unsafe')
  expect(await inspectedInPieces('a.jpg', Buffer.concat([pdf(), filler(9_000)]), 4_096)).toBe(
    'file-type-mismatch',
  )
  expect(
    await inspectedInPieces('a.mp4', Buffer.concat([Buffer.from('ftyp'), filler(9_000)]), 4_096),
  ).toBe('file-type-not-allowed')
  expect(
    await inspectedInPieces('a.png', Buffer.concat([png(50_000, 9), filler(9_000)]), 4_096),
  ).toBe('picture-too-large')
  expect(await inspectedInPieces('a.pdf', Buffer.alloc(0), 4_096)).toBe('file-empty')
})
