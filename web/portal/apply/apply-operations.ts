import type { getGuide } from '../../../contract/catalogue.ts'
import type { ownAccount } from '../../../contract/citizen-accounts.ts'
import type {
  checkDraft,
  claimDraft,
  deleteDraft,
  getDraft,
  listDrafts,
  makeSlipCode,
  resumeDraft,
  saveDraft,
  startDraft,
  submitDraft,
} from '../../../contract/drafts.ts'
import type { getForm, listElements } from '../../../contract/forms.ts'
import type { listKnownAnswers, takeKnownAnswers } from '../../../contract/known-answers.ts'
import type {
  answerMandate,
  declareGuardianship,
  listMandates,
  listMandateUses,
  offerMandate,
  revokeMandate,
} from '../../../contract/mandates.ts'
import type {
  beginUpload,
  completeUpload,
  deleteUpload,
  listReusable,
  orderPages,
  pairPhone,
  readPages,
  readPairing,
  readUpload,
  reuseMaterial,
  sendChunk,
} from '../../../contract/uploads.ts'
import type { WireOf } from '../../api/call.ts'

// Method and path only, as in public-operations.ts: schemas stay out of the public pages. A test holds each to the contract.

const DRAFT = '/api/drafts/:draftId'
const UPLOAD = '/api/drafts/:draftId/uploads/:uploadId'
const MATERIAL = '/api/drafts/:draftId/materials/:number'

export const GET_GUIDE: WireOf<typeof getGuide> = { method: 'GET', path: '/api/items/:itemId' }
export const GET_FORM: WireOf<typeof getForm> = { method: 'GET', path: '/api/items/:itemId/form' }
export const LIST_ELEMENTS: WireOf<typeof listElements> = {
  method: 'GET',
  path: '/api/data-elements',
}
export const OWN_ACCOUNT: WireOf<typeof ownAccount> = { method: 'GET', path: '/api/citizens/me' }

export const START_DRAFT: WireOf<typeof startDraft> = { method: 'POST', path: '/api/drafts' }
export const LIST_DRAFTS: WireOf<typeof listDrafts> = { method: 'GET', path: '/api/drafts' }
export const GET_DRAFT: WireOf<typeof getDraft> = { method: 'GET', path: DRAFT }
export const SAVE_DRAFT: WireOf<typeof saveDraft> = { method: 'PUT', path: DRAFT }
export const DELETE_DRAFT: WireOf<typeof deleteDraft> = { method: 'DELETE', path: DRAFT }
export const CLAIM_DRAFT: WireOf<typeof claimDraft> = { method: 'POST', path: `${DRAFT}/claim` }
export const MAKE_SLIP_CODE: WireOf<typeof makeSlipCode> = {
  method: 'POST',
  path: `${DRAFT}/slip-code`,
}
export const RESUME_DRAFT: WireOf<typeof resumeDraft> = {
  method: 'POST',
  path: '/api/draft-codes',
}
export const CHECK_DRAFT: WireOf<typeof checkDraft> = { method: 'GET', path: `${DRAFT}/check` }
export const SUBMIT_DRAFT: WireOf<typeof submitDraft> = { method: 'POST', path: `${DRAFT}/submit` }

export const BEGIN_UPLOAD: WireOf<typeof beginUpload> = { method: 'POST', path: `${DRAFT}/uploads` }
export const SEND_CHUNK: WireOf<typeof sendChunk> = {
  method: 'PUT',
  path: `${UPLOAD}/chunks/:chunk`,
  sends: 'multipart',
}
export const COMPLETE_UPLOAD: WireOf<typeof completeUpload> = {
  method: 'POST',
  path: `${UPLOAD}/complete`,
}
export const DELETE_UPLOAD: WireOf<typeof deleteUpload> = { method: 'DELETE', path: UPLOAD }
export const READ_UPLOAD: WireOf<typeof readUpload> = {
  method: 'GET',
  path: `${UPLOAD}/file`,
  answers: 'file',
}
export const READ_PAGES: WireOf<typeof readPages> = { method: 'GET', path: `${DRAFT}/pages` }
export const ORDER_PAGES: WireOf<typeof orderPages> = { method: 'PUT', path: `${MATERIAL}/pages` }
export const PAIR_PHONE: WireOf<typeof pairPhone> = {
  method: 'POST',
  path: `${MATERIAL}/pairings`,
}
export const READ_PAIRING: WireOf<typeof readPairing> = { method: 'GET', path: '/api/pairing' }
export const LIST_REUSABLE: WireOf<typeof listReusable> = {
  method: 'GET',
  path: `${DRAFT}/reusable`,
}
export const REUSE_MATERIAL: WireOf<typeof reuseMaterial> = {
  method: 'POST',
  path: `${MATERIAL}/reuse`,
}

export const LIST_KNOWN_ANSWERS: WireOf<typeof listKnownAnswers> = {
  method: 'GET',
  path: `${DRAFT}/known-answers`,
}
export const TAKE_KNOWN_ANSWERS: WireOf<typeof takeKnownAnswers> = {
  method: 'POST',
  path: `${DRAFT}/known-answers/take`,
}

export const LIST_MANDATES: WireOf<typeof listMandates> = { method: 'GET', path: '/api/mandates' }
export const OFFER_MANDATE: WireOf<typeof offerMandate> = { method: 'POST', path: '/api/mandates' }
export const DECLARE_GUARDIANSHIP: WireOf<typeof declareGuardianship> = {
  method: 'POST',
  path: '/api/guardianships',
}
export const ANSWER_MANDATE: WireOf<typeof answerMandate> = {
  method: 'POST',
  path: '/api/mandates/:mandateId/answer',
}
export const REVOKE_MANDATE: WireOf<typeof revokeMandate> = {
  method: 'POST',
  path: '/api/mandates/:mandateId/revoke',
}
export const LIST_MANDATE_USES: WireOf<typeof listMandateUses> = {
  method: 'GET',
  path: '/api/mandates/:mandateId/uses',
}
