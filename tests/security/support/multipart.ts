const BOUNDARY = 'yichuang-test-boundary'

/** One file as a browser sends it. */
export function multipart({
  name,
  file,
  type = 'application/octet-stream',
}: {
  readonly name: string
  readonly file: Buffer
  readonly type?: string
}) {
  return {
    headers: {
      'x-yichuang': '1',
      'content-type': `multipart/form-data; boundary=${BOUNDARY}`,
    },
    payload: Buffer.concat([
      Buffer.from(
        `--${BOUNDARY}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: ${type}\r\n\r\n`,
      ),
      file,
      Buffer.from(`\r\n--${BOUNDARY}--\r\n`),
    ]),
  }
}
