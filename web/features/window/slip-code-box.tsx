import { useState } from 'react'
import { Kbd } from '../../ui/kbd.tsx'
import { useHotkeys } from '../../ui/use-hotkeys.ts'

/** The code on the slip that an applicant brings: what they filled in at home is taken over here. */
export function SlipCodeBox({ onCode }: { onCode: (code: string) => void }) {
  const [code, setCode] = useState('')
  useHotkeys({ 'Alt+D': () => document.getElementById('slip-code')?.focus() })
  return (
    <form
      className="slip-code"
      onSubmit={(event) => {
        event.preventDefault()
        if (code.trim() !== '') onCode(code.trim())
      }}
    >
      <label htmlFor="slip-code">
        取件码 <Kbd>Alt</Kbd> <Kbd>D</Kbd>
      </label>
      <input
        id="slip-code"
        value={code}
        maxLength={40}
        autoComplete="off"
        placeholder="申请人在网上填过的，凭凭条上的取件码取回（一件事的以 1 开头）"
        onChange={(event) => setCode(event.target.value.toUpperCase())}
      />
      <button type="submit" className="btn" disabled={code.trim() === ''}>
        取回
      </button>
    </form>
  )
}
