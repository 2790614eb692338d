import type { Act } from './act.ts'
import { makeCertificate } from './certificate/make-certificate.ts'
import { revokeCertificate } from './certificate/revoke-certificate.ts'
import type { ApplicationAction } from './commands.ts'
import { decideApplication } from './decision/decide-application.ts'
import { acceptApplication } from './intake/accept-application.ts'
import { assessMaterials } from './intake/assess-materials.ts'
import { attachMaterial } from './intake/attach-material.ts'
import {
  lapseApplication,
  terminateApplication,
  withdrawApplication,
} from './intake/close-unaccepted.ts'
import { declineApplication } from './intake/decline-application.ts'
import { goOnAlone } from './intake/go-on-alone.ts'
import { requestCorrection } from './intake/request-correction.ts'
import { supplyCorrection } from './intake/supply-correction.ts'
import { requestTolerated, supplyTolerated } from './intake/tolerance.ts'
import {
  archiveApplication,
  confirmDelivery,
  issueResult,
  notifyPickup,
} from './issuance/issue-result.ts'
import { applyLaw } from './law/apply-law.ts'
import { checkCommitment } from './review/check-commitment.ts'
import { extendDeadline } from './review/extend-deadline.ts'
import { recordReview } from './review/record-review.ts'
import { settleFee } from './review/settle-fee.ts'
import { beginProcedure, endProcedure } from './review/special-procedure.ts'
import { applySeal, receiveProvincialResult } from './sealing/apply-seal.ts'
import { returnSealingLetter, sendSealingLetter } from './sealing/send-letter.ts'
import { closeCard, explainCard } from './supervision/answer-card.ts'
import { followUpRating, rateService } from './supervision/ratings.ts'

export type LodgedAction = Exclude<ApplicationAction, 'ReceiveApplication'>

/** Every act on a lodged application, by its command. */
export const ACTS: { readonly [Action in LodgedAction]: Act<Action> } = {
  AcceptApplication: acceptApplication,
  SupplyTolerated: supplyTolerated,
  RequestTolerated: requestTolerated,
  CheckCommitment: checkCommitment,
  AssessMaterials: assessMaterials,
  AttachMaterial: attachMaterial,
  DeclineApplication: declineApplication,
  RequestCorrection: requestCorrection,
  SupplyCorrection: supplyCorrection,
  LapseApplication: lapseApplication,
  WithdrawApplication: withdrawApplication,
  GoOnAlone: goOnAlone,
  TerminateApplication: terminateApplication,
  RecordReview: recordReview,
  BeginProcedure: beginProcedure,
  EndProcedure: endProcedure,
  ExtendDeadline: extendDeadline,
  SettleFee: settleFee,
  DecideApplication: decideApplication,
  MakeCertificate: makeCertificate,
  SendSealingLetter: sendSealingLetter,
  ReturnSealingLetter: returnSealingLetter,
  ApplySeal: applySeal,
  ReceiveProvincialResult: receiveProvincialResult,
  NotifyPickup: notifyPickup,
  IssueResult: issueResult,
  ConfirmDelivery: confirmDelivery,
  ArchiveApplication: archiveApplication,
  RevokeCertificate: revokeCertificate,
  RateService: rateService,
  FollowUpRating: followUpRating,
  ExplainCard: explainCard,
  CloseCard: closeCard,
  ApplyLaw: applyLaw,
}
