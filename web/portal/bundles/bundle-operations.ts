import type { applicationCommands } from '../../../contract/application-commands.ts'
import type { uploadMaterial } from '../../../contract/applications.ts'
import type {
  getBundle,
  getBundleCase,
  listBundles,
  listMyBundleCases,
  receiveBundle,
} from '../../../contract/bundles.ts'
import type { makeBundleSlip, resumeBundleDraft } from '../../../contract/bundle-drafts.ts'
import type { WireOf } from '../../api/call.ts'

// Method and path only: schemas stay out of the public pages. A test holds each to the contract.

export const LIST_BUNDLES: WireOf<typeof listBundles> = { method: 'GET', path: '/api/bundles' }
export const GET_BUNDLE: WireOf<typeof getBundle> = {
  method: 'GET',
  path: '/api/bundles/:bundleId',
}
export const RECEIVE_BUNDLE: WireOf<typeof receiveBundle> = {
  method: 'POST',
  path: '/api/bundles/:bundleId/cases',
}
export const MAKE_BUNDLE_SLIP: WireOf<typeof makeBundleSlip> = {
  method: 'POST',
  path: '/api/bundle-drafts/:draftId/slip-code',
}
export const RESUME_BUNDLE_DRAFT: WireOf<typeof resumeBundleDraft> = {
  method: 'POST',
  path: '/api/bundle-draft-codes',
}
export const WITHDRAW: WireOf<(typeof applicationCommands)['withdraw']> = {
  method: 'POST',
  path: '/api/applications/:applicationId/withdraw',
}
export const GO_ON_ALONE: WireOf<(typeof applicationCommands)['go-on-alone']> = {
  method: 'POST',
  path: '/api/applications/:applicationId/go-on-alone',
}
export const GET_BUNDLE_CASE: WireOf<typeof getBundleCase> = {
  method: 'GET',
  path: '/api/bundle-cases/:bundleCaseId',
}
export const LIST_MY_BUNDLE_CASES: WireOf<typeof listMyBundleCases> = {
  method: 'GET',
  path: '/api/bundle-cases',
}
export const UPLOAD_MATERIAL: WireOf<typeof uploadMaterial> = {
  method: 'POST',
  path: '/api/applications/:applicationId/materials/:number',
  sends: 'multipart',
}
