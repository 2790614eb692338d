import { useQuery } from '@tanstack/react-query'
import { meQuery } from '../../api/queries.ts'
import { SealRegister } from '../../ui/seal-register.tsx'
import { StaffShell } from '../../ui/staff-shell.tsx'
import './supervision.css'

/** The register for who watches over the seal and does not use it; administrators open no application. */
export function SealRegisterPage() {
  const role = useQuery(meQuery()).data?.role
  return (
    <StaffShell place="用印登记簿">
      <div className="supervision sheet">
        <SealRegister opens={role === 'supervisor'} />
      </div>
    </StaffShell>
  )
}
