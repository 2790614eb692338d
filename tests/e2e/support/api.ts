import type { APIResponse } from 'playwright-core'
import type { Person } from './people.ts'

/** Sends what this person's browser could send, past the screens: with their cookie, as JSON. */
export async function post(
  { page }: Person,
  path: string,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<APIResponse> {
  return await page.request.post(path, {
    data: body,
    headers: { 'x-yichuang': '1', ...headers },
  })
}

export async function read<Answer>({ page }: Person, path: string): Promise<Answer> {
  const answer = await page.request.get(path)
  if (!answer.ok()) throw new Error(`${path} answered ${answer.status()}: ${await answer.text()}`)
  return (await answer.json()) as Answer
}

/** Sends a file as the material of that number. */
export async function sendFile(
  { page }: Person,
  applicationId: string,
  file: { readonly name: string; readonly mimeType: string; readonly buffer: Buffer },
): Promise<APIResponse> {
  return await page.request.post(`/api/applications/${applicationId}/materials/1`, {
    multipart: { file },
    headers: { 'x-yichuang': '1' },
  })
}
