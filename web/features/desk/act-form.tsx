import type { ComponentType } from 'react'
import type { CommandReply } from '../../../contract/application-commands.ts'
import type { ApplicationView } from '../../../contract/application-view.ts'
import type { PreparedAct } from '../../ui/prepared-act.ts'
import { ArchiveForm } from './forms/archive-form.tsx'
import { CertificateForm } from './forms/certificate-form.tsx'
import { CommitmentForm } from './forms/commitment-form.tsx'
import { DecisionForm } from './forms/decision-form.tsx'
import { EndProcedureForm } from './forms/end-procedure-form.tsx'
import { ExtensionForm } from './forms/extension-form.tsx'
import { FeeForm } from './forms/fee-form.tsx'
import { LetterForm } from './forms/letter-form.tsx'
import { OwnSealForm } from './forms/own-seal-form.tsx'
import { ProcedureForm } from './forms/procedure-form.tsx'
import { ProvincialForm } from './forms/provincial-form.tsx'
import { ReviewForm } from './forms/review-form.tsx'
import { RevocationForm } from './forms/revocation-form.tsx'
import { RequestToleratedForm } from './forms/request-tolerated-form.tsx'
import { TerminationForm } from './forms/termination-form.tsx'
import type { DeskAct } from './desk-acts.ts'

export type ActFormProps = {
  application: ApplicationView
  /** Filled in: the document it makes is shown next. */
  onAct: (act: PreparedAct) => void
  /** For acts that make no document and need no second look. */
  onDone: (reply: CommandReply) => void
}

const FORMS = {
  review: ReviewForm,
  decide: DecisionForm,
  'begin-procedure': ProcedureForm,
  'end-procedure': EndProcedureForm,
  extend: ExtensionForm,
  'settle-fee': FeeForm,
  'make-certificate': CertificateForm,
  'send-letter': LetterForm,
  seal: OwnSealForm,
  'receive-provincial-result': ProvincialForm,
  archive: ArchiveForm,
  'check-commitment': CommitmentForm,
  'request-tolerated': RequestToleratedForm,
  revoke: RevocationForm,
  terminate: TerminationForm,
} as const satisfies Record<DeskAct, ComponentType<ActFormProps>>

export function ActForm({ name, ...props }: ActFormProps & { name: DeskAct }) {
  const Form = FORMS[name]
  return <Form {...props} />
}
