import { useState } from 'react'
import { sizeWords } from '../../ui/size-words.ts'
import { type MyWords, useMyWords } from './words.ts'

const LARGEST = 50 * 1024 * 1024

/** One file, from a folder or the camera; what cannot be sent is said at once. */
export function FileChoice(props: {
  name: string
  file: File | undefined
  onChoose: (file: File) => void
}) {
  const words = useMyWords()
  const [refused, setRefused] = useState('')
  const choose = (file: File | undefined) => {
    if (!file) return
    const reason = refusalOf(file, words)
    setRefused(reason)
    if (reason === '') props.onChoose(file)
  }
  return (
    <span className="file-choice">
      <label className="btn">
        {props.file ? words.otherFile : words.chooseFile}
        <input
          type="file"
          className="sr-only"
          accept="application/pdf,image/jpeg,image/png"
          aria-label={words.fileOf(props.name)}
          onChange={(event) => choose(event.target.files?.[0])}
        />
      </label>
      {props.file && <small>{words.chosen(props.file.name, sizeWords(props.file.size))}</small>}
      {refused && (
        <small className="refused" role="alert">
          {refused}
        </small>
      )}
    </span>
  )
}

function refusalOf(file: File, words: MyWords): string {
  if (file.size === 0) return words.emptyFile
  if (file.size > LARGEST) return words.largeFile(sizeWords(file.size))
  return ''
}
