import type { ApplicationView } from '../../../contract/application-view.ts'
import { NOTICE_TITLE } from '../../../domain/notice/notice-titles.ts'

/** One tab of the paper side: a material, a notice, or the certificate. */
export type Paper = {
  readonly key: string
  readonly name: string
  /** Cut by the tab after two lines. */
  readonly short: string
  readonly files: number
} & (
  | { readonly kind: 'material'; readonly number: number }
  | { readonly kind: 'notice' | 'certificate'; readonly id: string }
)

export function papersOf(application: ApplicationView): readonly Paper[] {
  const { applicationId, certificate, materials, notices } = application
  return [
    ...(certificate
      ? [
          {
            kind: 'certificate' as const,
            key: `certificate-${certificate.version}`,
            id: applicationId,
            name: certificate.name,
            short: '证照',
            files: 0,
          },
        ]
      : []),
    ...materials.map(({ number, name, files }) => ({
      kind: 'material' as const,
      key: `material-${number}`,
      number,
      name,
      short: `${number} ${name}`,
      files: files.length,
    })),
    ...notices.map(({ noticeId, kind, title }) => ({
      kind: 'notice' as const,
      key: noticeId,
      id: noticeId,
      name: title,
      short: NOTICE_TITLE[kind],
      files: 0,
    })),
  ]
}
