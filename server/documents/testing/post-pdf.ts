import type { FastifyInstance, LightMyRequestResponse } from 'fastify'

/** A form as a browser posts it to the verify page; null leaves the file out. */
export async function postPdf(
  http: FastifyInstance,
  bytes: Buffer | null,
): Promise<LightMyRequestResponse> {
  const form = new FormData()
  if (bytes !== null) form.append('file', new Blob([new Uint8Array(bytes)]), 'paper.pdf')
  const request = new Request('http://localhost/', { method: 'POST', body: form })
  return await http.inject({
    method: 'POST',
    url: '/api/verify',
    headers: { 'x-yichuang': '1', 'content-type': request.headers.get('content-type') ?? '' },
    payload: Buffer.from(await request.arrayBuffer()),
  })
}
