import { EmptyNote } from '../../ui/empty-note.tsx'
import { StaffShell } from '../../ui/staff-shell.tsx'

/** The Bureau's seal (统一印章): letters waiting, the certificate as it will be sealed, and the register. */
export function SealPage() {
  return (
    <StaffShell place="统一印章">
      <EmptyNote title="待盖章">准予许可函到达后会出现在这里。</EmptyNote>
    </StaffShell>
  )
}
