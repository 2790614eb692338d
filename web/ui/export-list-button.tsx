import { useState } from 'react'
import { ExportListDialog } from './export-list-dialog.tsx'

/** Takes the list of applications along as a file; whose list it is the server knows. */
export function ExportListButton({ choosesDepartment }: { choosesDepartment: boolean }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <button type="button" className="btn export-list" onClick={() => setOpen(true)}>
        导出清单
      </button>
      {open && (
        <ExportListDialog choosesDepartment={choosesDepartment} onClose={() => setOpen(false)} />
      )}
    </>
  )
}
