import { step } from '../database/observe.ts'
import type { PaperContext } from './documents-context.ts'
import { signedCertificate } from './sign-certificate.ts'
import { signedNotice } from './sign-notice.ts'

type Job = {
  readonly regionCode: number
  readonly payload: Readonly<Record<string, unknown>>
}

/** What follows a commit: the papers, signed and stored. Done again they find the paper done. */
export function documentReactions(context: PaperContext) {
  return {
    'sign-notice': async ({ regionCode, payload }: Job): Promise<void> => {
      const paper = await step('sign-notice', () =>
        signedNotice(context, regionCode, String(payload['noticeId']), 'in-turn'),
      )
      if (paper === undefined) throw new Error('The notice of a reaction does not exist')
    },
    'sign-certificate': async ({ regionCode, payload }: Job): Promise<void> => {
      const paper = await step('sign-certificate', () =>
        signedCertificate(context, regionCode, String(payload['recordId']), 'in-turn'),
      )
      if (paper === undefined) throw new Error('The seal record of a reaction does not exist')
    },
  }
}
