import * as samples from '../../documents/testing/sample-documents.ts'
import type { RenderInput } from '../../server/documents/render-input.ts'

/** Papers of every layout, each of another applicant and number: no layout is cached as a whole. */
export const officialNotice = (at: number): RenderInput => numbered(samples.officialNotice, at)
export const letter = (at: number): RenderInput => numbered(samples.letter, at)
export const slip = (at: number): RenderInput => numbered(samples.slip, at)
export const registration = (at: number): RenderInput => numbered(samples.registration, at)
export const approval = (at: number): RenderInput => numbered(samples.approval, at)

function numbered<Input extends RenderInput>(input: Input, at: number): Input {
  const text = JSON.stringify(input)
    .replaceAll(samples.RARE_NAME, `张示例${at}`)
    .replaceAll('000027', String(at).padStart(6, '0'))
    .replaceAll('第0009号', `第${String(at).padStart(4, '0')}号`)
  return JSON.parse(text) as Input
}
