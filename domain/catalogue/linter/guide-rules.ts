import { CATCH_ALL_MATERIAL } from './catch-all-material.ts'
import { COMMITMENT_ALLOWED } from './commitment-allowed.ts'
import { COMMITTED_DAYS } from './committed-days.ts'
import { CONDITION_WORDS } from './condition-words.ts'
import { COPIES } from './copies.ts'
import { CORRECTION_LIMIT } from './correction-limit.ts'
import { DISCRETION_REASONS } from './discretion-reasons.ts'
import { DUPLICATE_NAMES } from './duplicate-names.ts'
import { EXTENSION_DAYS } from './extension-days.ts'
import { FEE_BASIS } from './fee-basis.ts'
import { FILLING_NOTES } from './filling-notes.ts'
import { FORM_EXISTS } from './form-exists.ts'
import { FORM_SOUND } from './form-sound.ts'
import type { GuideRule } from './guide-rule.ts'
import { INTERMEDIARY_BASIS } from './intermediary-basis.ts'
import { ISSUE_DAYS } from './issue-days.ts'
import { ISSUER_NAMED } from './issuer-named.ts'
import { ITEM_STANDING } from './item-standing.ts'
import { LEGAL_BASIS } from './legal-basis.ts'
import { MATERIAL_BASIS } from './material-basis.ts'
import { MATERIAL_NUMBERS } from './material-numbers.ts'
import { MATERIAL_SITUATION } from './material-situation.ts'
import { ON_THE_SPOT } from './on-the-spot.ts'
import { PARTNERS } from './partners.ts'
import { PLAIN_STANDARDS } from './plain-standards.ts'
import { QUESTION_WAYS } from './question-ways.ts'
import { QUESTION_WORDS } from './question-words.ts'
import { RENEWAL } from './renewal.ts'
import { REPEALED_LAW } from './repealed-law.ts'
import { RESULT_KIND } from './result-kind.ts'
import { SEED_MINIMUM } from './seed-minimum.ts'
import { SHARED_MATERIAL } from './shared-material.ts'
import { STATUTORY_DAYS } from './statutory-days.ts'
import { STEPS_ADD_UP } from './steps-add-up.ts'
import { TOLERABLE_MATERIALS } from './tolerable-materials.ts'
import { UNCONFIRMED_PARTS } from './unconfirmed-parts.ts'
import { VISITS } from './visits.ts'

/** Every rule that a guide is held to. */
export const GUIDE_RULES: readonly GuideRule[] = [
  LEGAL_BASIS,
  REPEALED_LAW,
  CONDITION_WORDS,
  QUESTION_WORDS,
  QUESTION_WAYS,
  MATERIAL_NUMBERS,
  CATCH_ALL_MATERIAL,
  DUPLICATE_NAMES,
  MATERIAL_BASIS,
  COPIES,
  PLAIN_STANDARDS,
  ISSUER_NAMED,
  INTERMEDIARY_BASIS,
  SHARED_MATERIAL,
  MATERIAL_SITUATION,
  TOLERABLE_MATERIALS,
  COMMITMENT_ALLOWED,
  FILLING_NOTES,
  FORM_EXISTS,
  FORM_SOUND,
  ON_THE_SPOT,
  STATUTORY_DAYS,
  COMMITTED_DAYS,
  EXTENSION_DAYS,
  STEPS_ADD_UP,
  ISSUE_DAYS,
  FEE_BASIS,
  CORRECTION_LIMIT,
  RENEWAL,
  RESULT_KIND,
  DISCRETION_REASONS,
  VISITS,
  PARTNERS,
  ITEM_STANDING,
  SEED_MINIMUM,
  UNCONFIRMED_PARTS,
]
