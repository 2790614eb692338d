import { useState } from 'react'
import { StaffShell } from '../../ui/staff-shell.tsx'
import { CitizenCheck } from './citizen-check.tsx'
import { GuardianCheck } from './guardian-check.tsx'
import { LookUpForm, type LookedUp } from './look-up-form.tsx'
import './identity.css'

/** The original lies on the counter: whose account it is, who disputes it, whose ward it is. Every look is audited. */
export function IdentityPage() {
  const [found, setFound] = useState<LookedUp | null>(null)
  return (
    <StaffShell place="身份核验">
      <div className="identity">
        <LookUpForm onFound={setFound} />
        {found && <CitizenCheck key={found.identityNumber} found={found} />}
        {found && <GuardianCheck key={`ward-${found.identityNumber}`} found={found} />}
      </div>
    </StaffShell>
  )
}
