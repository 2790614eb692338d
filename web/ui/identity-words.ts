import type { IdentityType } from '../../domain/application/applicant.ts'

/** What a person or an enterprise proves with, as staff read it. The portal's words stand in web/portal/identity. */
export const IDENTITY_NAME: Readonly<Record<IdentityType, string>> = {
  'id-card': '居民身份证',
  'credit-code': '统一社会信用代码',
  passport: '护照',
  'hk-macao-permit': '港澳居民来往内地通行证、居住证',
  'taiwan-permit': '台湾居民来往大陆通行证、居住证',
}
