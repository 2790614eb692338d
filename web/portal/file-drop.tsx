import { useRef, useState } from 'react'

/** A PDF or a picture, dropped or chosen. */
export function FileDrop({ onFile }: { onFile: (file: File) => void }) {
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
      <h2>用文件</h2>
      <p className="soft">
        <span className="wide">把 PDF 拖到这里，或者</span>选择 PDF
        文件，也可以选择拍有二维码的照片。
      </p>
      <button type="button" className="btn" onClick={() => input.current?.click()}>
        选择文件
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
      <p className="soft small">文件只用来核验，不保存。PDF 至多 50 MB。</p>
    </section>
  )
}
