import { useRef, useState } from 'react'
import { useVerifyWords } from './words.ts'

/** A PDF or a picture, dropped or chosen. */
export function FileDrop({ onFile }: { onFile: (file: File) => void }) {
  const words = useVerifyWords()
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  return (
    <section
      className={`card file-drop ${over ? 'over' : ''}`}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        const file = event.dataTransfer.files[0]
        if (file) onFile(file)
      }}
    >
      <h2>{words.byFile}</h2>
      <p className="soft">{words.drop}</p>
      <button type="button" className="btn" onClick={() => input.current?.click()}>
        {words.choose}
      </button>
      <input
        ref={input}
        type="file"
        accept="application/pdf,image/*"
        hidden
        onChange={(event) => {
          const file = event.target.files?.[0]
          event.target.value = ''
          if (file) onFile(file)
        }}
      />
      <p className="soft small">{words.notKept}</p>
    </section>
  )
}
