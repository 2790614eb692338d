import { deflateSync } from 'node:zlib'

/** A PDF of one page, with what a test puts into it: an object, an object in a packed stream, the stream itself. */
export function pdf({
  head = '',
  object = '<< >>',
  packed = '<< >>',
  stream = deflateSync(Buffer.from(`7 0 ${packed}`)),
}: {
  readonly head?: string
  readonly object?: string
  readonly packed?: string
  readonly stream?: Buffer
} = {}): Buffer {
  return Buffer.concat([
    Buffer.from(
      `%PDF-1.7\n%${head}\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>\nendobj\n4 0 obj\n${object}\nendobj\n5 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Length ${stream.length} /Filter /FlateDecode >>\nstream\r\n`,
      'latin1',
    ),
    stream,
    Buffer.from('\nendstream\nendobj\ntrailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n0\n%%EOF\n'),
  ])
}

/** The head of a PNG that says how large it is. */
export function png(width: number, height: number): Buffer {
  const head = Buffer.alloc(25)
  head.writeUInt32BE(13)
  head.write('IHDR', 4)
  head.writeUInt32BE(width, 8)
  head.writeUInt32BE(height, 12)
  head.set([8, 2, 0, 0, 0], 16)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    head,
    Buffer.from('\0\0\0\0IDAT\0\0\0\0\0\0\0\0IEND\0\0\0\0', 'latin1'),
  ])
}

/** The head of a JPEG that says how large it is, with a remark before. */
export function jpeg(width: number, height: number, remark = ''): Buffer {
  const comment = Buffer.from(
    `\u00ff\u00fe\0${String.fromCharCode(remark.length + 2)}${remark}`,
    'latin1',
  )
  const frame = Buffer.from([0xff, 0xc0, 0, 11, 8, 0, 0, 0, 0, 1, 1, 0x11, 0])
  frame.writeUInt16BE(height, 5)
  frame.writeUInt16BE(width, 7)
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    comment,
    frame,
    Buffer.from([0xff, 0xda, 0, 2, 0xff, 0xd9]),
  ])
}
